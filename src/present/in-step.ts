import * as v from 'valibot';
import { canonicalJson } from '../kms/entropy.ts';
import { parseCommand } from '../learn/command-schema.ts';
import type { TalkContext, TalkEvent } from './talk.machine.ts';

/**
 * What two windows of one talk say to each other: the events themselves. Told the same events in the same order, they
 * are in the same state; a checksum shows whether they are.
 */
export type TalkMessage =
  | { readonly kind: 'event'; readonly talk: string; readonly number: number; readonly event: TalkEvent }
  | { readonly kind: 'hello'; readonly talk: string }
  | { readonly kind: 'log'; readonly talk: string; readonly events: readonly TalkEvent[] };

const Plain = v.strictObject({
  type: v.picklist(['Next', 'Back', 'Rewind', 'Restart', 'OpenVote', 'CloseVote', 'Discuss', 'Blank', 'Question']),
});
const Small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const Event = v.union([
  Plain,
  v.strictObject({ type: v.literal('GoTo'), at: Small }),
  v.strictObject({ type: v.literal('Count'), option: Small, votes: Small }),
  v.strictObject({
    type: v.literal('Try'),
    command: v.custom<object>((value) => parseCommand(value) !== undefined, 'expected a command'),
  }),
]);

const Message = v.variant('kind', [
  v.strictObject({ kind: v.literal('event'), talk: v.string(), number: Small, event: Event }),
  v.strictObject({ kind: v.literal('hello'), talk: v.string() }),
  v.strictObject({ kind: v.literal('log'), talk: v.string(), events: v.pipe(v.array(Event), v.maxLength(1000)) }),
]);

/** `undefined` for anything that is not a message of this talk. */
export const parseTalkMessage = (value: unknown, talk: string): TalkMessage | undefined => {
  const parsed = v.safeParse(Message, value);
  return parsed.success && parsed.output.talk === talk ? (parsed.output as TalkMessage) : undefined;
};

/** Four characters that stand for all of a talk's state: equal in both windows, or something is wrong. */
export const checksumOf = (phase: unknown, { at, run, tallies, branches }: TalkContext): string => {
  const world = run.history.moments[run.history.at]?.world;
  const text = canonicalJson([phase, at, tallies, branches.length, world]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').slice(0, 4);
};
