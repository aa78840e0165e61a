/** Parses any filter pattern: its first character tells which of the three languages it speaks. */
import { LIMITS } from '../limits.ts';
import { cursorOver, fail, peek, skipBlanks, type Token } from './Cursor.ts';
import type { FilterPattern } from './FilterPattern.ts';
import type { FilterPatternError } from './FilterPatternError.ts';
import { parseJsonPattern } from './parseJsonPattern.ts';
import { parseSpaceDelimitedPattern } from './parseSpaceDelimitedPattern.ts';
import { parseTextPattern } from './parseTextPattern.ts';

export type ParsedFilterPattern =
  | { readonly ok: true; readonly pattern: FilterPattern; readonly tokens: readonly Token[] }
  /** The tokens are those read before the error. */
  | { readonly ok: false; readonly error: FilterPatternError; readonly tokens: readonly Token[] };

export const parseFilterPattern = (text: string): ParsedFilterPattern => {
  const cursor = cursorOver(text);
  const pattern = parse();
  if (pattern !== undefined) return { ok: true, pattern, tokens: cursor.tokens };
  const error = cursor.failure;
  if (error === undefined) throw new Error(`A parser failed without saying why on ${JSON.stringify(text)}`);
  return { ok: false, error, tokens: cursor.tokens };

  function parse(): FilterPattern | undefined {
    if (text.length > LIMITS.filterPatternLength) {
      const excess = text.length - LIMITS.filterPatternLength;
      return fail(cursor, 'PatternTooLong', LIMITS.filterPatternLength, excess, {
        limit: String(LIMITS.filterPatternLength),
        length: String(text.length),
      });
    }
    if (text.startsWith('{')) {
      const root = parseJsonPattern(cursor);
      return root && { format: 'json', root };
    }
    if (text.startsWith('[')) {
      const fields = parseSpaceDelimitedPattern(cursor);
      return fields && { format: 'space', fields };
    }
    skipBlanks(cursor);
    const open = peek(cursor);
    if (open === '{' || open === '[') return fail(cursor, 'LeadingBlank', 0, cursor.at, { open });
    return parseTextPattern(cursor);
  }
};
