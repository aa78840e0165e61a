import type { Locale } from '../i18n/locales.ts';
import { DAY, type Instant } from '../kms/vocabulary.ts';

const formats = new Map<Locale, Intl.DateTimeFormat>();

/** An instant of the simulated clock as a wall clock in Tokyo shows it: `2026-04-01 09:00`. The same in both languages. */
export const wallClock = (instant: Instant): string => {
  const format =
    formats.get('ja') ??
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
  formats.set('ja', format);
  return format.format(instant);
};

/** Whole days that are still to come, rounded up: 6 days and an hour are 7. */
export const daysLeft = (until: Instant, now: Instant): number => Math.max(0, Math.ceil((until - now) / DAY));
