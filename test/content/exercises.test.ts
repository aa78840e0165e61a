import '../../src/kms/full.ts';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { OperationName } from '../../src/kms/index.ts';
import { OPERATIONS } from '../../src/kms/operations/index.ts';
import { beginAttempt, take } from '../../src/learn/attempt.ts';
import type { Exercise, Move } from '../../src/learn/exercise.ts';
import { gradeExercise } from '../../src/learn/grade.ts';
import { content } from './content.ts';

const root = new URL('../../content/exercises/', import.meta.url);
const exercises: readonly Exercise[] = await Promise.all(
  readdirSync(root)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map(async (name) => {
      const module = (await import(new URL(name, root).href)) as { default: Exercise };
      expect(name).toBe(`${module.default.id}.ts`);
      return module.default;
    }),
);

const graded = (exercise: Exercise, moves: readonly Move[]) =>
  gradeExercise(exercise, take(beginAttempt(exercise), moves));
const unmetOf = (exercise: Exercise, moves: readonly Move[]) => graded(exercise, moves).unmet?.check.id;

/** Every text of an exercise, with the place where it stands. */
const textsOf = (value: unknown, at: string): readonly { at: string; ja: string; en: string }[] => {
  if (value === null || typeof value !== 'object') return [];
  if ('ja' in value && 'en' in value) return [{ at, ja: String(value.ja), en: String(value.en) }];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${at}.${key}`));
};

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const POLITE =
  /(です|ます|ました|でした|ません|ましょう|ください|ますか|ですか|でしょうか|でしょう|せんか)(（[^）]*）)?。$/u;

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (_, exercise) => {
  test('is not solved by doing nothing', () => {
    expect(graded(exercise, []).isSolved).toBe(false);
  });

  test('begins in a world that came about without a refusal of what it saves', () => {
    const { learning } = beginAttempt(exercise);
    for (const step of exercise.world)
      if ('save' in step && step.save !== undefined) expect(learning.saved[step.save], step.save).toBeDefined();
  });

  test('is solved by its solution', () => {
    expect(graded(exercise, exercise.solution).results.filter(({ met }) => !met)).toEqual([]);
  });

  test('is solved by each alternative', () => {
    expect(exercise.alternatives.length).toBeGreaterThan(0);
    for (const [at, moves] of exercise.alternatives.entries())
      expect(
        graded(exercise, moves).results.filter(({ met }) => !met),
        `alternative ${at}`,
      ).toEqual([]);
  });

  test('fails on each wrong path with the check that is declared', () => {
    expect(exercise.wrong.length).toBeGreaterThan(0);
    expect(exercise.wrong.map(({ do: moves }) => unmetOf(exercise, moves))).toEqual(
      exercise.wrong.map(({ fails }) => fails),
    );
  });

  test('has something to say on each wrong path', () => {
    for (const { do: moves, fails } of exercise.wrong)
      expect(graded(exercise, moves).unmet?.say, `${exercise.id} ${fails}`).toBeDefined();
  });

  test('names checks that it has in its feedback', () => {
    const ids = exercise.checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of Object.keys(exercise.feedback ?? {})) expect(ids).toContain(name.split('@')[0]);
  });

  test('gives the operations of its solution away in the last hint at the earliest', () => {
    const operations = exercise.solution.flatMap((move) => ('operation' in move ? move.operation : []));
    for (const hint of exercise.hints.slice(0, 2))
      for (const operation of operations)
        if (operation !== 'DescribeKey' && operation !== 'Decrypt' && operation !== 'Encrypt')
          for (const text of [hint.ja, hint.en]) expect(text).not.toMatch(new RegExp(`\\b${operation}\\b`));
  });

  test('lays on the bench all that its paths use', () => {
    const paths = [exercise.solution, ...exercise.alternatives, ...exercise.wrong.map(({ do: moves }) => moves)];
    for (const move of paths.flat()) {
      if ('answer' in move) expect(exercise.fields?.map(({ id }) => id)).toContain(move.answer);
      else if ('iam' in move) expect(exercise.bench.policiesOf).toContain(move.iam);
      else if ('operation' in move) {
        expect(exercise.bench.operations).toContain(move.operation);
        if (move.as !== undefined) expect(exercise.bench.principals).toContain(move.as);
        if (move.region !== undefined) expect(exercise.bench.regions).toContain(move.region);
      }
    }
    for (const operation of exercise.bench.operations) expect(OPERATIONS).toHaveProperty(operation as OperationName);
  });

  test('has one right reason in its last question', () => {
    expect(exercise.why.options.filter(({ correct }) => correct)).toHaveLength(1);
    expect(exercise.why.options.length).toBeGreaterThanOrEqual(3);
  });

  test('belongs to a chapter by beliefs that exist', () => {
    const known = new Map(content.misconceptions.map((misconception) => [misconception.id, misconception]));
    expect(exercise.mis.length).toBeGreaterThan(0);
    for (const id of exercise.mis) expect(known.has(id), id).toBe(true);
  });

  test('is written in both languages, each in its own way', () => {
    for (const { at, ja, en } of textsOf(
      { ...exercise, world: [], solution: exercise.solution.map((move) => move.note) },
      exercise.id,
    )) {
      expect(ja, at).toMatch(JAPANESE);
      expect(en, at).not.toMatch(JAPANESE);
      expect(ja, at).not.toMatch(
        /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」（）] +[!-~]|[!-~] +[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」（）]/u,
      );
      expect(en, at).not.toMatch(/[“”‘’]| {2}/);
    }
    for (const { at, ja, en } of textsOf(
      {
        task: exercise.task,
        hints: exercise.hints,
        feedback: exercise.feedback,
        remark: exercise.remark,
        why: exercise.why.options.map(({ why }) => why),
        stem: exercise.why.stem,
      },
      exercise.id,
    )) {
      expect(ja, at).toMatch(POLITE);
      expect(en, at).toMatch(/[.?!:)"]$/);
    }
  });
});
