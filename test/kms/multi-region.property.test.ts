import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call } from '../../src/kms/call.ts';
import type { Command } from '../../src/kms/command.ts';
import { DAY, SECOND } from '../../src/kms/vocabulary.ts';
import { bigBang, isPrimary, keyStateOf, type World } from '../../src/kms/world.ts';

const REGIONS = ['ap-northeast-1', 'eu-west-1', 'us-east-1'] as const;

const region = fc.constantFrom(...REGIONS);
/** Half of the calls go where the primary is. */
const place = fc.oneof(region, fc.constant('primary' as const));
const on = (operation: string, more: fc.Arbitrary<object> = fc.constant({})) =>
  fc.tuple(place, more).map(([where, input]) => ({ operation, input, region: where }));

/** Commands on one family; the key id is filled in when it is known. */
const step = fc.oneof(
  on(
    'ReplicateKey',
    region.map((ReplicaRegion) => ({ ReplicaRegion })),
  ),
  on(
    'UpdatePrimaryRegion',
    region.map((PrimaryRegion) => ({ PrimaryRegion })),
  ),
  on('ScheduleKeyDeletion', fc.constant({ PendingWindowInDays: 7 })),
  on('CancelKeyDeletion'),
  on('DisableKey'),
  on('EnableKey'),
  on('EnableKeyRotation', fc.constant({ RotationPeriodInDays: 90 })),
  on('DisableKeyRotation'),
  on('RotateKeyOnDemand'),
  fc
    .constantFrom(30 * SECOND, 30 * SECOND, 5 * SECOND, 30 * SECOND, DAY, 8 * DAY, 100 * DAY)
    .map((by) => ({ clock: { by } })),
);

const familyHolds = (world: World): void => {
  const family = Object.values(world.keys);
  if (family.length === 0) return;
  const primaries = family.filter(isPrimary);
  expect(primaries).toHaveLength(1);
  const [primary] = primaries;
  for (const key of family) {
    expect(key.materials).toEqual(primary?.materials);
    expect(key.PrimaryRegion).toBe(primary?.Region);
    expect('PromotingTo' in key).toBe(keyStateOf(key) === 'Updating');
    if (key !== primary) expect(Object.keys(key.life.timers).filter((id) => id.includes('Rotation'))).toEqual([]);
  }
};

test('whatever is asked of a family of multi-Region keys, it has one primary, one set of materials and one rotation', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      let { world } = call(bigBang('family'), { operation: 'CreateKey', input: { MultiRegion: true } });
      const KeyId = Object.values(world.keys)[0]?.KeyId;
      for (const next of steps) {
        const home = Object.values(world.keys).find(isPrimary)?.Region;
        const command = (
          'operation' in next
            ? { ...next, region: next.region === 'primary' ? home : next.region, input: { KeyId, ...next.input } }
            : next
        ) as Command;
        const { world: after, entry } = call(world, command);
        if (entry.kind === 'api') {
          outcomes.add(`${entry.command.operation} ${entry.error ? 'refused' : 'done'}`);
          if (entry.error) expect({ ...after, seq: 0 }).toEqual({ ...world, seq: 0 });
        }
        world = after;
        familyHolds(world);
      }
    }),
    { seed: 20260401, numRuns: 200 },
  );
  // The walk has been everywhere: each operation was done and was refused.
  for (const operation of ['ReplicateKey', 'UpdatePrimaryRegion', 'ScheduleKeyDeletion', 'CancelKeyDeletion'])
    for (const outcome of ['done', 'refused']) expect(outcomes).toContain(`${operation} ${outcome}`);
});
