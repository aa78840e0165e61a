import type { Component } from 'svelte';
import type { Locale } from '../../i18n/locales.ts';
import { partNeededFor } from '../../learn/needs.ts';
import { loadPart } from '../prepareCommand.ts';
import type { PresentedExercise } from './presented.ts';

/** Of the title of an exercise in the page's outline. */
export type HeadingLevel = 1 | 2 | 3;

export interface DeskProps {
  readonly locale: Locale;
  readonly exercise: PresentedExercise;
  readonly level: HeadingLevel;
}

/** Verbs on a bench that say nothing yet of the key that they will be given. */
const OF_KEY_PAIRS = /KeyPair|Sign|Verify|Import|Shared|capsulate/;

/** Fetches the desk, and the parts of the model that the world of the exercise, or its bench, will ask for. */
export const openDesk = async (exercise: PresentedExercise): Promise<Component<DeskProps>> => {
  const { world, bench, checks } = exercise;
  const part = bench.operations.some((name) => OF_KEY_PAIRS.test(name))
    ? 'full'
    : partNeededFor([world, bench, checks]);
  const [{ default: Desk }] = await Promise.all([import('./ExerciseDesk.svelte'), part && loadPart(part)]);
  return Desk;
};
