/**
 * Parses what stands between the two `%` of a regular expression term.
 *
 * CloudWatch Logs takes letters, digits, the symbols : _ # = @ / ; , - (a blank too, in practice) and the operators
 * ^ $ ? [ ] { } | \ * + . only: no groups, no `!`, nothing beyond ASCII.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html
 */
import { LIMITS } from '../limits.ts';
import type { FilterPatternErrorCode } from '../pattern/FilterPatternError.ts';
import type { CharSet, Position, RegexProgram } from './RegexProgram.ts';

export type RegexFailure = {
  readonly ok: false;
  readonly code: FilterPatternErrorCode;
  /** Offset within the source. */
  readonly at: number;
  readonly length: number;
  readonly args: Readonly<Record<string, string>>;
};

type Parsed = { readonly ok: true; readonly program: RegexProgram } | RegexFailure;

const PLAIN = /[A-Za-z0-9:_#=@/;,\- ]/;
const OPERATORS = '^$?[]{}|\\*+.';

const setOf = (holds: (char: string) => boolean, beyond: boolean): CharSet => ({
  ascii: Array.from({ length: 128 }, (_, code) => holds(String.fromCharCode(code))),
  beyond,
});
const not = (set: CharSet): CharSet => ({ ascii: set.ascii.map((held) => !held), beyond: !set.beyond });
const single = (char: string): CharSet => setOf((c) => c === char, false);

const DIGIT = setOf((c) => /[0-9]/.test(c), false);
const BLANK = setOf((c) => /[ \t\n\r\f\v]/.test(c), false);
const WORD = setOf((c) => /[A-Za-z0-9_]/.test(c), false);
const ANY = setOf((c) => c !== '\n', true);
const CLASSES: Readonly<Record<string, CharSet>> = {
  d: DIGIT,
  D: not(DIGIT),
  s: BLANK,
  S: not(BLANK),
  w: WORD,
  W: not(WORD),
};

export const parseRegex = (source: string): Parsed => {
  let at = 0;
  let failure: RegexFailure | undefined;
  const fail = (
    code: FilterPatternErrorCode,
    place: number,
    length = 1,
    args: Record<string, string> = {},
  ): undefined => {
    failure ??= { ok: false, code, at: place, length, args };
    return undefined;
  };

  /** Refuses a character that may stand nowhere in a term. */
  const unsupported = (char: string, place: number): undefined => {
    if (char === '(' || char === ')') return fail('RegexGroup', place, 1, { char });
    if (char.charCodeAt(0) > 127) {
      const whole = String.fromCodePoint(source.codePointAt(place) ?? 0);
      return fail('RegexMultiByte', place, whole.length, { char: whole });
    }
    return fail('RegexCharacter', place, 1, { char });
  };

  /** After a backslash: a class, a hexadecimal character, or an operator taken as itself. */
  const parseEscape = (): { set: CharSet; char: string | undefined } | undefined => {
    const start = at;
    const letter = source[at + 1];
    if (letter === undefined) return fail('RegexEscape', start, 1, { escape: '\\' });
    const set = Object.hasOwn(CLASSES, letter) ? CLASSES[letter] : undefined;
    if (set !== undefined) {
      at += 2;
      return { set, char: undefined };
    }
    if (letter === 'x') {
      const digits = /^[0-9A-Fa-f]{2}/.exec(source.slice(at + 2, at + 4))?.[0];
      if (digits === undefined) return fail('RegexEscape', start, 2, { escape: '\\x' });
      const char = String.fromCharCode(Number.parseInt(digits, 16));
      if (char.charCodeAt(0) > 127) return fail('RegexMultiByte', start, 4, { char: `\\x${digits}` });
      at += 4;
      return { set: single(char), char };
    }
    if (OPERATORS.includes(letter) || (PLAIN.test(letter) && !/[A-Za-z0-9]/.test(letter))) {
      at += 2;
      return { set: single(letter), char: letter };
    }
    if (/[A-Za-z0-9]/.test(letter)) return fail('RegexEscape', start, 2, { escape: `\\${letter}` });
    return unsupported(letter, at + 1);
  };

  const parseClass = (): CharSet | undefined => {
    const opening = at;
    at += 1;
    const negated = source[at] === '^';
    if (negated) at += 1;
    const ascii = new Array<boolean>(128).fill(false);
    let beyond = false;
    let members = 0;
    const member = (): { set: CharSet; char: string | undefined } | undefined => {
      const char = source[at] ?? '';
      if (char === '\\') return parseEscape();
      if (!PLAIN.test(char) && !OPERATORS.includes(char)) return unsupported(char, at);
      at += 1;
      return { set: single(char), char };
    };
    while (at < source.length && source[at] !== ']') {
      const start = at;
      const low = member();
      if (low === undefined) return undefined;
      members += 1;
      const rangeFollows = source[at] === '-' && at + 1 < source.length && source[at + 1] !== ']';
      if (!rangeFollows) {
        low.set.ascii.forEach((held, code) => {
          if (held) ascii[code] = true;
        });
        beyond ||= low.set.beyond;
        continue;
      }
      at += 1;
      const high = member();
      if (high === undefined) return undefined;
      if (low.char === undefined || high.char === undefined || low.char > high.char) {
        return fail('RegexClassRange', start, at - start, { range: source.slice(start, at) });
      }
      for (let code = low.char.charCodeAt(0); code <= high.char.charCodeAt(0); code += 1) ascii[code] = true;
    }
    if (at >= source.length) return fail('RegexClassNotClosed', opening);
    if (members === 0) return fail('RegexClassEmpty', opening, at + 1 - opening);
    at += 1;
    const set = { ascii, beyond };
    return negated ? not(set) : set;
  };

  /** `*`, `+`, `?`, `{m,n}` with either side optional. */
  const parseRepeat = (): { min: number; max: number; written: boolean } | undefined => {
    const char = source[at];
    if (char === '*' || char === '+' || char === '?') {
      at += 1;
      return { min: char === '+' ? 1 : 0, max: char === '?' ? 1 : Number.POSITIVE_INFINITY, written: true };
    }
    if (char !== '{') return { min: 1, max: 1, written: false };
    const braces = /^\{(\d*)(,?)(\d*)\}/.exec(source.slice(at));
    const [whole = '', low = '', comma = '', high = ''] = braces ?? [];
    if (braces === null || (low === '' && high === '')) return fail('RegexRepeat', at, whole.length || 1);
    const min = low === '' ? 0 : Number(low);
    const max = comma === '' ? min : high === '' ? Number.POSITIVE_INFINITY : Number(high);
    if (min > max) return fail('RegexRepeat', at, whole.length);
    at += whole.length;
    return { min, max, written: true };
  };

  let positions = 0;
  const parseAlternative = (): Position[] | undefined => {
    const row: Position[] = [];
    while (at < source.length && source[at] !== '|') {
      const start = at;
      const char = source[at] ?? '';
      if (char === '^' || char === '$') {
        at += 1;
        row.push({ kind: char === '^' ? 'start' : 'end' });
        if (/[*+?{]/.test(source[at] ?? '')) return fail('RegexNothingToRepeat', at);
        continue;
      }
      if ('*+?{'.includes(char)) return fail('RegexNothingToRepeat', at);
      if (char === ']' || char === '}') return fail('RegexEscape', at, 1, { escape: char });
      let set: CharSet | undefined;
      if (char === '.') {
        at += 1;
        set = ANY;
      } else if (char === '[') set = parseClass();
      else if (char === '\\') set = parseEscape()?.set;
      else if (PLAIN.test(char)) {
        at += 1;
        set = single(char);
      } else return unsupported(char, at);
      if (set === undefined) return undefined;
      const repeat = parseRepeat();
      if (repeat === undefined) return undefined;
      // A second `?` only changes how much is taken, not whether there is a match; other doubles mean nothing here.
      const { min, max, written } = repeat;
      if (written && source[at] === '?') at += 1;
      if (written && /[*+?{]/.test(source[at] ?? '')) return fail('RegexNothingToRepeat', at);

      const endless = max === Number.POSITIVE_INFINITY;
      positions += Math.max(endless ? min : max, 1);
      if (positions > LIMITS.regexPositions) return fail('RegexTooLarge', start, at - start);
      for (let nth = 1; nth <= min; nth += 1) {
        row.push({ kind: 'char', set, optional: false, repeatable: endless && nth === min });
      }
      if (endless && min === 0) row.push({ kind: 'char', set, optional: true, repeatable: true });
      if (!endless) {
        for (let nth = min + 1; nth <= max; nth += 1)
          row.push({ kind: 'char', set, optional: true, repeatable: false });
      }
    }
    return row;
  };

  if (source === '') return { ok: false, code: 'RegexEmpty', at: 0, length: 0, args: {} };
  const alternatives: Position[][] = [];
  for (;;) {
    const row = parseAlternative();
    if (row === undefined) break;
    alternatives.push(row);
    if (source[at] !== '|') break;
    at += 1;
  }
  return failure ?? { ok: true, program: { source, alternatives } };
};
