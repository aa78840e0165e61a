/** Both ways with AWS's own library: what one writes, the other reads, over one KMS. */
import {
  type AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  type KMS,
  KmsKeyringNode,
} from '@aws-crypto/client-node';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  decryptMessage,
  encryptMessage,
  explainMessage,
  isRefused,
  PUBLIC_KEY,
  type SuiteId,
  suites,
} from '../../src/esdk/index.ts';
import { ARN_A, ARN_B, decryptWith, FakeKms, keyringOf, seeded } from './fake-kms.ts';

// Some of these do thousands of decryptions; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

type Context = Record<string, string>;

const officialKeyring = (kms: FakeKms, generatorKeyId = ARN_A, keyIds: string[] = []) =>
  // The keyring asks its client for generateDataKey, encrypt, decrypt and config.region, and for nothing else.
  new KmsKeyringNode({ clientProvider: () => kms as unknown as KMS, generatorKeyId, keyIds });

const clientFor = (suite: SuiteId) =>
  buildClient(
    suite === 0x0478 || suite === 0x0578
      ? CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
      : CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT,
  );

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff);

const officialEncrypt = async (
  kms: FakeKms,
  suiteId: SuiteId,
  plaintext: Uint8Array,
  encryptionContext: Context,
  frameLength: number,
  keyIds: string[] = [],
) => {
  const { result } = await clientFor(suiteId).encrypt(officialKeyring(kms, ARN_A, keyIds), plaintext, {
    suiteId: suiteId as AlgorithmSuiteIdentifier,
    encryptionContext,
    frameLength,
  });
  return new Uint8Array(result);
};

const officialDecrypt = async (kms: FakeKms, suite: SuiteId, message: Uint8Array) => {
  const { plaintext, messageHeader } = await clientFor(suite).decrypt(officialKeyring(kms), message);
  return { plaintext: new Uint8Array(plaintext), context: { ...messageHeader.encryptionContext } };
};

const sealed = (answer: ReturnType<typeof encryptMessage>): Uint8Array => {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

const opened = (answer: ReturnType<typeof decryptMessage>) => {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

const withoutPublicKey = ({ [PUBLIC_KEY]: _, ...context }: Context) => context;

// U+FF5E comes after U+1F511 in UTF-16 and before it in UTF-8.
const EXOTIC: Context = {
  '～': 'full-width tilde',
  '🔑': 'key',
  鍵: '値',
  '\uFEFFbom': '\uFEFF',
  '': 'empty key',
  'empty value': '',
  ['__proto__']: 'own property',
  a: 'b',
  aa: 'prefix',
};

describe.each(suites.map((suite) => [suite.name, suite] as const))('%s', (_, { id }) => {
  test.each([
    [0, 4096],
    [1, 4096],
    [4096, 4096],
    [8192, 4096],
    [8193, 4096],
    [50, 7],
    [12, 1],
  ])('%i bytes in frames of %i go both ways', async (length, frameLength) => {
    const kms = new FakeKms();
    const plaintext = bytesOf(length);
    const context = { purpose: 'test', length: `${length}` };

    const theirs = await officialEncrypt(kms, id, plaintext, context, frameLength);
    const read = opened(decryptMessage(theirs, decryptWith(kms)));
    expect(read.plaintext).toEqual(plaintext);
    expect(withoutPublicKey(read.header.encryptionContext)).toEqual(context);

    const request = { plaintext, encryptionContext: context, suite: id, frameLength };
    const ours = sealed(encryptMessage(request, keyringOf(kms), seeded(`${id}/${length}`)));
    const back = await officialDecrypt(kms, id, ours);
    expect(back.plaintext).toEqual(plaintext);
    expect(withoutPublicKey(back.context)).toEqual(context);
  });

  test.each([0, 1, 5000])('%i bytes unframed are read by the official library', async (length) => {
    const kms = new FakeKms();
    const plaintext = bytesOf(length);
    const ours = sealed(encryptMessage({ plaintext, suite: id, frameLength: 0 }, keyringOf(kms), seeded('unframed')));
    expect((await officialDecrypt(kms, id, ours)).plaintext).toEqual(plaintext);
    expect(opened(decryptMessage(ours, decryptWith(kms))).plaintext).toEqual(plaintext);
  });

  test('a context of emoji, kanji, empty texts and a byte order mark goes both ways', async () => {
    const kms = new FakeKms();
    const theirs = await officialEncrypt(kms, id, bytesOf(3), EXOTIC, 4096);
    expect(withoutPublicKey(opened(decryptMessage(theirs, decryptWith(kms))).header.encryptionContext)).toEqual(EXOTIC);
    const request = { plaintext: bytesOf(3), encryptionContext: EXOTIC, suite: id };
    const ours = sealed(encryptMessage(request, keyringOf(kms), seeded('exotic')));
    const back = await officialDecrypt(kms, id, ours);
    expect(Object.entries(withoutPublicKey(back.context)).sort()).toEqual(Object.entries(EXOTIC).sort());
  });

  test('either of two wrapping keys opens the message', async () => {
    const kms = new FakeKms();
    const theirs = await officialEncrypt(kms, id, bytesOf(9), {}, 4096, [ARN_B]);
    const ours = sealed(
      encryptMessage({ plaintext: bytesOf(9), suite: id }, keyringOf(kms, ARN_A, [ARN_B]), seeded('2')),
    );
    kms.disabled.add(ARN_A);
    expect(opened(decryptMessage(theirs, decryptWith(kms))).plaintext).toEqual(bytesOf(9));
    const keyring = officialKeyring(kms, ARN_B);
    expect(new Uint8Array((await clientFor(id).decrypt(keyring, ours)).plaintext)).toEqual(bytesOf(9));
  });
});

test('writes the very header that the official library writes, given the same data key and message id', async () => {
  const kms = new FakeKms();
  const theirs = await officialEncrypt(kms, 0x0478, bytesOf(100), EXOTIC, 32);
  const { header } = opened(decryptMessage(theirs, decryptWith(kms)));
  const [encryptedDataKey] = header.encryptedDataKeys;
  if (!encryptedDataKey) throw new Error('a message has an encrypted data key');
  const plaintext = decryptWith(kms)(encryptedDataKey, EXOTIC);
  if ('error' in plaintext) throw new Error(plaintext.error.message);
  const keyring = { generateDataKey: () => ({ plaintext, encryptedDataKey }) };
  const request = { plaintext: bytesOf(100), encryptionContext: EXOTIC, suite: 0x0478, frameLength: 32 } as const;
  expect(sealed(encryptMessage(request, keyring, () => header.messageId))).toEqual(theirs);
});

test('any plaintext, context, suite and frame length that we write is read by the official library', async () => {
  const run = fc.record({
    plaintext: fc.uint8Array({ maxLength: 300 }),
    context: fc.dictionary(
      fc.string({ unit: 'grapheme', maxLength: 8 }).filter((key) => key !== PUBLIC_KEY),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      { maxKeys: 5 },
    ),
    suite: fc.constantFrom(...suites.map(({ id }) => id)),
    frameLength: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
  });
  await fc.assert(
    fc.asyncProperty(run, async ({ plaintext, context, suite, frameLength }) => {
      const kms = new FakeKms();
      const request = { plaintext, encryptionContext: context, suite, frameLength };
      const message = sealed(encryptMessage(request, keyringOf(kms), seeded(JSON.stringify(context))));
      const back = await officialDecrypt(kms, suite, message);
      expect(back.plaintext).toEqual(plaintext);
      expect(withoutPublicKey(back.context)).toEqual({ ...context });
      expect(explainMessage(message).refusal).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('asks KMS with the context that the message stores, the public key included', () => {
  const kms = new FakeKms();
  const message = sealed(encryptMessage({ plaintext: bytesOf(1) }, keyringOf(kms), seeded('context')));
  const { header } = opened(decryptMessage(message, decryptWith(kms)));
  expect(header.suite.id).toBe(0x0578);
  expect(kms.calls).toEqual(['GenerateDataKey', 'Decrypt']);
  expect(kms.contexts).toEqual([header.encryptionContext, header.encryptionContext]);
  expect(Object.keys(header.encryptionContext)).toEqual([PUBLIC_KEY]);
});
