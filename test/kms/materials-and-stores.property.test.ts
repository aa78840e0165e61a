import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiCall, Command } from '../../src/kms/command.ts';
import { call } from '../../src/kms/full.ts';
import { pendingMaterial } from '../../src/kms/imported-material.ts';
import { connectionStateOf } from '../../src/kms/key-stores.ts';
import { isPermanent } from '../../src/kms/materials.ts';
import { DAY, MINUTE } from '../../src/kms/vocabulary.ts';
import { currentMaterial, type KeyRecord, keyStateOf, type World } from '../../src/kms/world.ts';
import { given } from './given.ts';
import { importing } from './importing.ts';

/** Walks a world through commands, holding every step to the rules; the second walk must meet the same worlds. */
const walk = (start: World, commands: readonly Command[], rules: (world: World) => void): void => {
  const once = () =>
    commands.reduce((world, command) => {
      const { world: next, entry } = call(world, command);
      if (entry.kind === 'api' && entry.error) {
        const { seq: _, ...before } = world;
        const { seq: __, ...after } = next;
        expect(after).toEqual(before);
        // Our own mistakes are thrown; KMS never answers with its own failure unless a Region is out.
        expect(entry.error.__type).not.toBe('InternalFailure');
      }
      rules(next);
      return next;
    }, start);
  expect(JSON.stringify(once())).toBe(JSON.stringify(once()));
};

const region = 'eu-west-1';

describe('imported materials, whatever is done in whatever order', () => {
  const g = given('property');
  const KeyId = g.key({ Origin: 'EXTERNAL', MultiRegion: true });
  const ids = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
  // One request for each material and Region, its token good for a day of the simulated clock.
  const here = ids.map((material) => importing(g, KeyId, material));
  g.ask('ImportKeyMaterial', here[0]);
  g.ask('ReplicateKey', { KeyId, ReplicaRegion: region });
  g.wait(MINUTE);
  const replica = KeyId.replace('ap-northeast-1', region);
  const there = ids.map((material) => importing(g, replica, material, { region }));
  const place = fc.constantFrom({ requests: here, KeyId, at: {} }, { requests: there, KeyId: replica, at: { region } });
  const importCall = fc
    .tuple(
      place,
      fc.nat(2),
      fc.constantFrom(undefined, 'NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL'),
      fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    )
    .map(
      ([{ requests, at }, index, ImportType, hours]): ApiCall => ({
        operation: 'ImportKeyMaterial',
        input: {
          ...requests[index],
          ...(ImportType && { ImportType }),
          ...(hours !== undefined && {
            ExpirationModel: 'KEY_MATERIAL_EXPIRES',
            ValidTo: (g.world.now + hours * 60 * MINUTE) / 1000,
          }),
        },
        ...at,
      }),
    );
  const onKey = fc
    .tuple(
      place,
      fc.constantFrom(
        'DeleteImportedKeyMaterial',
        'DescribeKey',
        'DisableKey',
        'EnableKey',
        'ListKeyRotations',
        'RotateKeyOnDemand',
        'UpdatePrimaryRegion',
      ),
    )
    .map(
      ([{ KeyId, at }, operation]): ApiCall => ({
        operation: operation as ApiCall['operation'],
        input: { KeyId, ...(operation === 'UpdatePrimaryRegion' && { PrimaryRegion: region }) },
        ...at,
      }),
    );
  const clock = fc.integer({ min: 1, max: 300 }).map((minutes): Command => ({ clock: { by: minutes * MINUTE } }));
  const commands = fc.array(fc.oneof(importCall, importCall, onKey, clock), { maxLength: 25 });

  const rules = (world: World): void => {
    const family = Object.values(world.keys);
    for (const key of family) {
      const permanent = key.materials.filter(isPermanent);
      const complete = permanent.every(({ bytes }) => bytes !== undefined);
      const state = keyStateOf(key);
      if (state === 'Enabled') expect(complete).toBe(true);
      if (state === 'PendingImport') expect(complete).toBe(false);
      expect(permanent.filter(({ KeyMaterialState }) => KeyMaterialState === 'CURRENT')).toHaveLength(1);
      expect(key.materials.length - permanent.length).toBeLessThanOrEqual(1);
      for (const { bytes, ValidTo } of key.materials)
        if (bytes !== undefined && ValidTo !== undefined) expect(ValidTo).toBeGreaterThan(world.now);
    }
    // All members know the same materials, in the same roles; what differs is whether they hold the bytes.
    const roles = family.map(({ materials }) => materials.map((m) => [m.KeyMaterialId, m.KeyMaterialState]));
    for (const other of roles) expect(other).toEqual(roles[0]);
    const pending = family.map(pendingMaterial);
    if (pending[0])
      expect(pending[0].KeyMaterialState === 'PENDING_ROTATION').toBe(
        pending.every((material) => material?.bytes !== undefined),
      );
    const [current] = family.map((key) => currentMaterial(key)?.KeyMaterialId);
    expect(current).toBeDefined();
  };

  test('hold the rules', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(commands, (list) => walk(g.world, list, rules)),
      { numRuns: 60 },
    );
  });
});

describe('custom key stores, whatever is done in whatever order', () => {
  const cluster = {
    kind: 'CloudHsmCluster',
    id: 'cluster-2a23b4cdefg',
    active: true,
    hsmZones: ['a', 'c'],
    kmsuserPassword: 'kmsPswd123',
    trustAnchorCertificate: 'certificate',
  } as const;
  const g = given('stores', { stage: { putBackend: cluster } });
  const { CustomKeyStoreId } = g.ask('CreateCustomKeyStore', {
    CustomKeyStoreName: 'hsm',
    CloudHsmClusterId: cluster.id,
    TrustAnchorCertificate: cluster.trustAnchorCertificate,
    KeyStorePassword: cluster.kmsuserPassword,
  });
  g.ask('ConnectCustomKeyStore', { CustomKeyStoreId });
  g.wait(DAY);
  const KeyId = g.key({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });

  const onStore = fc
    .constantFrom('ConnectCustomKeyStore', 'ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'DeleteCustomKeyStore')
    .map((operation): Command => ({ operation: operation as ApiCall['operation'], input: { CustomKeyStoreId } }));
  const onKey = fc
    .constantFrom(
      'CancelKeyDeletion',
      'DisableKey',
      'EnableKey',
      'ScheduleKeyDeletion',
      'GenerateDataKeyWithoutPlaintext',
    )
    .map(
      (operation): Command => ({
        operation: operation as ApiCall['operation'],
        input: { KeyId, ...(operation.startsWith('Generate') && { KeySpec: 'AES_256' }) },
      }),
    );
  const backend = fc
    .record({ active: fc.boolean(), hsmZones: fc.constantFrom([], ['a'], ['a', 'c']) })
    .map((change): Command => ({ stage: { putBackend: { ...cluster, ...change } } }));
  const clock = fc.constantFrom(MINUTE, 15 * MINUTE, DAY, 10 * DAY).map((by): Command => ({ clock: { by } }));
  const commands = fc.array(fc.oneof(onStore, onKey, onKey, backend, clock), { maxLength: 30 });

  const rules = (world: World): void => {
    const store = world.keyStores[CustomKeyStoreId as string];
    const key: KeyRecord | undefined = world.keys[KeyId];
    if (key) expect(store).toBeDefined();
    if (!key || !store) return;
    const connection = connectionStateOf(store);
    const state = keyStateOf(key);
    if (state === 'Enabled' || state === 'Disabled') expect(connection).toBe('CONNECTED');
    if (state === 'Unavailable') expect(connection).not.toBe('CONNECTED');
    expect(store.ConnectionErrorCode !== undefined).toBe(connection === 'FAILED');
  };

  test('hold the rules', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(commands, (list) => walk(g.world, list, rules)),
      { numRuns: 200 },
    );
  });
});
