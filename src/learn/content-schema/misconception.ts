import * as v from 'valibot';
import { Chapter } from './chapters.ts';
import { ExerciseId, MisconceptionId, Source } from './common.ts';
import { Text } from './text.ts';

/**
 * A belief that many hold, and what is true instead.
 *
 * `claim` is stated as its believer would say it and is never shown without `refutation`. `tryIt` says what to do in
 * the simulator to see the belief break; `exercise` is where that is the task. `exerciseOnly` marks a belief that no
 * question takes up.
 */
export const Misconception = v.strictObject({
  id: MisconceptionId,
  chapter: Chapter,
  claim: Text,
  refutation: Text,
  because: Text,
  tryIt: Text,
  exercise: ExerciseId,
  source: Source,
  exerciseOnly: v.optional(v.boolean(), false),
});
export type Misconception = v.InferOutput<typeof Misconception>;
