/**
 * Parses `$.a.b[0].['dotted.name'][*]`; the cursor stands on the `$`.
 *
 * Names hold letters, digits, `-` and `_`; anything else needs `['…']`, in single quotes. One wildcard a selector.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
import { LIMITS } from '../limits.ts';
import { atEnd, type Cursor, characterAt, fail, isBlank, isOperatorSign, peek } from './Cursor.ts';
import type { Selector, SelectorStep } from './FilterPattern.ts';

export const isNameCharacter = (char: string): boolean => /[A-Za-z0-9_-]/.test(char);

export const parseSelector = (cursor: Cursor): Selector | undefined => {
  const from = cursor.at;
  const steps = parseSteps(cursor);
  cursor.tokens.push({ kind: 'selector', from, to: cursor.at });
  if (steps === undefined) return undefined;
  return { text: cursor.text.slice(from, cursor.at), steps, from, to: cursor.at };
};

const parseSteps = (cursor: Cursor): SelectorStep[] | undefined => {
  const start = cursor.at;
  cursor.at += 1;
  if (peek(cursor) !== '.' && peek(cursor) !== '[') return fail(cursor, 'SelectorNeedsDot', cursor.at, 0);
  const steps: SelectorStep[] = [];
  let wildcards = 0;
  for (;;) {
    const sign = peek(cursor);
    if (sign !== '.' && sign !== '[') break;
    const at = cursor.at;
    const step = sign === '.' ? parseDotStep(cursor) : parseBracketStep(cursor);
    if (step === undefined) return undefined;
    if (step.kind === 'anyField' || step.kind === 'anyElement') {
      const place = step.kind === 'anyField' ? at + 1 : at;
      wildcards += 1;
      cursor.wildcards += 1;
      if (wildcards > LIMITS.wildcardsInSelector) {
        return fail(cursor, 'WildcardsInSelector', place, cursor.at - place, {
          selector: cursor.text.slice(start, cursor.at),
        });
      }
      if (cursor.wildcards > LIMITS.wildcardsInPattern) {
        return fail(cursor, 'WildcardsInPattern', place, cursor.at - place, {
          limit: String(LIMITS.wildcardsInPattern),
        });
      }
    }
    steps.push(step);
  }
  const next = peek(cursor);
  const mayFollow = next === '' || isBlank(next) || isOperatorSign(next) || '(){}&|"%'.includes(next);
  return mayFollow ? steps : refuseCharacter(cursor);
};

const refuseCharacter = (cursor: Cursor): undefined => {
  const char = characterAt(cursor.text, cursor.at);
  return fail(cursor, 'SelectorCharacter', cursor.at, char.length, { char });
};

const parseDotStep = (cursor: Cursor): SelectorStep | undefined => {
  cursor.at += 1;
  const char = peek(cursor);
  if (char === '*') {
    cursor.at += 1;
    return { kind: 'anyField' };
  }
  // `$.['a.b']`: the dot before a quoted name is optional. Not before an index.
  if (char === '[' && `'"`.includes(cursor.text[cursor.at + 1] ?? ' ')) return parseBracketStep(cursor);
  const from = cursor.at;
  while (!atEnd(cursor) && isNameCharacter(peek(cursor))) cursor.at += 1;
  if (cursor.at > from) return { kind: 'name', name: cursor.text.slice(from, cursor.at) };
  const empty = char === '' || isBlank(char) || isOperatorSign(char) || '(){}[]&|.'.includes(char);
  return empty ? fail(cursor, 'SelectorNameExpected', from, 0) : refuseCharacter(cursor);
};

const parseBracketStep = (cursor: Cursor): SelectorStep | undefined => {
  cursor.at += 1;
  const char = peek(cursor);
  if (char === '"') {
    const close = cursor.text.indexOf('"', cursor.at + 1);
    return fail(cursor, 'SelectorDoubleQuotes', cursor.at, close < 0 ? 1 : close + 1 - cursor.at);
  }
  if (char === "'") {
    const from = cursor.at;
    const close = cursor.text.indexOf("'", from + 1);
    if (close < 0) {
      cursor.at = cursor.text.length;
      return fail(cursor, 'SelectorQuoteMissing', from, cursor.at - from);
    }
    const name = cursor.text.slice(from + 1, close);
    cursor.at = close + 1;
    return closeBracket(cursor, { kind: 'name', name });
  }
  if (char === '*') {
    cursor.at += 1;
    return closeBracket(cursor, { kind: 'anyElement' });
  }
  const digits = /^\d+/.exec(cursor.text.slice(cursor.at))?.[0];
  if (digits === undefined) return fail(cursor, 'SelectorIndexExpected', cursor.at, atEnd(cursor) ? 0 : 1);
  cursor.at += digits.length;
  return closeBracket(cursor, { kind: 'index', index: Number(digits) });
};

const closeBracket = (cursor: Cursor, step: SelectorStep): SelectorStep | undefined => {
  if (peek(cursor) !== ']') return fail(cursor, 'SelectorBracketMissing', cursor.at, 0);
  cursor.at += 1;
  return step;
};
