import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beginHistory } from '../../src/kms/full.ts';
import { runScript } from '../../src/learn/script.ts';
import { fontSizeFor } from '../../src/present/font-size.ts';
import { adviceFor, checkpointsOf, lengthOf, playStep, resultOf, type Tape } from '../../src/present/tape.ts';

const folder = new URL('../../content/tapes/', import.meta.url);
const tapes = await Promise.all(
  readdirSync(folder).map(async (file) => ((await import(new URL(file, folder).href)) as { default: Tape }).default),
);

describe.each(tapes.map((tape) => [tape.id, tape] as const))('the tape %s', (_, tape) => {
  const begin = runScript(beginHistory(tape.id), tape.world);
  const checkpoints = checkpointsOf(tape, begin);

  test.each(tape.steps.map((step, index) => [step.code, step, index] as const))(
    'step %s answers as expected',
    (_code, step, index) => {
      const played = playStep(checkpoints[index] as (typeof checkpoints)[number], step);
      for (const { outcome, expected } of played.outcomes) expect(outcome).toBe(expected ?? 'ok');
      if (step.vote) {
        const outcomes = step.vote.options.map((option) => option.outcome);
        expect(outcomes).toContain(resultOf(played));
        expect(new Set(outcomes).size).toBe(outcomes.length);
      }
    },
  );

  test('has codes of its own and a length that somebody can sit through', () => {
    const codes = tape.steps.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^\d\d$/);
    expect(lengthOf(tape)).toBeLessThanOrEqual(20 * 60);
  });

  test('puts no more on the screen than a room can read', () => {
    for (const { screen } of tape.steps) {
      expect([...screen.headline.ja].length).toBeLessThanOrEqual(20);
      expect(screen.lines?.length ?? 0).toBeLessThanOrEqual(4);
      for (const { ja } of screen.lines ?? []) expect([...ja].length).toBeLessThanOrEqual(26);
    }
  });
});

describe('the room', () => {
  test.each([
    [6, 1.2, 2.5],
    [10, 1.2, 4.2],
    [10, 1, 5],
    [20, 1.5, 6.7],
  ])('at %i m from a picture of %f m wants letters of %f vh', (distance, height, size) => {
    expect(fontSizeFor(distance, height)).toBe(size);
  });

  test('is told to think again, to talk, or to go on', () => {
    expect([adviceFor(0, 0), adviceFor(3, 10), adviceFor(5, 10), adviceFor(7, 10), adviceFor(8, 10)]).toEqual([
      'none',
      'explain',
      'discuss',
      'discuss',
      'goOn',
    ]);
  });
});
