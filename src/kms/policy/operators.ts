/**
 * The condition operators of IAM.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { secondsOf } from './instant.ts';
import { isInRange } from './ipAddress.ts';
import type { Resolved } from './template.ts';
import { matchesArnPattern, matchesPattern } from './wildcard.ts';

export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

export interface Operator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** The answer is turned round, also for an absent key; `test` stays the positive comparison. */
  readonly negated: boolean;
  readonly test: (actual: string, wanted: Resolved) => boolean;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const numberOf = (text: string): number | undefined => (NUMBER.test(text.trim()) ? Number(text) : undefined);

type Compare = (actual: number, wanted: number) => boolean;

const by =
  (read: (text: string) => number | undefined, compare: Compare) =>
  (actual: string, wanted: Resolved): boolean => {
    const a = read(actual);
    const w = read(wanted.text);
    return a !== undefined && w !== undefined && compare(a, w);
  };

const equal: Compare = (a, w) => a === w;
const ordered: readonly (readonly [string, Compare])[] = [
  ['LessThan', (a, w) => a < w],
  ['LessThanEquals', (a, w) => a <= w],
  ['GreaterThan', (a, w) => a > w],
  ['GreaterThanEquals', (a, w) => a >= w],
];

const withoutPadding = (base64: string): string => base64.replace(/=+$/, '');

const sameText = (actual: string, wanted: Resolved): boolean => actual === wanted.text;
const sameLetters = (actual: string, wanted: Resolved): boolean => actual.toLowerCase() === wanted.text.toLowerCase();
const like = (actual: string, wanted: Resolved): boolean => matchesPattern(wanted.pattern, actual);
const sameNumber = by(numberOf, equal);
const sameDate = by(secondsOf, equal);
const inRange = (actual: string, wanted: Resolved): boolean => isInRange(actual, wanted.text);
const arnLike = (actual: string, wanted: Resolved): boolean => matchesArnPattern(wanted.pattern, actual);
const sameBytes = (actual: string, wanted: Resolved): boolean => withoutPadding(actual) === withoutPadding(wanted.text);

const positive = (name: string, family: OperatorFamily, test: Operator['test']): Operator => ({
  name,
  family,
  negated: false,
  test,
});
const negative = (name: string, family: OperatorFamily, test: Operator['test']): Operator => ({
  name,
  family,
  negated: true,
  test,
});

export const OPERATORS: readonly Operator[] = [
  positive('StringEquals', 'String', sameText),
  negative('StringNotEquals', 'String', sameText),
  positive('StringEqualsIgnoreCase', 'String', sameLetters),
  negative('StringNotEqualsIgnoreCase', 'String', sameLetters),
  positive('StringLike', 'String', like),
  negative('StringNotLike', 'String', like),
  positive('NumericEquals', 'Numeric', sameNumber),
  negative('NumericNotEquals', 'Numeric', sameNumber),
  ...ordered.map(([name, compare]) => positive(`Numeric${name}`, 'Numeric', by(numberOf, compare))),
  positive('DateEquals', 'Date', sameDate),
  negative('DateNotEquals', 'Date', sameDate),
  ...ordered.map(([name, compare]) => positive(`Date${name}`, 'Date', by(secondsOf, compare))),
  positive('Bool', 'Bool', sameLetters),
  positive('BinaryEquals', 'Binary', sameBytes),
  positive('IpAddress', 'Ip', inRange),
  negative('NotIpAddress', 'Ip', inRange),
  positive('ArnEquals', 'Arn', arnLike),
  negative('ArnNotEquals', 'Arn', arnLike),
  positive('ArnLike', 'Arn', arnLike),
  negative('ArnNotLike', 'Arn', arnLike),
  positive('Null', 'Null', sameLetters),
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]),
);

export type SetOperator = 'ForAllValues' | 'ForAnyValue';

export interface QualifiedOperator {
  readonly operator: Operator;
  readonly set: SetOperator | undefined;
  readonly ifExists: boolean;
}

/** Reads `ForAnyValue:StringLikeIfExists`; undefined if IAM has no such operator. Null takes no IfExists. */
export function parseOperator(text: string): QualifiedOperator | undefined {
  const [, prefix, rest = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.+)$/i.exec(text) ?? [];
  const ifExists = /IfExists$/i.test(rest);
  const operator = BY_NAME.get((ifExists ? rest.slice(0, -'IfExists'.length) : rest).toLowerCase());
  if (!operator || (ifExists && operator.family === 'Null')) return undefined;
  const set =
    prefix === undefined ? undefined : prefix.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue';
  return { operator, set, ifExists };
}
