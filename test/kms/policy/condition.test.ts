// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how IAM writes its variables
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/kms/policy/evaluate.ts';
import type { ConditionElement, ConditionTrace, ContextValue } from '../../../src/kms/policy/types.ts';
import { under } from './given.ts';

type Context = Readonly<Record<string, ContextValue>>;

const holds = (condition: ConditionElement, context: Context, version?: '2012-10-17' | '2008-10-17'): boolean =>
  evaluate(under(condition, context, version)).decision === 'Allowed';

const lineOf = (condition: ConditionElement, context: Context): ConditionTrace | undefined =>
  evaluate(under(condition, context))
    .trace.policies.find(({ policy }) => policy.kind === 'identity')
    ?.statements[0]?.elements.find((element) => element.element === 'Condition');

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
describe('each operator', () => {
  const K = 'kms:EncryptionContext:k';
  test.each<[string, string | string[], string, boolean]>([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringNotEquals', 'a', 'A', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringEqualsIgnoreCase', 'a', 'A', true],
    ['StringNotEqualsIgnoreCase', 'a', 'A', false],
    ['StringLike', 'a?c*', 'abcdef', true],
    ['StringLike', 'a?c', 'ac', false],
    ['StringNotLike', 'a*', 'abc', false],
    ['NumericEquals', '10', '10.0', true],
    ['NumericNotEquals', '10', '11', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '9', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['NumericLessThan', '10', 'ten', false],
    ['DateEquals', '2026-01-01T09:00:00+09:00', '2026-01-01T00:00:00Z', true],
    ['DateNotEquals', '2026-01-01', '2026-01-02', true],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', true],
    ['DateLessThanEquals', '1767225600', '2026-01-01T00:00:00Z', true],
    ['DateGreaterThan', '2024-02-29', '2024-03-01', true],
    ['DateGreaterThanEquals', '2026', '2026-01-01', true],
    ['DateGreaterThan', 'yesterday', '2026-01-01', false],
    ['Bool', 'true', 'True', true],
    ['Bool', 'true', 'false', false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'QmluYXJ5', 'qmluYXJ5', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.0', false],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1', true],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
    ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
    ['ArnEquals', 'arn:aws:sns:*:111122223333:t*', 'arn:aws:sns:us-east-1:111122223333:topic', true],
    ['ArnNotEquals', 'arn:aws:sns:*:111122223333:t*', 'arn:aws:sns:us-east-1:111122223333:topic', false],
    ['ArnNotLike', 'arn:aws:sns:*:444455556666:t*', 'arn:aws:sns:us-east-1:111122223333:topic', true],
    ['stringequals', 'a', 'a', true],
    ['StringEqual', 'a', 'a', false],
  ])('%s %j against %j: %s', (operator, wanted, actual, expected) => {
    expect(holds({ [operator]: { [K]: wanted } }, { [K]: actual })).toBe(expected);
  });
});

describe('an absent key', () => {
  test.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['StringNotEqualsIfExists', true],
    ['StringLike', false],
    ['StringNotLike', true],
    ['NumericLessThan', false],
    ['NumericNotEquals', true],
    ['DateLessThan', false],
    ['Bool', false],
    ['BoolIfExists', true],
    ['IpAddress', false],
    ['NotIpAddress', true],
    ['ArnLike', false],
    ['ArnNotLike', true],
    ['ForAllValues:StringEquals', true],
    ['ForAllValues:StringNotEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
  ])('makes %s %s', (operator, expected) => expect(holds({ [operator]: { 'aws:x': 'true' } }, {})).toBe(expected));

  test('is what Null "true" asks for, and Null "false" refuses', () => {
    expect(holds({ Null: { 'aws:x': 'true' } }, {})).toBe(true);
    expect(holds({ Null: { 'aws:x': true } }, { 'aws:x': '1' })).toBe(false);
    expect(holds({ Null: { 'aws:x': 'false' } }, { 'aws:x': '1' })).toBe(true);
    expect(holds({ Null: { 'aws:x': ['true', 'false'] } }, {})).toBe(true);
    expect(holds({ Null: { 'aws:x': 'true' } }, { 'aws:x': [] })).toBe(true);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
describe('set operators', () => {
  const K = 'kms:EncryptionContextKeys';
  test.each<[string, string[], string[], boolean]>([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', ['a'], [''], true],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'a'], false],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['x', 'b'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['x'], false],
    ['ForAnyValue:StringEquals', [''], [''], false],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
  ])('%s %j against %j: %s', (operator, wanted, actual, expected) => {
    expect(holds({ [operator]: { [K]: wanted } }, { [K]: actual })).toBe(expected);
  });

  test('are needed for several values, and the trace says so', () => {
    expect(lineOf({ StringEquals: { [K]: 'a' } }, { [K]: ['a', 'b'] })?.why).toBe('needsSetOperator');
    expect(holds({ StringEquals: { [K]: 'a' } }, { [K]: ['a'] })).toBe(true);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
describe('policy variables', () => {
  const K = 'kms:EncryptionContext:user';
  test('are replaced, ignoring the case of the key', () => {
    expect(
      holds({ StringEquals: { [K]: '${AWS:PrincipalTag/Team}-x' } }, { [K]: 'red-x', 'aws:principaltag/team': 'red' }),
    ).toBe(true);
  });
  test('take their default when the key is absent, and nothing else does', () => {
    const condition = { StringEquals: { [K]: "${aws:PrincipalTag/team, 'company-wide'}" } };
    expect(holds(condition, { [K]: 'company-wide' })).toBe(true);
    expect(holds(condition, { [K]: 'company-wide', 'aws:PrincipalTag/team': 'red' })).toBe(false);
  });
  test('without a value match nothing, so that only a negated operator holds', () => {
    expect(holds({ StringLike: { [K]: '*${aws:username}' } }, { [K]: 'Alice' })).toBe(false);
    expect(holds({ StringNotLike: { [K]: '*${aws:username}' } }, { [K]: 'Alice' })).toBe(true);
    expect(lineOf({ StringEquals: { [K]: '${aws:username}' } }, { [K]: 'Alice' })).toMatchObject({
      why: 'variableUnresolved',
      resolved: [null],
    });
  });
  test('with several values match nothing', () => {
    expect(holds({ StringEquals: { [K]: '${aws:TagKeys}' } }, { [K]: 'a', 'aws:TagKeys': ['a', 'b'] })).toBe(false);
  });
  test('bring no wildcard along', () => {
    expect(holds({ StringLike: { [K]: '${aws:username}' } }, { [K]: 'Bob', 'aws:username': '*' })).toBe(false);
    expect(holds({ StringLike: { [K]: '${aws:username}*' } }, { [K]: 'Bobby', 'aws:username': 'Bob' })).toBe(true);
  });
  test.each([
    ['${*}', '*', true],
    ['${?}', '?', true],
    ['${?}', 'x', false],
    ['${$}x', '$x', true],
    ['${*}*', '*anything', true],
  ])('escape: StringLike %s against %s: %s', (wanted, actual, expected) => {
    expect(holds({ StringLike: { [K]: wanted } }, { [K]: actual })).toBe(expected);
  });
  test('are plain text for 2008-10-17 and for operators other than String and ARN', () => {
    expect(holds({ StringEquals: { [K]: '${aws:username}' } }, { [K]: '${aws:username}' }, '2008-10-17')).toBe(true);
    expect(holds({ NumericEquals: { [K]: '${aws:n}' } }, { [K]: '1', 'aws:n': '1' })).toBe(false);
  });
});

test('keys named like prototype members are ordinary keys', () => {
  expect(holds({ Null: { constructor: 'true', __proto__: 'true' } }, {})).toBe(true);
  expect(holds({ Null: { 'aws:__proto__': 'false' } }, { 'aws:__proto__': 'x' })).toBe(true);
});
