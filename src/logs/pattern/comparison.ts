/**
 * Compiles `operator value` into a test of one value of an event.
 *
 * See decisions.ts: boolean, null, number-against-text, order-of-text, asterisk-inside.
 */
import { compileRegex } from '../regex/compileRegex.ts';
import { isNumberText } from './Cursor.ts';
import type { ComparisonOperator, PatternValue } from './FilterPattern.ts';

/** A whole text against a value whose first and last asterisk stand for any run of characters. */
export const wildcardTest = (pattern: string): ((text: string) => boolean) => {
  const open = pattern.startsWith('*');
  const close = pattern.length > (open ? 1 : 0) && pattern.endsWith('*');
  const core = pattern.slice(open ? 1 : 0, close ? -1 : undefined);
  if (open && (close || core === '')) return (text) => text.includes(core);
  if (open) return (text) => text.endsWith(core);
  if (close) return (text) => text.startsWith(core);
  return (text) => text === pattern;
};

/** Beyond 15 digits a double would call different numbers equal. */
const EXACT_DIGITS = 15;
const isExact = (text: string): boolean => text.replace(/[eE].*$/, '').replace(/\D/g, '').length <= EXACT_DIGITS;

const spellsNumber = (text: string, wanted: string, number: number): boolean =>
  text === wanted || (isNumberText(text) && isExact(text) && isExact(wanted) && Number(text) === number);

const ORDER: Readonly<Record<'<' | '<=' | '>' | '>=', (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** The text that wildcards, quoted values and regular expressions see; undefined for what has none. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;

const equality = (value: PatternValue): ((found: string | number | boolean) => boolean) => {
  if (value.kind === 'regex') {
    const search = compileRegex(value.program);
    return (found) => search(typeof found === 'string' ? found : String(found));
  }
  if (value.kind === 'text') {
    const test = wildcardTest(value.text);
    return (found) => test(typeof found === 'string' ? found : String(found));
  }
  const { number, text } = value;
  return (found) =>
    typeof found === 'number' ? found === number : typeof found === 'string' && spellsNumber(found, text, number);
};

/** @returns a test that is false, whatever the operator, for objects, arrays, null and what is absent */
export const comparison = (operator: ComparisonOperator, value: PatternValue): ((found: unknown) => boolean) => {
  if (operator === '=' || operator === '!=') {
    const equals = equality(value);
    const wanted = operator === '=';
    return (found) =>
      (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') &&
      equals(found) === wanted;
  }
  if (value.kind !== 'number') throw new Error(`"${operator}" needs a number, got ${value.kind}`);
  const holds = ORDER[operator];
  const { number } = value;
  return (found) => typeof found === 'number' && holds(found, number);
};

/** The same for a field of a space-delimited event: always text, a number if it spells one. */
export const fieldComparison = (operator: ComparisonOperator, value: PatternValue): ((text: string) => boolean) => {
  const test = comparison(operator, value);
  if (operator === '=' || operator === '!=') return test;
  return (text) => isNumberText(text) && test(Number(text));
};
