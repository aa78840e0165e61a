/**
 * The reading position that the three parsers share: what is next, which tokens were read, what went wrong first.
 *
 * A parser's function answers undefined when it has failed; the reason is then in `failure`. Nothing is thrown, so a
 * pattern that is half typed costs no more than one that is whole.
 */
import { LIMITS } from '../limits.ts';
import { parseRegex } from '../regex/parseRegex.ts';
import type { ComparisonOperator, PatternValue, Span } from './FilterPattern.ts';
import type { FilterPatternError, FilterPatternErrorCode } from './FilterPatternError.ts';

export type TokenKind =
  | 'bracket'
  | 'selector'
  | 'operator'
  | 'keyword'
  | 'logical'
  | 'text'
  | 'number'
  | 'regex'
  | 'fieldName'
  | 'term'
  | 'mark'
  | 'separator';

/** A piece of the pattern as read, also of one that turned out wrong; for colouring and for completion. */
export interface Token extends Span {
  readonly kind: TokenKind;
}

export interface Cursor {
  readonly text: string;
  at: number;
  readonly tokens: Token[];
  failure: FilterPatternError | undefined;
  regexes: number;
  wildcards: number;
}

export const cursorOver = (text: string): Cursor => ({
  text,
  at: 0,
  tokens: [],
  failure: undefined,
  regexes: 0,
  wildcards: 0,
});

export const fail = (
  cursor: Cursor,
  code: FilterPatternErrorCode,
  offset: number,
  length: number,
  args: Readonly<Record<string, string>> = {},
): undefined => {
  cursor.failure ??= { code, offset, length, args };
  return undefined;
};

export const peek = (cursor: Cursor): string => cursor.text[cursor.at] ?? '';
export const atEnd = (cursor: Cursor): boolean => cursor.at >= cursor.text.length;
export const isBlank = (char: string): boolean => char === ' ' || char === '\t' || char === '\n' || char === '\r';

export const skipBlanks = (cursor: Cursor): void => {
  while (isBlank(peek(cursor))) cursor.at += 1;
};

/** The whole character at an offset, surrogate pairs kept together, for quoting it in a message. */
export const characterAt = (text: string, offset: number): string => {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
};

export const wordAt = (text: string, offset: number): string => /^[A-Za-z]+/.exec(text.slice(offset))?.[0] ?? '';

/** Takes the longest run of characters that `test` accepts and records it, if there is one. */
export const takeWhile = (cursor: Cursor, kind: TokenKind, test: (char: string) => boolean): string => {
  const from = cursor.at;
  while (!atEnd(cursor) && test(peek(cursor))) cursor.at += 1;
  if (cursor.at > from) cursor.tokens.push({ kind, from, to: cursor.at });
  return cursor.text.slice(from, cursor.at);
};

export const take = (cursor: Cursor, kind: TokenKind, length: number): void => {
  cursor.tokens.push({ kind, from: cursor.at, to: cursor.at + length });
  cursor.at += length;
};

/** `"…"` with `\"` and `\\`; the cursor stands on the opening mark. */
export const takeQuoted = (cursor: Cursor, kind: TokenKind): string | undefined => {
  const from = cursor.at;
  let text = '';
  let at = from + 1;
  while (at < cursor.text.length && cursor.text[at] !== '"') {
    const next = cursor.text[at + 1];
    if (cursor.text[at] === '\\' && (next === '"' || next === '\\')) at += 1;
    text += cursor.text[at] ?? '';
    at += 1;
  }
  const closed = at < cursor.text.length;
  cursor.at = closed ? at + 1 : at;
  cursor.tokens.push({ kind, from, to: cursor.at });
  return closed ? text : fail(cursor, 'StringNotClosed', from, cursor.at - from);
};

/** `%…%`; the cursor stands on the opening sign. */
export const takeRegex = (cursor: Cursor): (PatternValue & { kind: 'regex' }) | undefined => {
  const from = cursor.at;
  let end = from + 1;
  while (end < cursor.text.length && cursor.text[end] !== '%') end += 1;
  if (end >= cursor.text.length) {
    cursor.at = end;
    cursor.tokens.push({ kind: 'regex', from, to: end });
    return fail(cursor, 'RegexNotClosed', from, end - from);
  }
  cursor.at = end + 1;
  cursor.tokens.push({ kind: 'regex', from, to: cursor.at });
  cursor.regexes += 1;
  if (cursor.regexes > LIMITS.regexesInPattern) {
    return fail(cursor, 'RegexesInPattern', from, cursor.at - from, { limit: String(LIMITS.regexesInPattern) });
  }
  const source = cursor.text.slice(from + 1, end);
  const parsed = parseRegex(source);
  if (!parsed.ok) return fail(cursor, parsed.code, from + 1 + parsed.at, parsed.length, parsed.args);
  return { kind: 'regex', source, program: parsed.program, from, to: cursor.at };
};

const OPERATORS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const MEANT: Readonly<Record<string, string>> = {
  '=>': '>=',
  '=<': '<=',
  '<>': '!=',
  '=!': '!=',
  '!': '!=',
  '!==': '!=',
  '=~': '=',
  '~=': '=',
  '~': '=',
  '===': '=',
};

export const isOperatorSign = (char: string): boolean => char !== '' && '=!<>~'.includes(char);

/** One of the six signs; the cursor stands on the first sign. */
export const takeOperator = (cursor: Cursor): ComparisonOperator | undefined => {
  const from = cursor.at;
  const found = takeWhile(cursor, 'operator', isOperatorSign);
  if (OPERATORS.includes(found)) return found as ComparisonOperator;
  if (found === '==') return fail(cursor, 'DoubleEquals', from, 2);
  return fail(cursor, 'OperatorUnknown', from, found.length, { found, meant: MEANT[found] ?? '=' });
};

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
export const isNumberText = (text: string): boolean => NUMBER.test(text);

const isBare = (char: string): boolean => /[A-Za-z0-9_.*+:/-]/.test(char);

/**
 * What stands right of an operator. `closers` are the signs that may follow an unquoted value without a blank.
 * Blanks before it are skipped.
 */
export const takeValue = (cursor: Cursor, operator: ComparisonOperator, closers: string): PatternValue | undefined => {
  skipBlanks(cursor);
  const from = cursor.at;
  const char = peek(cursor);
  const ordering = operator !== '=' && operator !== '!=';
  if (char === '' || closers.includes(char)) return fail(cursor, 'ValueExpected', from, 0, { operator });
  if (char === '"' || char === '%') {
    if (ordering) {
      const failed = char === '"' ? takeQuoted(cursor, 'text') : takeRegex(cursor);
      // An unclosed mark is the more useful news.
      return failed === undefined
        ? undefined
        : fail(cursor, 'NumberExpected', from, cursor.at - from, {
            operator,
            found: cursor.text.slice(from, cursor.at),
          });
    }
    if (char === '%') return takeRegex(cursor);
    const text = takeQuoted(cursor, 'text');
    return text === undefined ? undefined : { kind: 'text', text, quoted: true, from, to: cursor.at };
  }
  if (char === "'") {
    const end = cursor.text.indexOf("'", from + 1);
    return fail(cursor, 'SingleQuotes', from, end < 0 ? 1 : end + 1 - from);
  }
  const text = takeWhile(cursor, 'text', isBare);
  const next = peek(cursor);
  if (next !== '' && !isBlank(next) && !closers.includes(next)) {
    const culprit = characterAt(cursor.text, cursor.at);
    return fail(cursor, 'UnquotedCharacter', cursor.at, culprit.length, { char: culprit });
  }
  const span = { from, to: cursor.at };
  if (isNumberText(text)) {
    cursor.tokens.pop();
    cursor.tokens.push({ kind: 'number', ...span });
    return { kind: 'number', text, number: Number(text), ...span };
  }
  if (ordering) return fail(cursor, 'NumberExpected', from, text.length, { operator, found: text });
  return { kind: 'text', text, quoted: false, ...span };
};
