/** Side by side with AWS's caching manager: the same requests at the same times must cost the same calls to KMS. */
import {
  type AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getLocalCryptographicMaterialsCache,
  type KMS,
  KmsKeyringNode,
  NodeCachingMaterialsManager,
} from '@aws-crypto/client-node';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type CacheOutcome,
  type CachingManager,
  type CachingManagerOptions,
  cachedDecryptionMaterials,
  cachedEncryptionMaterials,
  cachingManager,
  decryptMaterials,
  emptyCache,
  getEncryptionMaterials,
  isRefused,
  messageIdLength,
  openMessage,
  type SuiteId,
  sealMessage,
  suiteOf,
  sweep,
} from '../../src/esdk/index.ts';
import { ARN_A, decryptWith, FakeKms, keyringOf, seeded } from './fake-kms.ts';

// Some of these do thousands of decryptions; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const START = Date.UTC(2026, 3, 1);
const HOUR = 3_600_000;

interface EncryptStep {
  readonly context?: Readonly<Record<string, string>>;
  readonly length?: number;
  readonly suite?: SuiteId;
  /** Which of the managers over the cache, from 0. */
  readonly manager?: number;
}

interface Side {
  readonly kms: FakeKms;
  /** @returns the message, or undefined if KMS said no */
  readonly encrypt: (step: EncryptStep) => Promise<Uint8Array | undefined>;
  readonly decrypt: (message: Uint8Array, manager?: number) => Promise<boolean>;
}

const official = (capacity: number, managers: readonly CachingManagerOptions[]): Side => {
  const kms = new FakeKms();
  const backingMaterials = new KmsKeyringNode({
    clientProvider: () => kms as unknown as KMS,
    generatorKeyId: ARN_A,
  });
  const cache = getLocalCryptographicMaterialsCache(capacity);
  const cmms = managers.map((options) => new NodeCachingMaterialsManager({ backingMaterials, cache, ...options }));
  const cmm = (index: number) => {
    const found = cmms[index];
    if (!found) throw new Error(`no manager ${index}`);
    return found;
  };
  const client = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT);
  return {
    kms,
    encrypt: async ({ context = {}, length = 10, suite, manager = 0 }) => {
      const options = {
        encryptionContext: { ...context },
        plaintextLength: length,
        ...(suite === undefined ? {} : { suiteId: suite as AlgorithmSuiteIdentifier }),
      };
      return client.encrypt(cmm(manager), new Uint8Array(length), options).then(
        ({ result }) => new Uint8Array(result),
        () => undefined,
      );
    },
    decrypt: (message, manager = 0) =>
      client.decrypt(cmm(manager), message).then(
        () => true,
        () => false,
      ),
  };
};

const ours = (capacity: number, managers: readonly CachingManagerOptions[]): Side & { outcomes: CacheOutcome[] } => {
  const kms = new FakeKms();
  const entropy = seeded('ours');
  const made = managers.map((options): CachingManager => {
    const manager = cachingManager(options, entropy);
    if ('problem' in manager) throw new Error(manager.problem);
    return manager;
  });
  const managerAt = (index: number) => {
    const found = made[index];
    if (!found) throw new Error(`no manager ${index}`);
    return found;
  };
  const outcomes: CacheOutcome[] = [];
  let cache = emptyCache(capacity);
  return {
    kms,
    outcomes,
    encrypt: async ({ context = {}, length = 10, suite, manager = 0 }) => {
      const request = { encryptionContext: context, plaintextLength: length, suite };
      const answer = cachedEncryptionMaterials(cache, managerAt(manager), request, Date.now(), (asked) =>
        getEncryptionMaterials(asked, keyringOf(kms), entropy),
      );
      cache = answer.cache;
      outcomes.push(answer.outcome);
      if (isRefused(answer.materials)) return undefined;
      const messageId = entropy(messageIdLength(suiteOf(answer.materials.suite).messageVersion));
      const message = sealMessage(new Uint8Array(length), answer.materials, { messageId });
      if (isRefused(message)) throw new Error(message.refusal.reason);
      return message;
    },
    decrypt: async (message, manager = 0) => {
      const opened = openMessage(message, (request) => {
        const answer = cachedDecryptionMaterials(cache, managerAt(manager), request, Date.now(), (asked) =>
          decryptMaterials(asked, decryptWith(kms)),
        );
        cache = answer.cache;
        outcomes.push(answer.outcome);
        return answer.materials;
      });
      return !isRefused(opened);
    },
  };
};

beforeEach(() => {
  // Date alone: the official library's streams need their real timers.
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

type Story = (side: Side) => Promise<void>;

const encrypts =
  (...steps: readonly EncryptStep[]): Story =>
  async (side) => {
    for (const step of steps) expect(await side.encrypt(step)).toBeDefined();
  };

const times = (count: number, step: EncryptStep = {}) => encrypts(...Array.from({ length: count }, () => step));

const decryptsTheSame =
  (count: number): Story =>
  async (side) => {
    const message = await side.encrypt({});
    side.kms.calls.length = 0;
    for (let run = 0; run < count; run++) expect(message && (await side.decrypt(message))).toBe(true);
  };

const hour = { maxAge: HOUR };

/** Calls counted on the official library, 5.0.2. */
const table: readonly [string, number, readonly CachingManagerOptions[], number, Story][] = [
  ['5 encrypts, same context', 100, [hour], 1, times(5, { context: { a: '1' } })],
  ['5 encrypts, 5 contexts', 100, [hour], 5, encrypts(...[1, 2, 3, 4, 5].map((a) => ({ context: { a: `${a}` } })))],
  [
    'same context, keys in another order',
    100,
    [hour],
    1,
    encrypts({ context: { a: '1', b: '2' } }, { context: { b: '2', a: '1' } }),
  ],
  ['4 encrypts, max messages 1', 100, [{ ...hour, maxMessagesEncrypted: 1 }], 4, times(4)],
  ['4 encrypts, max messages 2', 100, [{ ...hour, maxMessagesEncrypted: 2 }], 2, times(4)],
  ['6 encrypts of 10 B, max bytes 25', 100, [{ ...hour, maxBytesEncrypted: 25 }], 3, times(6, { length: 10 })],
  ['3 encrypts, each over max bytes by itself', 100, [{ ...hour, maxBytesEncrypted: 9 }], 3, times(3, { length: 10 })],
  [
    '2 encrypts, the second past max age',
    100,
    [{ maxAge: 1000 }],
    2,
    async (side) => {
      await side.encrypt({});
      vi.setSystemTime(START + 1001);
      await side.encrypt({});
    },
  ],
  [
    '2 encrypts, the second exactly at max age',
    100,
    [{ maxAge: 1000 }],
    1,
    async (side) => {
      await side.encrypt({});
      vi.setSystemTime(START + 1000);
      await side.encrypt({});
    },
  ],
  ['2 managers, one cache, no partition named', 100, [hour, hour], 2, encrypts({ manager: 0 }, { manager: 1 })],
  [
    '2 managers, one cache, same partition',
    100,
    [
      { ...hour, partition: 'shared' },
      { ...hour, partition: 'shared' },
    ],
    1,
    encrypts({ manager: 0 }, { manager: 1 }),
  ],
  ['algorithm suite given, then not given', 100, [hour], 2, encrypts({ suite: 0x0378 }, {})],
  [
    'capacity 1, contexts A B A',
    1,
    [hour],
    3,
    encrypts({ context: { k: 'A' } }, { context: { k: 'B' } }, { context: { k: 'A' } }),
  ],
  ['3 encrypts with a suite that does not derive keys', 100, [hour], 3, times(3, { suite: 0x0078 })],
  ['same message decrypted 5 times', 100, [hour], 1, decryptsTheSame(5)],
  [
    'encrypt, then decrypt that message',
    100,
    [hour],
    2,
    async (side) => {
      const message = await side.encrypt({});
      expect(message && (await side.decrypt(message))).toBe(true);
      expect(side.kms.calls).toEqual(['GenerateDataKey', 'Decrypt']);
    },
  ],
  [
    '2 messages under one data key, both decrypted',
    100,
    [hour],
    1,
    async (side) => {
      const messages = [await side.encrypt({}), await side.encrypt({})];
      side.kms.calls.length = 0;
      for (const message of messages) expect(message && (await side.decrypt(message))).toBe(true);
    },
  ],
  [
    'decrypt beyond max messages and bytes',
    100,
    [{ ...hour, maxMessagesEncrypted: 1, maxBytesEncrypted: 10 }],
    1,
    decryptsTheSame(4),
  ],
  [
    'key disabled while its data key is cached, encrypt',
    100,
    [hour],
    0,
    async (side) => {
      await side.encrypt({});
      side.kms.calls.length = 0;
      side.kms.disabled.add(ARN_A);
      expect(await side.encrypt({})).toBeDefined();
    },
  ],
  ['max messages 0 means the default', 100, [{ ...hour, maxMessagesEncrypted: 0 }], 1, times(4)],
  ['max bytes 0 means the default', 100, [{ ...hour, maxBytesEncrypted: 0 }], 1, times(4)],
];

describe.each(table)('%s', (_, capacity, managers, calls, story) => {
  test.each([
    ['AWS', official],
    ['ours', ours],
  ] as const)(`costs ${calls} by %s`, async (_name, sideOf) => {
    const side = sideOf(capacity, managers);
    await story(side);
    expect(side.kms.calls).toHaveLength(calls);
  });
});

describe('random sequences', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('encrypt' as const),
        context: fc.constantFrom<Readonly<Record<string, string>>>({}, { a: '1' }, { a: '2' }, { a: '1', b: '2' }),
        length: fc.constantFrom(0, 1, 7, 10, 24, 60),
        suite: fc.constantFrom<SuiteId | undefined>(undefined, 0x0178, 0x0378, 0x0078),
        manager: fc.nat({ max: 2 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('decrypt' as const), which: fc.nat(), manager: fc.nat({ max: 2 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 499, 500, 1000, 1001) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('toggleKey' as const) }) },
  );
  const manager = fc.record({
    maxAge: fc.constantFrom(500, 1000, HOUR),
    maxMessagesEncrypted: fc.constantFrom(0, 1, 2, 3),
    maxBytesEncrypted: fc.constantFrom(0, 1, 25, 60),
    partition: fc.constantFrom('one', 'two'),
  });

  test('cost the same calls, step by step', async () => {
    const verdicts = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.tuple(manager, manager, manager),
        fc.array(step, { minLength: 5, maxLength: 40 }),
        async (capacity, managers, steps) => {
          vi.setSystemTime(START);
          const theirs = official(capacity, managers);
          const mine = ours(capacity, managers);
          const messages: [Uint8Array, Uint8Array][] = [];
          for (const each of steps) {
            if (each.do === 'wait') vi.setSystemTime(Date.now() + each.ms);
            if (each.do === 'toggleKey')
              for (const { disabled } of [theirs.kms, mine.kms]) if (!disabled.delete(ARN_A)) disabled.add(ARN_A);
            if (each.do === 'encrypt') {
              const [a, b] = [await theirs.encrypt(each), await mine.encrypt(each)];
              expect(b === undefined).toBe(a === undefined);
              if (a && b) messages.push([a, b]);
            }
            const pair = each.do === 'decrypt' ? messages[each.which % Math.max(1, messages.length)] : undefined;
            if (each.do === 'decrypt' && pair) {
              const [a, b] = [await theirs.decrypt(pair[0], each.manager), await mine.decrypt(pair[1], each.manager)];
              expect(b).toBe(a);
            }
            expect(mine.kms.calls).toEqual(theirs.kms.calls);
          }
          // The outcome never claims a saving that the meter does not show.
          expect(mine.outcomes.filter(({ asked }) => asked)).toHaveLength(mine.kms.calls.length);
          for (const { verdict, asked } of mine.outcomes) {
            expect(asked).toBe(verdict !== 'hit');
            verdicts.add(verdict);
          }
        },
      ),
      { numRuns: 120 },
    );
    // The walk went where it claims to go.
    expect([...verdicts].sort()).toEqual(
      ['hit', 'miss', 'suiteNotCacheable', 'tooManyBytes', 'tooManyMessages', 'tooOld'].sort(),
    );
  }, 60_000);
});

describe('the outcome says why', () => {
  const verdictsOf = async (options: CachingManagerOptions, ...steps: readonly EncryptStep[]) => {
    const side = ours(10, [options]);
    for (const each of steps) await side.encrypt(each);
    return side.outcomes.map(({ verdict, notKept }) => (notKept ? `${verdict}, not kept: ${notKept}` : verdict));
  };

  test('a miss, then a hit with the entry as it stands now', async () => {
    const side = ours(10, [hour]);
    await side.encrypt({ length: 10 });
    await side.encrypt({ length: 5 });
    expect(side.outcomes.map(({ verdict }) => verdict)).toEqual(['miss', 'hit']);
    expect(side.outcomes[1]?.entry).toMatchObject({ messages: 2, bytes: 15, createdAt: START });
  });

  test('messages, bytes, age, a first message too long', async () => {
    expect(await verdictsOf({ ...hour, maxMessagesEncrypted: 1 }, {}, {})).toEqual(['miss', 'tooManyMessages']);
    expect(await verdictsOf({ ...hour, maxBytesEncrypted: 15 }, {}, {})).toEqual(['miss', 'tooManyBytes']);
    expect(await verdictsOf({ ...hour, maxBytesEncrypted: 5 }, {}, {})).toEqual([
      'miss, not kept: firstMessageTooLong',
      'miss, not kept: firstMessageTooLong',
    ]);
    const side = ours(10, [{ maxAge: 10 }]);
    await side.encrypt({});
    vi.setSystemTime(START + 11);
    await side.encrypt({});
    expect(side.outcomes.map(({ verdict }) => verdict)).toEqual(['miss', 'tooOld']);
  });

  test('the default suite by name is another entry than no suite at all', async () => {
    expect(await verdictsOf(hour, { suite: 0x0578 }, {}, { suite: 0x0578 }, {})).toEqual([
      'miss',
      'miss',
      'hit',
      'hit',
    ]);
  });

  test('an entry that had to leave because the cache was full', async () => {
    const side = ours(1, [hour]);
    await side.encrypt({ context: { k: 'A' } });
    await side.encrypt({ context: { k: 'B' } });
    expect(side.outcomes[1]?.evicted.map(({ materials }) => materials.encryptionContext)).toMatchObject([{ k: 'A' }]);
  });

  test('a message of unknown length never meets the cache', () => {
    const manager = cachingManager(hour, seeded('length'));
    if ('problem' in manager) throw new Error(manager.problem);
    const kms = new FakeKms();
    const cache = emptyCache(1);
    const answer = cachedEncryptionMaterials(cache, manager, { encryptionContext: {} }, START, (asked) =>
      getEncryptionMaterials(asked, keyringOf(kms), seeded('x')),
    );
    expect(answer.cache).toBe(cache);
    expect(answer.outcome).toMatchObject({ verdict: 'lengthUnknown', asked: true, notKept: 'lengthUnknown' });
    expect(kms.calls).toEqual(['GenerateDataKey']);
  });

  test('the sweep drops the least recently used entry once it is stale, not a millisecond before', async () => {
    const manager = cachingManager({ maxAge: 1000 }, seeded('sweep'));
    if ('problem' in manager) throw new Error(manager.problem);
    const { cache } = cachedEncryptionMaterials(
      emptyCache(2),
      manager,
      { encryptionContext: {}, plaintextLength: 1 },
      START,
      (asked) => getEncryptionMaterials(asked, keyringOf(new FakeKms()), seeded('y')),
    );
    expect(sweep(cache, START + 1000).evicted).toEqual([]);
    expect(sweep(cache, START + 1001)).toMatchObject({ cache: { entries: [] }, evicted: [{ messages: 1 }] });
  });
});

describe('limits that are refused, by both', () => {
  test.each([
    [{ maxAge: 0 }, 'maxAgeNotPositive'],
    [{ maxAge: -1 }, 'maxAgeNotPositive'],
    [{ maxAge: 1, maxMessagesEncrypted: 2 ** 32 + 1 }, 'maxMessagesOutOfRange'],
    [{ maxAge: 1, maxMessagesEncrypted: -1 }, 'maxMessagesOutOfRange'],
    [{ maxAge: 1, maxBytesEncrypted: -1 }, 'maxBytesOutOfRange'],
    [{ maxAge: 1, maxBytesEncrypted: 2 ** 53 }, 'maxBytesOutOfRange'],
    [{ maxAge: 1, partition: '' }, 'partitionEmpty'],
  ])('%j', (options, problem) => {
    expect(cachingManager(options, seeded('limits'))).toEqual({ problem });
    expect(() => official(1, [options])).toThrow();
  });
});
