/**
 * Parses an unstructured pattern: terms between blanks. `term`, `"exact phrase"`, `-term` (must not be there),
 * `?term` (any of these), or one `%regex%` alone.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
import {
  atEnd,
  type Cursor,
  characterAt,
  fail,
  isBlank,
  peek,
  skipBlanks,
  take,
  takeQuoted,
  takeRegex,
  takeWhile,
} from './Cursor.ts';
import type { FilterPattern, TextTerm } from './FilterPattern.ts';

type TextPattern = Extract<FilterPattern, { format: 'text' | 'regex' }>;

export const parseTextPattern = (cursor: Cursor): TextPattern | undefined => {
  // A condition whose braces were forgotten; as terms it would only earn a complaint about its `$`.
  if (/^\$[.[]/.test(cursor.text)) return fail(cursor, 'BracesMissing', 0, cursor.text.length);
  const terms: TextTerm[] = [];
  for (;;) {
    skipBlanks(cursor);
    if (atEnd(cursor)) break;
    if (peek(cursor) === '%') {
      const value = takeRegex(cursor);
      if (value === undefined) return undefined;
      if (terms.length > 0) return fail(cursor, 'RegexNotAlone', value.from, value.to - value.from);
      skipBlanks(cursor);
      if (!atEnd(cursor)) return fail(cursor, 'RegexNotAlone', cursor.at, cursor.text.length - cursor.at);
      return { format: 'regex', value };
    }
    const term = parseTerm(cursor);
    if (term === undefined) return undefined;
    terms.push(term);
  }
  const mixed = terms.some((term) => term.kind !== 'optional');
  return { format: 'text', terms: terms.map((term) => ({ ...term, ignored: mixed && term.kind === 'optional' })) };
};

const parseTerm = (cursor: Cursor): TextTerm | undefined => {
  const from = cursor.at;
  const sign = peek(cursor);
  const kind = sign === '-' ? 'exclude' : sign === '?' ? 'optional' : 'include';
  if (kind !== 'include') take(cursor, 'mark', 1);
  // AWS's older samples write `- "Exiting"`.
  if (kind === 'exclude') skipBlanks(cursor);
  if (atEnd(cursor) || isBlank(peek(cursor))) return fail(cursor, 'TermExpected', cursor.at, 0, { sign });
  if (peek(cursor) === '"') {
    const text = takeQuoted(cursor, 'text');
    return text === undefined ? undefined : { kind, text, ignored: false, from, to: cursor.at };
  }
  if (peek(cursor) === '%') return fail(cursor, 'RegexNotAlone', cursor.at, 1);
  const text = takeWhile(cursor, 'term', (char) => /[A-Za-z0-9_]/.test(char));
  if (!atEnd(cursor) && !isBlank(peek(cursor))) {
    const culprit = characterAt(cursor.text, cursor.at);
    return fail(cursor, 'TermCharacter', cursor.at, culprit.length, { char: culprit });
  }
  return { kind, text, ignored: false, from, to: cursor.at };
};
