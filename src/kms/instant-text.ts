import type { Instant } from './vocabulary.ts';

/**
 * An instant as ISO 8601 in UTC, to the second: `2026-04-01T00:00:00Z`. The calendar is computed here, since the core
 * has no clock and no `Date`; the algorithm is that of days from civil, run backwards.
 * Source: https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export const isoInstant = (instant: Instant): string => {
  const { year, month, day, hour, minute, second } = calendarOf(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * The way dates stand inside CloudTrail's requestParameters and responseElements: `Apr 12, 2021, 6:58:30 PM`.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/ct-schedule-key-deletion.html
 */
export const trailInstant = (instant: Instant): string => {
  const { year, month, day, hour, minute, second } = calendarOf(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${MONTHS[month - 1]} ${day}, ${year}, ${hour % 12 || 12}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`;
};

interface Calendar {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DAY_SECONDS = 86_400;
const ERA_DAYS = 146_097;

/** In UTC. */
export const calendarOf = (instant: Instant): Calendar => {
  const seconds = Math.floor(instant / 1000);
  const days = Math.floor(seconds / DAY_SECONDS);
  const ofDay = seconds - days * DAY_SECONDS;

  // Days are counted from 0000-03-01, so that the leap day is the last of its year.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor((ofDay % 3600) / 60),
    second: ofDay % 60,
  };
};
