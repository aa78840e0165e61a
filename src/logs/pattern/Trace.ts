/** Why an event matched or not, condition by condition; every condition is tried, also where the answer was clear. */
import type { Span } from './FilterPattern.ts';

/** What stood at the place a condition asked about. */
export type Seen =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'object' }
  | { readonly kind: 'array' }
  | { readonly kind: 'absent' };

export type TraceReason =
  | 'equal'
  | 'different'
  | 'regexFound'
  | 'regexNotFound'
  | 'numberHolds'
  | 'numberFails'
  | 'notANumber'
  | 'absent'
  | 'notASingleValue'
  | 'isNull'
  | 'isTrue'
  | 'isFalse'
  | 'isSomethingElse'
  | 'exists'
  | 'termFound'
  | 'termNotFound'
  | 'termIgnored'
  | 'blankPhrase'
  | 'tooFewFields'
  | 'fieldTaken';

export interface TraceCondition extends Span {
  readonly kind: 'condition';
  readonly matched: boolean;
  readonly reason: TraceReason;
  /** One entry, or with a wildcard one for each element. */
  readonly seen: readonly Seen[];
  /** Positions in `seen` that satisfied the condition. */
  readonly hits: readonly number[];
}

export interface TraceJunction extends Span {
  readonly kind: 'and' | 'or';
  readonly matched: boolean;
  readonly terms: readonly Trace[];
}

export type Trace = TraceCondition | TraceJunction;

export interface Explanation {
  readonly matched: boolean;
  readonly format: 'json' | 'space' | 'text' | 'regex';
  /** Absent when the event is not of the pattern's format at all, or the pattern has no condition. */
  readonly trace: Trace | undefined;
  /** Said when there is no trace. */
  readonly because: 'notJson' | 'matchesEverything' | undefined;
}
