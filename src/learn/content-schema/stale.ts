import type { Fact } from './fact.ts';

/** A fact that nobody compared with AWS's page for so long is due for another look. */
export const STALE_AFTER_DAYS = 180;

/**
 * The facts that were compared before a day, those waiting longest first.
 * @param day `YYYY-MM-DD`, by the caller's clock: today less STALE_AFTER_DAYS
 */
export const factsCheckedBefore = (facts: readonly Fact[], day: string): readonly Fact[] =>
  facts.filter(({ checkedOn }) => checkedOn < day).sort((one, other) => one.checkedOn.localeCompare(other.checkedOn));
