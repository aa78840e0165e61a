import type { Exercise } from '../../learn/exercise.ts';

/** What a page holds of an exercise: its wrong paths are for the tests. */
export type PresentedExercise = Omit<Exercise, 'wrong' | 'alternatives'>;

export const presented = ({ wrong: _, alternatives: __, ...exercise }: Exercise): PresentedExercise => exercise;

/** As the grader wants it. */
export const gradable = (exercise: PresentedExercise): Exercise => ({ ...exercise, wrong: [], alternatives: [] });
