import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { attemptMachine } from '../../src/learn/attempt.machine.ts';

const attemptAfter = (...events: Parameters<ReturnType<typeof begun>['send']>[0][]) => {
  const actor = begun();
  for (const event of events) actor.send(event);
  return actor.getSnapshot();
};
const begun = () => createActor(attemptMachine).start();

describe('an attempt', () => {
  test('gives its first hint when asked, the next only after a new action', () => {
    const one = attemptAfter({ type: 'Hint' }, { type: 'Hint' }, { type: 'Hint' });
    expect(one.context.hints).toBe(1);
    expect(one.can({ type: 'Hint' })).toBe(false);
    expect(attemptAfter({ type: 'Hint' }, { type: 'Act' }, { type: 'Hint' }).context.hints).toBe(2);
  });

  test('takes a failed verdict for an action, and counts it', () => {
    const failed = attemptAfter({ type: 'Hint' }, { type: 'Judge', isSolved: false });
    expect(failed.context).toEqual({ failures: 1, hints: 1, hasActedSinceHint: true });
  });

  test('has three hints and no more', () => {
    const steps = Array.from({ length: 5 }, () => [{ type: 'Act' } as const, { type: 'Hint' } as const]).flat();
    expect(attemptAfter(...steps).context.hints).toBe(3);
  });

  test('shows the solution to whoever has tried or asked for a hint, not before', () => {
    expect(attemptAfter({ type: 'Act' }, { type: 'ShowSolution' }).value).toBe('working');
    expect(attemptAfter({ type: 'Judge', isSolved: false }, { type: 'ShowSolution' }).value).toBe('solutionShown');
    expect(attemptAfter({ type: 'Hint' }, { type: 'ShowSolution' }).value).toBe('solutionShown');
  });

  test('stays solved until it is begun again', () => {
    const solved = [{ type: 'Judge', isSolved: true } as const];
    expect(attemptAfter(...solved, { type: 'Judge', isSolved: false }).value).toBe('solved');
    const again = attemptAfter({ type: 'Hint' }, ...solved, { type: 'Again' });
    expect([again.value, again.context.hints]).toEqual(['briefed', 0]);
  });
});
