import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { GRANT_STATES, grantLifecycle } from '../../../src/kms/charts/grant.machine.ts';
import { SIMULATED_GRANT_PROPAGATION } from '../../../src/kms/durations.ts';
import { grantLife } from '../../../src/kms/grant-life.ts';

type Move = { readonly type: 'Retired' | 'Revoked' } | { readonly wait: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom({ type: 'Retired' as const }, { type: 'Revoked' as const }),
  fc.integer({ min: 1, max: 2 * SIMULATED_GRANT_PROPAGATION }).map((wait) => ({ wait })),
);

test('stepped as a pure function, a grant lives as a live actor does', () => {
  const seen = new Set<unknown>();
  fc.assert(
    fc.property(fc.array(move, { maxLength: 8 }), (moves) => {
      const clock = new SimulatedClock();
      const actor = createActor(grantLifecycle, { clock }).start();
      let { life } = grantLife.start(undefined, 0);
      let now = 0;
      for (const next of moves) {
        if (actor.getSnapshot().status === 'done') break;
        if ('type' in next) {
          actor.send(next);
          life = grantLife.step(life, next, now).life;
        } else {
          now += next.wait;
          clock.increment(next.wait);
          for (let due = Object.entries(life.timers)[0]; due && due[1].at <= now; due = Object.entries(life.timers)[0])
            life = grantLife.fire(life, due[0]).life;
        }
        const { value, context } = actor.getSnapshot();
        expect({ value: life.value, context: life.context }).toEqual({ value, context });
        seen.add(value);
      }
    }),
    { seed: 20260401, numRuns: 300 },
  );
  expect([...seen].sort()).toEqual([...GRANT_STATES].sort());
});
