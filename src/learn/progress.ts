import * as v from 'valibot';

/**
 * What a reader has answered and solved, as events and nothing else: schedules and maps are folds of them, and two files
 * are merged by putting their events together. Times are the reader's own clock, never the simulated one.
 */
const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

const Answered = v.strictObject({
  what: v.literal('answered'),
  /** `q10-03` */
  id: v.pipe(v.string(), v.regex(/^q\d{2}-\d{2}$/)),
  /** The question's answerRev: when that changes, what was answered before counts no more. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: Instant,
  right: v.boolean(),
  sure: v.optional(v.boolean()),
  /** Beliefs that the answer betrayed. */
  mis: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^M\d{2}$/))), v.maxLength(10))),
});

const Attempted = v.strictObject({
  what: v.literal('attempted'),
  /** `E41` */
  id: v.pipe(v.string(), v.regex(/^E\d{2}b?$/)),
  at: Instant,
  outcome: v.picklist(['solved', 'shown']),
  /** How many hints were read. */
  hints: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  /** Calls of the reader, and of the solution that is known. */
  calls: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
});

const ProgressEvent = v.variant('what', [Answered, Attempted]);
export type ProgressEvent = v.InferOutput<typeof ProgressEvent>;
export type AnsweredEvent = v.InferOutput<typeof Answered>;
export type AttemptedEvent = v.InferOutput<typeof Attempted>;

export const PROGRESS_VERSION = 1;
const MAX_EVENTS = 50_000;

const ProgressSchema = v.strictObject({
  v: v.literal(PROGRESS_VERSION),
  events: v.pipe(v.array(ProgressEvent), v.maxLength(MAX_EVENTS)),
});

export type Progress = readonly ProgressEvent[];

export type ReadProgress =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly problem: 'damaged' | 'otherVersion' };

/** Reads what a file or the storage holds: written by another page, perhaps by another hand. */
export const readProgress = (text: string): ReadProgress => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'damaged' };
  }
  const version = (json as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && version !== PROGRESS_VERSION) return { ok: false, problem: 'otherVersion' };
  const parsed = v.safeParse(ProgressSchema, json);
  return parsed.success ? { ok: true, progress: parsed.output.events } : { ok: false, problem: 'damaged' };
};

export const writeProgress = (progress: Progress): string => JSON.stringify({ v: PROGRESS_VERSION, events: progress });

/** Adds one event; the oldest fall off when there are too many. */
export const remember = (progress: Progress, event: ProgressEvent): Progress => [...progress, event].slice(-MAX_EVENTS);

/** All events of both, each once, oldest first. */
export const mergeProgress = (one: Progress, other: Progress): Progress => {
  const events = new Map([...one, ...other].map((event) => [`${event.what}/${event.id}/${event.at}`, event]));
  return [...events.values()].sort((a, b) => a.at - b.at).slice(-MAX_EVENTS);
};
