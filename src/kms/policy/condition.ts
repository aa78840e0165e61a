/**
 * One line of a Condition: an operator, a key, its values.
 * Values of one key are alternatives (for a negated operator: none of them); keys and operators must all hold.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
import type { CompiledCondition } from './compile.ts';
import type { Operator } from './operators.ts';
import type { Lookup, Resolved } from './template.ts';
import type { ConditionTrace, ConditionWhy } from './types.ts';

type Outcome = readonly [matched: boolean, why: ConditionWhy];

/** A value whose variable is unresolved equals nothing, so it satisfies a negated operator. */
const satisfies = (operator: Operator, actual: string, wanted: readonly (Resolved | null)[]): boolean =>
  wanted.some((value) => value !== null && operator.test(actual, value)) !== operator.negated;

function outcome(
  condition: CompiledCondition,
  actual: readonly string[] | undefined,
  wanted: readonly (Resolved | null)[],
): Outcome {
  if (!condition.operator) return [false, 'unknownOperator'];
  const { operator, set, ifExists } = condition.operator;
  const absent = actual === undefined || actual.length === 0;
  if (operator.family === 'Null') {
    const matched = wanted.some((value) => value?.text.toLowerCase() === String(absent));
    return [matched, matched ? 'matches' : absent ? 'keyAbsent' : 'keyPresent'];
  }
  // AWS counts an empty string as no data for set operators.
  const noData = absent || (set !== undefined && actual.every((value) => value === ''));
  if (noData) {
    if (set === 'ForAllValues') return [true, 'keyAbsentForAllValues'];
    if (ifExists) return [true, 'keyAbsentIfExists'];
    if (set === 'ForAnyValue' || !operator.negated) return [false, 'keyAbsent'];
    return [true, 'keyAbsentNegated'];
  }
  if (set === undefined && actual.length > 1) return [false, 'needsSetOperator'];
  const holds = (value: string): boolean => satisfies(operator, value, wanted);
  const matched = set === 'ForAnyValue' ? actual.some(holds) : actual.every(holds);
  if (!matched && wanted.includes(null)) return [false, 'variableUnresolved'];
  return [matched, matched ? 'matches' : 'differs'];
}

export function evaluateCondition(condition: CompiledCondition, lookup: Lookup): ConditionTrace {
  const actual = lookup(condition.lowerCaseKey);
  const wanted = condition.values.map((template) => template.resolve(lookup));
  const [matched, why] = outcome(condition, actual, wanted);
  return {
    element: 'Condition',
    operator: condition.operatorText,
    key: condition.key,
    wanted: condition.wanted,
    ...(condition.hasVariables ? { resolved: wanted.map((value) => value?.text ?? null) } : {}),
    actual,
    matched,
    why,
  };
}
