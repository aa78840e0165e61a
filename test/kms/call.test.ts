import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call } from '../../src/kms/call.ts';
import type { Command } from '../../src/kms/command.ts';
import { canonicalJson, entropy } from '../../src/kms/entropy.ts';
import {
  append,
  beginHistory,
  commandsOf,
  entriesOf,
  jump,
  redo,
  replay,
  undo,
  worldNow,
} from '../../src/kms/history.ts';
import { OPERATIONS } from '../../src/kms/operations/index.ts';
import { DAY, HOUR, type OperationName } from '../../src/kms/vocabulary.ts';
import { FIRST_INSTANT, keyStateOf, LAST_INSTANT, type World } from '../../src/kms/world.ts';
import { given } from './given.ts';

const hello = 'aGVsbG8=';

describe('a key', () => {
  test('opens with its older materials what it sealed before it was rotated', () => {
    const { ask, key } = given('rotation');
    const KeyId = key();
    const before = ask('Encrypt', { KeyId, Plaintext: hello });
    ask('RotateKeyOnDemand', { KeyId });
    const after = ask('Encrypt', { KeyId, Plaintext: hello });
    const first = ask('Decrypt', { CiphertextBlob: before.CiphertextBlob });
    const second = ask('Decrypt', { CiphertextBlob: after.CiphertextBlob });
    expect([first.Plaintext, second.Plaintext]).toEqual([hello, hello]);
    expect(first.KeyMaterialId).not.toBe(second.KeyMaterialId);
  });

  test('is found by the ciphertext alone', () => {
    const { ask, key } = given('no key id');
    key();
    const KeyId = key();
    const { CiphertextBlob } = ask('Encrypt', { KeyId, Plaintext: hello });
    expect(ask('Decrypt', { CiphertextBlob })).toMatchObject({ KeyId, Plaintext: hello });
  });

  test('refuses a ciphertext of another key, when it is named', () => {
    const { ask, refuse, key } = given('other key');
    const { CiphertextBlob } = ask('Encrypt', { KeyId: key(), Plaintext: hello });
    expect(refuse('Decrypt', { KeyId: key(), CiphertextBlob })).toEqual({
      __type: 'IncorrectKeyException',
      message: 'The key ID in the request does not identify a CMK that can perform this operation.',
    });
  });

  test.each<[string, Record<string, string> | undefined]>([
    ['none', undefined],
    ['another value', { dept: 'sales' }],
    ['another name', { Dept: 'Sales' }],
    ['one pair more', { dept: 'Sales', year: '2026' }],
    ['name and value cut elsewhere', { deptS: 'ales' }],
  ])('does not open with another encryption context: %s', (_, EncryptionContext) => {
    const { ask, refuse, key } = given('context');
    const { CiphertextBlob } = ask('Encrypt', { KeyId: key(), Plaintext: hello, EncryptionContext: { dept: 'Sales' } });
    expect(refuse('Decrypt', { CiphertextBlob, EncryptionContext })).toEqual({ __type: 'InvalidCiphertextException' });
  });

  test('opens with its encryption context in any order', () => {
    const { ask, key } = given('context order');
    const { CiphertextBlob } = ask('Encrypt', {
      KeyId: key(),
      Plaintext: hello,
      EncryptionContext: { a: '1', b: '2' },
    });
    expect(ask('Decrypt', { CiphertextBlob, EncryptionContext: { b: '2', a: '1' } }).Plaintext).toBe(hello);
  });

  test('opens nothing in which a single bit was changed', () => {
    const g = given('bits');
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: g.key(), Plaintext: hello }) as { CiphertextBlob: string };
    const blob = Buffer.from(CiphertextBlob, 'base64');
    for (let at = 0; at < blob.length; at++) {
      const changed = Buffer.from(blob);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const { entry } = call(g.world, { operation: 'Decrypt', input: { CiphertextBlob: changed.toString('base64') } });
      expect(entry.kind === 'api' && entry.error?.__type).toMatch(
        /^(InvalidCiphertext|AccessDenied|NotFound)Exception$/,
      );
    }
  });

  test('is named in its own words when it does not exist', () => {
    const { refuse } = given('names');
    const missing = '1234abcd-12ab-34cd-56ef-1234567890ab';
    const arn = `arn:aws:kms:ap-northeast-1:111122223333:key/${missing}`;
    const notFound = (KeyId: string) => refuse('DescribeKey', { KeyId }).message;
    expect(notFound(missing)).toBe(`Key '${arn}' does not exist`);
    expect(notFound(arn)).toBe(`Key '${arn}' does not exist`);
    expect(notFound('fake-key-id')).toBe("Invalid keyId 'fake-key-id'");
    expect(notFound('mrk-fake-key-id')).toBe("Invalid keyId 'mrk-fake-key-id'");
    expect(notFound(arn.replace('ap-northeast-1', 'us-east-1'))).toBe('Invalid arn us-east-1');
    expect(notFound('alias/none')).toBe('Alias arn:aws:kms:ap-northeast-1:111122223333:alias/none is not found.');
    expect(notFound('arn:aws:kms:x')).toBe('Invalid arn arn:aws:kms:x');
  });

  test.each([6, 31])('is not scheduled for deletion in %i days', (PendingWindowInDays) => {
    const { refuse, key } = given('window');
    expect(refuse('ScheduleKeyDeletion', { KeyId: key(), PendingWindowInDays })).toEqual({
      __type: 'ValidationException',
      message: 'PendingWindowInDays must be between 7 and 30',
    });
  });

  test.each([7, 30])('is deleted when %i days have passed, not a millisecond before', (PendingWindowInDays) => {
    const state = given('deletion');
    const KeyId = state.key();
    state.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays });
    state.wait(PendingWindowInDays * DAY - 1);
    expect(state.ask('DescribeKey', { KeyId })).toMatchObject({ KeyMetadata: { KeyState: 'PendingDeletion' } });
    state.wait(1);
    expect(state.refuse('DescribeKey', { KeyId })).toMatchObject({ __type: 'NotFoundException' });
  });

  test('takes its aliases with it', () => {
    const g = given('aliases');
    const KeyId = g.key();
    g.ask('CreateAlias', { AliasName: 'alias/app', TargetKeyId: KeyId });
    g.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    g.wait(7 * DAY);
    expect(g.ask('ListAliases').Aliases).not.toContainEqual(expect.objectContaining({ AliasName: 'alias/app' }));
    expect(Object.keys(g.world.deletedKeys)).toEqual([KeyId]);
  });

  test('rotates by itself, and catches up when it wakes', () => {
    const g = given('sleep');
    const KeyId = g.key();
    g.ask('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    g.wait(90 * DAY);
    expect((g.ask('ListKeyRotations', { KeyId }).Rotations as unknown[]).length).toBe(1);
    g.ask('DisableKey', { KeyId });
    g.wait(200 * DAY);
    expect((g.ask('ListKeyRotations', { KeyId }).Rotations as unknown[]).length).toBe(1);
    g.ask('EnableKey', { KeyId });
    expect((g.ask('ListKeyRotations', { KeyId }).Rotations as unknown[]).length).toBe(2);
  });

  test('takes a plaintext of 4,096 bytes, and not one byte more', () => {
    const g = given('limit');
    const KeyId = g.key();
    const bytes = (length: number) => Buffer.alloc(length).toString('base64');
    expect(g.ask('Encrypt', { KeyId, Plaintext: bytes(4096) }).KeyId).toBe(KeyId);
    expect(g.refuse('Encrypt', { KeyId, Plaintext: bytes(4097) })).toEqual({
      __type: 'ValidationException',
      message:
        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    });
  });
});

/** Random calls on a few keys, good and bad ones, with the clock turned in between. */
const names = (Object.keys(OPERATIONS) as OperationName[]).filter(
  // These need key pairs, or second parties: they have walks of their own.
  (name) => !/CustomKeyStore|KeyPair|Sign|Verify|Mac|Secret|capsulate|Import|PublicKey/.test(name),
);

const randomInput = (keys: readonly string[], blobs: readonly string[]) =>
  fc.record(
    {
      KeyId: fc.constantFrom(...keys, 'alias/a', 'nonsense'),
      TargetKeyId: fc.constantFrom(...keys),
      SourceKeyId: fc.constantFrom(...keys),
      DestinationKeyId: fc.constantFrom(...keys),
      AliasName: fc.constantFrom('alias/a', 'alias/b', 'alias/aws/x', 'b'),
      CiphertextBlob: fc.constantFrom(...blobs, hello),
      Plaintext: fc.constantFrom(hello, '', 'AA=='),
      KeySpec: fc.constantFrom('AES_256', 'AES_128'),
      NumberOfBytes: fc.integer({ min: 0, max: 1100 }),
      PendingWindowInDays: fc.integer({ min: 5, max: 32 }),
      RotationPeriodInDays: fc.integer({ min: 80, max: 400 }),
      EncryptionContext: fc.constantFrom({}, { a: 'b' }),
      DryRun: fc.boolean(),
      MultiRegion: fc.boolean(),
      ReplicaRegion: fc.constantFrom('us-east-1', 'ap-northeast-3'),
      PrimaryRegion: fc.constantFrom('us-east-1', 'ap-northeast-3'),
      Description: fc.string({ maxLength: 5 }),
      Limit: fc.integer({ min: 0, max: 5 }),
    },
    { requiredKeys: [] },
  );

interface Walk {
  readonly start: World;
  readonly keys: readonly string[];
  readonly blobs: readonly string[];
}

const walkStart = (): Walk => {
  const g = given('walk');
  const keys = [g.key(), g.key({ MultiRegion: true }), g.key()];
  const blobs = keys.map((KeyId) => String(g.ask('Encrypt', { KeyId, Plaintext: hello }).CiphertextBlob));
  return { start: g.world, keys, blobs };
};

const { start, keys, blobs } = walkStart();
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      operation: fc.constantFrom(...names),
      input: randomInput(keys, blobs),
      as: fc.constantFrom('admin', 'app', 'thief'),
    }) as fc.Arbitrary<Command>,
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 * DAY }).map((by) => ({ clock: { by } })) },
  { weight: 1, arbitrary: fc.constant<Command>({ clock: 'next' }) },
);

describe('any sequence of calls', () => {
  test('throws nothing, and a refused call changes nothing but the count', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 25 }), (commands) => {
        let world = start;
        for (const given of commands) {
          const { world: next, entry } = call(world, given);
          if (entry.kind === 'api' && entry.error) expect({ ...next, seq: 0 }).toEqual({ ...world, seq: 0 });
          expect(next.seq).toBe(world.seq + 1);
          expect(next.now).toBeGreaterThanOrEqual(world.now);
          world = next;
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  }, 60_000);

  test('leaves a world in which names, states and materials fit together', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 5, maxLength: 30 }), (commands) => {
        const world = commands.reduce((current, given) => call(current, given).world, start);
        for (const [Arn, key] of Object.entries(world.keys)) {
          expect(key.Arn).toBe(Arn);
          expect(Arn in world.deletedKeys).toBe(false);
          expect(key.materials.filter(({ KeyMaterialState }) => KeyMaterialState === 'CURRENT')).toHaveLength(1);
          const isWaiting = Object.keys(key.life.timers).some((id) => id.endsWith('KeyState.PendingDeletion'));
          expect(isWaiting).toBe(keyStateOf(key) === 'PendingDeletion');
          for (const { at } of Object.values(key.life.timers)) expect(at).toBeGreaterThan(world.now);
        }
        for (const { TargetKeyArn } of Object.values(world.aliases)) expect(world.keys).toHaveProperty([TargetKeyArn]);
        for (const { KeyArn } of Object.values(world.grants)) expect(world.keys).toHaveProperty([KeyArn]);
      }),
      { numRuns: 100, seed: 2 },
    );
  }, 60_000);

  test('gives the same bytes when it is replayed', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 20 }), (commands) => {
        const once = replay('walk', commands, start);
        const again = replay('walk', JSON.parse(JSON.stringify(commands)) as Command[], start);
        expect(JSON.stringify(worldNow(again))).toBe(JSON.stringify(worldNow(once)));
        expect(JSON.stringify(entriesOf(again))).toBe(JSON.stringify(entriesOf(once)));
      }),
      { numRuns: 50, seed: 3 },
    );
  }, 60_000);

  test('is plain JSON all through', () => {
    const world = call(start, { clock: { by: DAY } }).world;
    expect(JSON.parse(JSON.stringify(world))).toEqual(world);
  });
});

describe('chance', () => {
  test('is the same for one command at one place, and another for any other', () => {
    const bytes = (seed: string, seq: number, input: unknown) =>
      Buffer.from(entropy(seed, seq, input)(40)).toString('hex');
    expect(bytes('s', 1, { a: 1, b: 2 })).toBe(bytes('s', 1, { b: 2, a: 1 }));
    const others = [bytes('s', 1, { a: 1 }), bytes('s', 2, { a: 1 }), bytes('t', 1, { a: 1 }), bytes('s', 1, { a: 2 })];
    expect(new Set(others).size).toBe(others.length);
  });

  test('is one stream, however it is cut', () => {
    const whole = entropy('s', 0, null)(100);
    const cut = entropy('s', 0, null);
    expect(Buffer.concat([cut(1), cut(31), cut(33), cut(35)])).toEqual(Buffer.from(whole));
  });

  test('does not depend on the order of members, and tells strings from numbers', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '1' }], a: undefined })).toBe('{"b":[1,{"c":"1","d":null}]}');
  });

  test('never seals two plaintexts with one IV, on any branch', () => {
    const seals = (Plaintext: string) => call(start, { operation: 'Encrypt', input: { KeyId: keys[0], Plaintext } });
    const ivs = ['YQ==', 'Yg==', 'Yw=='].map((plaintext) => {
      const { entry } = seals(plaintext);
      const { CiphertextBlob } = (entry.kind === 'api' ? entry.output : {}) as { CiphertextBlob: string };
      return Buffer.from(CiphertextBlob, 'base64').subarray(76, 88).toString('hex');
    });
    expect(new Set(ivs).size).toBe(3);
  });
});

describe('the clock', () => {
  test('stops at the end of its calendar, however far it is turned', () => {
    const g = given('bomb');
    const KeyId = g.key();
    g.ask('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    for (const clock of [{ by: 3_200_000_000_000 }, { to: 8_640_000_000_000_000 }, { by: 3_200_000_000_000 }] as const)
      g.tell({ clock });
    expect(g.world.now).toBe(LAST_INSTANT);
  });

  test('never runs backwards', () => {
    const g = given('back');
    g.tell({ clock: { to: 0 } });
    expect(g.world.now).toBe(FIRST_INSTANT);
  });
});

describe('history', () => {
  const create: Command = { operation: 'CreateKey', input: {} };

  test('goes back and forth without losing anything', () => {
    const one = append(beginHistory('h'), create);
    const two = append(one, { clock: { by: HOUR } });
    expect(worldNow(undo(two))).toBe(worldNow(one));
    expect(worldNow(redo(undo(two)))).toBe(worldNow(two));
    expect(undo(beginHistory('h')).at).toBe(0);
  });

  test('grows a branch where a command is given in the past', () => {
    const trunk = append(append(beginHistory('h'), create), { clock: { by: HOUR } });
    const branch = append(undo(trunk), { clock: { by: DAY } });
    expect(branch.moments).toHaveLength(4);
    expect(commandsOf(branch)).toEqual([create, { clock: { by: DAY } }]);
    const back = jump(branch, trunk.at);
    expect(worldNow(back)).toBe(worldNow(trunk));
    expect(redo(undo(back)).at).toBe(trunk.at);
  });
});
