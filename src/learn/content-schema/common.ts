import * as v from 'valibot';

/** Stable name of an entry; never a position, never reused for another meaning. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case'));

/** `2026-11-23` */
export const Day = v.pipe(v.string(), v.isoDate());

/** A year, a month, or a day: as exact as the source is. */
export const Since = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'));

/** A page that a reader can open to see for themselves. */
export const Source = v.pipe(v.string(), v.url(), v.startsWith('https://'));

/** `M01` … `M78` */
export const MisconceptionId = v.pipe(v.string(), v.regex(/^M\d{2}$/));

/** `E01` … `E60`, and `E49b` */
export const ExerciseId = v.pipe(v.string(), v.regex(/^E\d{2}b?$/));
