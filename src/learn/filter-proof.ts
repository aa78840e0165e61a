import { testMetricFilter } from '../logs/index.ts';
import type { FilterProof } from './content-schema/proof.ts';

export interface FilterReport {
  /** Positions of the records that the pattern matched. */
  readonly matched: readonly number[];
  readonly holds: boolean;
  /** Why the pattern is none. */
  readonly problem?: string;
}

/** Runs the filter pattern of an answer key over its records. */
export const runFilterProof = ({ pattern, records, matches }: FilterProof): FilterReport => {
  const answer = testMetricFilter(
    pattern,
    records.map((record) => JSON.stringify(record)),
  );
  if ('error' in answer) return { matched: [], holds: false, problem: answer.error.message };
  const matched = answer.matches.map(({ eventNumber }) => eventNumber);
  return { matched, holds: JSON.stringify(matched) === JSON.stringify(matches) };
};
