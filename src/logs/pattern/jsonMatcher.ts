/** Compiles the tree of a JSON pattern to closures, one to match fast and one to explain. */
import { comparison } from './comparison.ts';
import type { Expression, JsonCondition } from './FilterPattern.ts';
import { ABSENT, type Found, selectorReader } from './selectorReader.ts';
import type { Seen, Trace, TraceReason } from './Trace.ts';

export interface JsonMatcher {
  readonly matches: (event: object) => boolean;
  readonly explain: (event: object) => Trace;
}

export const jsonMatcher = (node: Expression<JsonCondition>): JsonMatcher => {
  if (node.kind !== 'and' && node.kind !== 'or') return conditionMatcher(node);
  const { kind, from, to } = node;
  const terms = node.terms.map(jsonMatcher);
  const tests = terms.map((term) => term.matches);
  return {
    matches: kind === 'and' ? all(tests) : any(tests),
    explain: (event) => {
      const traces = terms.map((term) => term.explain(event));
      const matched = kind === 'and' ? traces.every((t) => t.matched) : traces.some((t) => t.matched);
      return { kind, matched, terms: traces, from, to };
    },
  };
};

type Test = (event: object) => boolean;

const all = (tests: readonly Test[]): Test => {
  const [first, second] = tests;
  if (first !== undefined && second !== undefined && tests.length === 2) {
    return (event) => first(event) && second(event);
  }
  return (event) => {
    for (const test of tests) if (!test(event)) return false;
    return true;
  };
};
const any = (tests: readonly Test[]): Test => {
  const [first, second] = tests;
  if (first !== undefined && second !== undefined && tests.length === 2) {
    return (event) => first(event) || second(event);
  }
  return (event) => {
    for (const test of tests) if (test(event)) return true;
    return false;
  };
};

const conditionMatcher = (condition: JsonCondition): JsonMatcher => {
  const test = conditionTest(condition);
  const reader = selectorReader(condition.selector);
  const { from, to } = condition;
  return {
    matches: reader.many
      ? (event) => {
          for (const found of reader.read(event)) if (test(found)) return true;
          return false;
        }
      : (event) => test(reader.read(event)),
    explain: (event) => {
      const found = reader.many ? reader.read(event) : [reader.read(event)];
      const hits = found.flatMap((one, index) => (test(one) ? [index] : []));
      const seen = found.map(seenOf);
      const telling = seen[hits[0] ?? 0] ?? { kind: 'absent' };
      const matched = hits.length > 0;
      return { kind: 'condition', matched, reason: reasonOf(condition, telling, matched), seen, hits, from, to };
    },
  };
};

const conditionTest = (condition: JsonCondition): ((found: Found) => boolean) => {
  if (condition.kind === 'notExists') return (found) => found === ABSENT;
  if (condition.kind === 'compare') return comparison(condition.operator, condition.value);
  const wanted = { NULL: null, TRUE: true, FALSE: false }[condition.what];
  return (found) => found === wanted;
};

const seenOf = (found: Found): Seen => {
  if (found === ABSENT || found === undefined) return { kind: 'absent' };
  if (Array.isArray(found)) return { kind: 'array' };
  if (typeof found === 'object' && found !== null) return { kind: 'object' };
  return { kind: 'value', value: found as string | number | boolean | null };
};

const reasonOf = (condition: JsonCondition, seen: Seen, matched: boolean): TraceReason => {
  if (condition.kind === 'notExists') return matched ? 'absent' : 'exists';
  if (seen.kind === 'absent') return 'absent';
  if (condition.kind === 'is') {
    if (!matched) return 'isSomethingElse';
    return condition.what === 'NULL' ? 'isNull' : condition.what === 'TRUE' ? 'isTrue' : 'isFalse';
  }
  if (seen.kind !== 'value' || seen.value === null) return 'notASingleValue';
  const { operator, value } = condition;
  if (operator !== '=' && operator !== '!=') {
    return typeof seen.value !== 'number' ? 'notANumber' : matched ? 'numberHolds' : 'numberFails';
  }
  const equal = matched === (operator === '=');
  if (value.kind === 'regex') return equal ? 'regexFound' : 'regexNotFound';
  return equal ? 'equal' : 'different';
};
