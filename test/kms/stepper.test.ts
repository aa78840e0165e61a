import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, createMachine, SimulatedClock } from 'xstate';
import {
  type KeyContext,
  type KeyEvent,
  type KeyInput,
  keyLifecycle,
} from '../../src/kms/charts/key-lifecycle.machine.ts';
import { type Life, stepperOf } from '../../src/kms/stepper.ts';
import { DAY, KEY_OPERATIONS, KEY_STATES, type Origin } from '../../src/kms/vocabulary.ts';
import { keyStateOf } from '../../src/kms/world.ts';

/**
 * Fires what is due up to `to`, earliest first, as the clock of the world does. The live clock is set to each instant
 * on the way: XState's SimulatedClock, told to jump, starts a re-armed timer at the end of the jump instead.
 */
const advanced = (
  stepper: ReturnType<typeof stepperOf<KeyContext, KeyEvent, KeyInput>>,
  life: Life<KeyContext>,
  to: number,
  clock: SimulatedClock,
  fired: Set<string>,
) => {
  let current = life;
  for (;;) {
    const [id, timer] =
      Object.entries(current.timers)
        .filter(([, { at }]) => at <= to)
        .sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
    if (id === undefined || !timer) break;
    fired.add(id.split('.')[2] ?? id);
    clock.set(Math.max(timer.at, clock.now()));
    current = stepper.fire(current, id).life;
  }
  clock.set(to);
  return current;
};

const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...KEY_OPERATIONS.filter((name) => name !== 'ScheduleKeyDeletion' && name !== 'EnableKeyRotation'))
      .map((type) => ({ type }) as KeyEvent),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('ScheduleKeyDeletion' as const),
      PendingWindowInDays: fc.integer({ min: 7, max: 30 }),
      hasReplicas: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('EnableKeyRotation' as const),
      RotationPeriodInDays: fc.integer({ min: 90, max: 400 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('MaterialImported' as const, 'MaterialDeleted' as const),
      complete: fc.boolean(),
      validity: fc.option(fc.integer({ min: 1, max: 90 * DAY }), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'KeyStoreConnected' as const,
        'KeyStoreDisconnected' as const,
        'LastReplicaDeleted' as const,
        'PromotionStarted' as const,
      )
      .map((type) => ({ type }) as KeyEvent),
  },
  // Often the few operations that lead on, so that walks go somewhere.
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('EnableKey' as const, 'DisableKey' as const, 'CancelKeyDeletion' as const)
      .map((type) => ({ type }) as KeyEvent),
  },
);

/** Milliseconds to wait; or until the first timer is due, or until one millisecond before. */
const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 40 * DAY }),
  fc.constant('due' as const),
  fc.constant('almostDue' as const),
);

const walk = fc.record({
  Origin: fc.constantFrom<Origin>('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
  isReplica: fc.boolean(),
  steps: fc.array(fc.tuple(event, wait), { minLength: 5, maxLength: 40 }),
});

type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

interface Seen {
  readonly states: Set<string>;
  readonly timers: Set<string>;
}

const nothingSeen = (): Seen => ({ states: new Set(), timers: new Set() });

/**
 * Walks a stepped life beside a live actor of the real chart on XState's own simulated clock: they must agree after
 * every step. `mutate` is what a faulty stepper would make of a life.
 */
const walkBoth = (
  machine: typeof keyLifecycle,
  { Origin, isReplica, steps }: Walk,
  seen: Seen,
  mutate = (life: Life<KeyContext>): Life<KeyContext> => life,
) => {
  const stepper = stepperOf<KeyContext, KeyEvent, KeyInput>(machine);
  const clock = new SimulatedClock();
  const input = { Origin, isReplica };
  const actor = createActor(keyLifecycle, { input, clock }).start();
  let life = mutate(stepper.start(input, 0).life);
  let now = 0;
  for (const [happening, waiting] of steps) {
    if (keyStateOf({ life }) === ('Deleted' as never)) break;
    life = mutate(stepper.step(life, happening, now).life);
    actor.send(happening);
    const due = Math.min(...Object.values(life.timers).map(({ at }) => at));
    if (typeof waiting === 'number') now += waiting;
    else if (due < Number.POSITIVE_INFINITY) now = Math.max(now, waiting === 'due' ? due : due - 1);
    life = advanced(stepper, life, now, clock, seen.timers);
    const live = actor.getSnapshot();
    expect(life.value).toEqual(live.value);
    expect(life.context).toEqual(live.context);
    seen.states.add(keyStateOf({ life }));
  }
};

const walks = (
  machine: typeof keyLifecycle,
  numRuns: number,
  mutate?: (life: Life<KeyContext>) => Life<KeyContext>,
): Seen => {
  const seen = nothingSeen();
  fc.assert(
    fc.property(walk, (way) => walkBoth(machine, way, seen, mutate)),
    { numRuns, seed: 20261124, endOnFailure: true },
  );
  return seen;
};

describe('the stepper', () => {
  test('agrees with a live actor on every random walk, through every state and every kind of timer', () => {
    const seen = walks(keyLifecycle, 500);
    expect([...seen.states].sort()).toEqual([...KEY_STATES, 'Deleted'].sort());
    expect([...seen.timers].sort()).toEqual([
      'creating',
      'materialValidity',
      'pendingWindow',
      'rotationPeriod',
      'updating',
    ]);
  }, 60_000);

  test('gives a refused operation the same life back, unchanged', () => {
    const stepper = stepperOf<KeyContext, KeyEvent, KeyInput>(keyLifecycle);
    fc.assert(
      fc.property(walk, ({ Origin, isReplica, steps }) => {
        let { life } = stepper.start({ Origin, isReplica }, 0);
        for (const [event] of steps) {
          const { life: next, verdict } = stepper.step(life, event, 0);
          if (typeof verdict === 'object') {
            expect(next.value).toEqual(life.value);
            expect(next.context).toEqual(life.context);
            expect(next.timers).toEqual(life.timers);
          }
          life = next;
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('fires no timer that the life does not have', () => {
    const stepper = stepperOf<KeyContext, KeyEvent, KeyInput>(keyLifecycle);
    const { life } = stepper.start({ Origin: 'AWS_KMS' }, 0);
    expect(() => stepper.fire(life, 'pendingWindow')).toThrow('is no timer of this life');
  });

  test('drops the timer of a state that is left', () => {
    const stepper = stepperOf<KeyContext, KeyEvent, KeyInput>(keyLifecycle);
    const born = stepper.start({ Origin: 'AWS_KMS' }, 0).life;
    const waiting = stepper.step(
      born,
      { type: 'ScheduleKeyDeletion', PendingWindowInDays: 7, hasReplicas: false },
      0,
    ).life;
    expect(Object.values(waiting.timers).map(({ at }) => at)).toEqual([7 * DAY]);
    expect(stepper.step(waiting, { type: 'CancelKeyDeletion' }, DAY).life.timers).toEqual({});
  });
});

describe('the walks tell the chart from', () => {
  const disagrees = (machine: typeof keyLifecycle, mutate?: (life: Life<KeyContext>) => Life<KeyContext>) =>
    expect(() => walks(machine, 400, mutate)).toThrow();

  test('a stepper that fires a millisecond late', () => {
    disagrees(keyLifecycle, (life) => ({
      ...life,
      timers: Object.fromEntries(
        Object.entries(life.timers).map(([id, timer]) => [
          id,
          { ...timer, at: Math.floor(timer.at / 1000) * 1000 + 1 },
        ]),
      ),
    }));
  }, 60_000);

  test('a stepper that forgets its timers', () => {
    disagrees(keyLifecycle, (life) => ({ ...life, timers: {} }));
  }, 60_000);

  /** The chart with one thing changed in its configuration. */
  const mutant = (change: (states: Mutable) => void): typeof keyLifecycle => {
    const { context, ...config } = keyLifecycle.config;
    const states = structuredClone(config.states) as unknown as Mutable;
    change(states);
    return createMachine({ ...config, context, states } as never, keyLifecycle.implementations as never) as never;
  };

  test.each<[string, (states: Mutable) => void]>([
    [
      'one that cancels a deletion to Enabled',
      ({ KeyState }) => (KeyState.states.PendingDeletion.on.CancelKeyDeletion.target = 'Enabled'),
    ],
    [
      'one that forgets a disabled key while its store is disconnected',
      ({ KeyState }) =>
        (KeyState.states.Unavailable.states.thenDisabled.on.KeyStoreConnected = '#key.KeyState.Enabled'),
    ],
    [
      'one in which material hears an operation',
      ({ KeyMaterial }) => (KeyMaterial.states.Held.on = { DeleteImportedKeyMaterial: 'Expiring' }),
    ],
    [
      'one that lets a sleeping key rotate',
      ({ AutomaticRotation }) =>
        (AutomaticRotation.states.On.states.Waiting.after.rotationPeriod = [{ target: 'Waiting', reenter: true }]),
    ],
    [
      'one that never catches up on a rotation',
      ({ AutomaticRotation }) => (AutomaticRotation.states.On.states.Overdue.on = {}),
    ],
    [
      'one whose primary does not wait for its replicas',
      ({ KeyState }) => (KeyState.states.PendingReplicaDeletion.after = { pendingWindow: 'Deleted' }),
    ],
    [
      'one that stays Enabled without its material',
      ({ KeyState }) => (KeyState.states.Enabled.on.MaterialDeleted = {}),
    ],
    [
      'one that takes a new material for one without expiry',
      ({ KeyMaterial }) => (KeyMaterial.states.Expiring.on = { MaterialImported: { actions: 'keepMaterials' } }),
    ],
    [
      'one whose material takes the other regions along',
      ({ KeyMaterial }) => (KeyMaterial.on.MaterialImported[0].reenter = true),
    ],
    [
      'one that stops the waiting period when the store is disconnected',
      ({ KeyState }) => (KeyState.states.PendingDeletion.on.KeyStoreDisconnected = 'Unavailable'),
    ],
  ])('%s', (_, change) => disagrees(mutant(change)), 60_000);
});

// biome-ignore lint/suspicious/noExplicitAny: a mutant may change anything.
type Mutable = any;
