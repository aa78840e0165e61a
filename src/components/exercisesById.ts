/** The exercises in content/, by id and in the order of their chapters. Build time only: a page ships what it places. */
import '../kms/full.ts';
import { CHAPTERS } from '../learn/content-schema/chapters.ts';
import type { Exercise } from '../learn/exercise.ts';

const modules = import.meta.glob<{ readonly default: Exercise }>('../../content/exercises/E*.ts', { eager: true });

export const allExercises: readonly Exercise[] = Object.values(modules)
  .map((module) => module.default)
  .sort(
    (a, b) =>
      CHAPTERS.indexOf(a.section) - CHAPTERS.indexOf(b.section) || a.level - b.level || a.id.localeCompare(b.id),
  );

const byId = new Map(allExercises.map((exercise) => [exercise.id, exercise]));

export const exerciseOf = (id: string): Exercise => {
  const exercise = byId.get(id);
  if (!exercise) throw new Error(`"${id}" expected an exercise of content/exercises, got none`);
  return exercise;
};
