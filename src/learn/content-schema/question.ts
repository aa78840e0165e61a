import * as v from 'valibot';
import { Chapter } from './chapters.ts';
import { Id, MisconceptionId } from './common.ts';
import { Confusable } from './confusable.ts';
import { Proof } from './proof.ts';
import { Label, Text } from './text.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * What every question has.
 *
 * `rev` counts changes of wording, `answerRev` changes of the answer: only the latter makes a learner's history void.
 * `asks` tells whether the question wants a fact, a reason, or what happens next.
 */
const common = {
  id: v.pipe(v.string(), v.regex(/^q\d{2}-\d{2}$/)),
  rev: count,
  answerRev: count,
  section: Chapter,
  asks: v.picklist(['fact', 'why', 'next']),
  difficulty: v.picklist([1, 2, 3]),
  stem: Text,
  confusable: v.optional(v.array(Confusable), []),
  source: v.pipe(v.array(Id), v.minLength(1)),
  proof: Proof,
};

/** One possible answer. Every option, right or wrong, has its reason; a wrong one names the belief behind it. */
export const Option = v.strictObject({
  id: Id,
  text: Label,
  correct: v.optional(v.boolean(), false),
  why: Text,
  mis: v.optional(MisconceptionId),
});
export type Option = v.InferOutput<typeof Option>;

const options = v.pipe(v.array(Option), v.minLength(2), v.maxLength(6));
const rightOnes = (list: readonly Option[]) => list.filter((option) => option.correct).length;

/** Pick one. */
const Choice = v.strictObject({
  type: v.literal('choice'),
  ...common,
  options: v.pipe(
    options,
    v.check((list) => rightOnes(list) === 1, 'exactly one option is right'),
  ),
});

/** Say what will happen, then watch it happen. */
const Predict = v.strictObject({ ...Choice.entries, type: v.literal('predict') });

/** Pick all that hold. */
const Multi = v.strictObject({
  type: v.literal('multi'),
  ...common,
  options: v.pipe(
    options,
    v.check((list) => rightOnes(list) > 0 && rightOnes(list) < list.length, 'some options are right and some wrong'),
  ),
});

/** Type it. `accept` holds every spelling that counts, `near` answers that earn a hint instead of a no. */
const Short = v.strictObject({
  type: v.literal('short'),
  ...common,
  accept: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
  why: Text,
  near: v.optional(v.array(v.strictObject({ text: v.string(), why: Text, mis: v.optional(MisconceptionId) })), []),
});

/** Put into order; the list here is the right order. */
const Order = v.strictObject({
  type: v.literal('order'),
  ...common,
  steps: v.pipe(v.array(v.strictObject({ id: Id, text: Label, why: Text })), v.minLength(3)),
});

/** Join left to right; several lefts may share one right. */
const Match = v.strictObject({
  type: v.literal('match'),
  ...common,
  pairs: v.pipe(
    v.array(v.strictObject({ id: Id, left: Label, right: Label, why: Text, mis: v.optional(MisconceptionId) })),
    v.minLength(2),
  ),
});

/** Read commands from top to bottom and say what each row comes to, out of `choices`. */
const Trace = v.strictObject({
  type: v.literal('trace'),
  ...common,
  choices: v.pipe(v.array(Label), v.minLength(2)),
  rows: v.pipe(
    v.array(v.strictObject({ id: Id, text: Label, answer: Label, why: Text, mis: v.optional(MisconceptionId) })),
    v.minLength(2),
  ),
});

/** Find the wrong lines. */
const Spot = v.strictObject({
  type: v.literal('spot'),
  ...common,
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        text: Label,
        wrong: v.optional(v.boolean(), false),
        why: Text,
        mis: v.optional(MisconceptionId),
      }),
    ),
    v.minLength(2),
    v.check((lines) => lines.some((line) => line.wrong), 'at least one line is wrong'),
  ),
});

export const Question = v.variant('type', [Choice, Predict, Multi, Short, Order, Match, Trace, Spot]);
export type Question = v.InferOutput<typeof Question>;

/** The beliefs that a question can bring to light. */
export const misconceptionsOf = (question: Question): readonly string[] => {
  const parts: readonly { readonly mis?: string | undefined }[] =
    question.type === 'short'
      ? question.near
      : question.type === 'match'
        ? question.pairs
        : question.type === 'trace'
          ? question.rows
          : question.type === 'spot'
            ? question.lines
            : question.type === 'order'
              ? []
              : question.options;
  return parts.flatMap((part) => part.mis ?? []);
};
