import type { Component } from 'svelte';
import type { Locale } from '../../i18n/locales.ts';
import type { PresentedExercise } from './presented.ts';

/** What has to do with key pairs or imports, in a world or on its bench. */
const KEY_PAIRS = /RSA|ECC|ML_|KeyPair|Sign|Verify|GetParametersForImport/;

/** Fetches the desk, and the cryptography of key pairs where the world of the exercise is made with it. */
export const openDesk = async (
  exercise: PresentedExercise,
): Promise<Component<{ locale: Locale; exercise: PresentedExercise }>> => {
  const [{ default: Desk }] = await Promise.all([
    import('./ExerciseDesk.svelte'),
    KEY_PAIRS.test(JSON.stringify([exercise.world, exercise.bench])) ? import('../../kms/full.ts') : undefined,
  ]);
  return Desk;
};
