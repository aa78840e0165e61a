import { type ApiEntry, entriesOf, type History, pathTo } from '../kms/index.ts';
import { ciphertextsOf } from './ciphertexts.ts';
import type { Exercise, FieldValue, Move } from './exercise.ts';
import { runStep, type Saved, type ScriptStep } from './script.ts';
import { beginLearning, type Learning, type StartWorld } from './session.ts';

/** What a reader has done and said so far. */
export interface Attempt {
  readonly learning: Learning;
  /** By id of the field. */
  readonly answers: Readonly<Record<string, FieldValue>>;
}

export const startOfExercise = ({ id, world }: Pick<Exercise, 'id' | 'world'>): StartWorld => ({
  id: `exercise/${id}`,
  steps: world,
});

export const beginAttempt = (exercise: Pick<Exercise, 'id' | 'world'>): Attempt => ({
  learning: beginLearning(startOfExercise(exercise)),
  answers: {},
});

/** Takes a path to its end. */
export const take = (attempt: Attempt, moves: readonly Move[]): Attempt => moves.reduce(takeMove, attempt);

const takeMove = ({ learning, answers }: Attempt, move: Move): Attempt => {
  if ('answer' in move) return { learning, answers: { ...answers, [move.answer]: move.is } };
  const { history, saved } = runStep({ history: learning.history, saved: namesOf(learning) }, move as ScriptStep);
  const { made: _, latest: __, ...kept } = saved;
  return { learning: { ...learning, history, saved: kept }, answers };
};

/** The entries since the reader took over. */
export const ownEntries = ({ history, floor }: Learning) => entriesOf(history).slice(pathTo(history, floor).length - 1);

/**
 * Names for what the reader may have made: `$made.CreateKey` is the last answer to that operation, `$latest.c1` what the
 * saved ciphertext c1 was last re-encrypted to.
 */
export const namesOf = (learning: Learning): Saved => ({
  ...learning.saved,
  made: Object.fromEntries(
    ownEntries(learning).flatMap((entry) =>
      entry.kind === 'api' && entry.output ? [[entry.command.operation, entry.output]] : [],
    ),
  ),
  latest: Object.fromEntries(
    Object.entries(learning.saved).flatMap(([name, output]) => {
      const blob = (output as { CiphertextBlob?: unknown } | undefined)?.CiphertextBlob;
      return typeof blob === 'string' ? [[name, { CiphertextBlob: latestOf(learning.history, blob) }]] : [];
    }),
  ),
});

const latestOf = (history: History, blob: string): string =>
  entriesOf(history).reduce((latest, entry) => reencrypted(entry as ApiEntry, latest) ?? latest, blob);

const reencrypted = ({ kind, command, output }: ApiEntry, blob: string): string | undefined =>
  kind === 'api' && command.operation === 'ReEncrypt' && command.input.CiphertextBlob === blob
    ? (output as { CiphertextBlob?: string } | undefined)?.CiphertextBlob
    : undefined;

/** A ciphertext and all that it was re-encrypted to. */
export const descendantsOf = (history: History, blob: string) => {
  const entries = entriesOf(history);
  const blobs = new Set([blob]);
  for (const entry of entries)
    for (const ancestor of [...blobs]) {
      const next = reencrypted(entry as ApiEntry, ancestor);
      if (next) blobs.add(next);
    }
  return ciphertextsOf(entries).filter(({ CiphertextBlob }) => blobs.has(CiphertextBlob));
};
