/** AWS's own Encryption SDK on one side, ours on the other, and one simulated KMS between them. */
import { buildClient, CommitmentPolicy, type KMS, KmsKeyringNode } from '@aws-crypto/client-node';
import { describe, expect, test, vi } from 'vitest';
import { decryptMessage, encryptMessage, isRefused, type SuiteId } from '../../src/esdk/index.ts';
import { type AskKms, simulatedDecrypt, simulatedKeyring } from '../../src/esdk/simulator.ts';
import { mustBytes, toBase64 } from '../../src/kms/crypto/bytes.ts';
import { type ApiCall, type ApiEntry, bigBang, call, recordsOf } from '../../src/kms/index.ts';
import { seeded } from './fake-kms.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A world with a key of ours, and everything that is asked of it. */
const simulated = () => {
  let world = bigBang('esdk');
  const entries: ApiEntry[] = [];
  const ask: AskKms = (command) => {
    const answer = call(world, command);
    world = answer.world;
    entries.push(answer.entry as ApiEntry);
    return answer.entry as ApiEntry;
  };
  const create = (input = {}, region?: string): string => {
    const { output } = ask({ operation: 'CreateKey', input, ...(region !== undefined && { region }) });
    return (output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  };
  const asked = () => entries.flatMap(({ command: { operation } }) => (operation === 'CreateKey' ? [] : [operation]));
  return { ask, create, asked, entries, world: () => world };
};

/** The simulator with the face of the SDK's client: bytes instead of base64, thrown instead of returned. */
const clientOf = (ask: AskKms, region: string) => {
  const send = async (operation: ApiCall['operation'], input: Record<string, unknown>) => {
    const encoded = Object.fromEntries(
      Object.entries(input)
        // What has no value does not travel.
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => [name, value instanceof Uint8Array ? toBase64(value) : value]),
    );
    const { output, error } = ask({ operation, input: encoded, region });
    if (error) throw Object.assign(new Error(error.message), { name: error.__type });
    return Object.fromEntries(
      Object.entries(output ?? {}).map(([name, value]) => [
        name,
        name === 'Plaintext' || name === 'CiphertextBlob' ? mustBytes(value) : value,
      ]),
    );
  };
  return {
    config: { region },
    generateDataKey: (input: Record<string, unknown>) => send('GenerateDataKey', input),
    encrypt: (input: Record<string, unknown>) => send('Encrypt', input),
    decrypt: (input: Record<string, unknown>) => send('Decrypt', input),
  };
};

const official = (ask: AskKms, generatorKeyId: string, keyIds: string[] = []) =>
  new KmsKeyringNode({
    // The keyring asks its client for these three methods and its Region, and for nothing else.
    clientProvider: (region) => clientOf(ask, region) as unknown as KMS,
    generatorKeyId,
    keyIds,
  });

const client = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
const plaintext = new TextEncoder().encode('2026年4月分 給与明細');
const encryptionContext = { department: '経理', year: '2026' };

describe('With the simulator for a KMS', () => {
  test.each([0x0478, 0x0578] as const)('what we seal with suite %i, the official library opens', async (suite) => {
    const { ask, create, asked } = simulated();
    const arn = create();
    const keyring = simulatedKeyring(ask, { generatorKeyId: arn });
    const message = encryptMessage({ plaintext, encryptionContext, suite }, keyring, seeded('ours'));
    if (isRefused(message)) throw new Error(message.refusal.reason);
    const opened = await client.decrypt(official(ask, arn), message);
    expect(new Uint8Array(opened.plaintext)).toEqual(plaintext);
    expect(opened.messageHeader.encryptionContext).toMatchObject(encryptionContext);
    expect(asked()).toEqual(['GenerateDataKey', 'Decrypt']);
  });

  test.each([0x0478, 0x0578] as const)('what it seals with suite %i, we open', async (suite) => {
    const { ask, create } = simulated();
    const arn = create();
    const { result } = await client.encrypt(official(ask, arn), plaintext, {
      suiteId: suite as SuiteId as never,
      encryptionContext,
    });
    const opened = decryptMessage(new Uint8Array(result), simulatedDecrypt(ask));
    if (isRefused(opened)) throw new Error(opened.refusal.reason);
    expect(opened.plaintext).toEqual(plaintext);
    expect(opened.header.encryptionContext).toMatchObject(encryptionContext);
  });

  test('either of two keys in two Regions opens the message, on both sides', async () => {
    const { ask, create, asked } = simulated();
    const tokyo = create();
    const virginia = create({}, 'us-east-1');
    const keyring = simulatedKeyring(ask, { generatorKeyId: tokyo, keyIds: [virginia] });
    const message = encryptMessage({ plaintext }, keyring, seeded('two'));
    if (isRefused(message)) throw new Error(message.refusal.reason);
    expect(asked()).toEqual(['GenerateDataKey', 'Encrypt']);
    ask({ operation: 'DisableKey', input: { KeyId: tokyo } });
    expect(isRefused(decryptMessage(message, simulatedDecrypt(ask)))).toBe(false);
    const { plaintext: back } = await client.decrypt(official(ask, virginia), message);
    expect(new Uint8Array(back)).toEqual(plaintext);
  });

  test('the encryption context stands in the CloudTrail record, the data key nowhere', () => {
    const { ask, create, entries } = simulated();
    const keyring = simulatedKeyring(ask, { generatorKeyId: create() });
    encryptMessage({ plaintext, encryptionContext, suite: 0x0478 }, keyring, seeded('trail'));
    const record = recordsOf(entries).at(-1);
    expect(record).toMatchObject({ eventName: 'GenerateDataKey', requestParameters: { encryptionContext } });
    for (const secret of Object.values(entries.at(-1)?.output ?? {}).slice(0, 2))
      expect(JSON.stringify(record)).not.toContain(secret);
    expect(Object.keys(entries.at(-1)?.output ?? {}).slice(0, 2)).toEqual(['CiphertextBlob', 'Plaintext']);
  });

  test.each([
    ['DisableKey', {}, 'DisabledException'],
    ['ScheduleKeyDeletion', { PendingWindowInDays: 7 }, 'KMSInvalidStateException'],
  ] as const)('after %s the message stays closed, with the answer of KMS', (operation, more, __type) => {
    const { ask, create } = simulated();
    const arn = create();
    const message = encryptMessage({ plaintext }, simulatedKeyring(ask, { generatorKeyId: arn }), seeded('closed'));
    if (isRefused(message)) throw new Error(message.refusal.reason);
    ask({ operation, input: { KeyId: arn, ...more } });
    expect(decryptMessage(message, simulatedDecrypt(ask))).toMatchObject({
      refusal: { reason: 'dataKeyNotDecrypted', dataKeyErrors: [{ error: { __type } }] },
    });
  });

  test('who may not decrypt is told so', () => {
    const { ask, create } = simulated();
    const keyring = simulatedKeyring(ask, { generatorKeyId: create() });
    const message = encryptMessage({ plaintext }, keyring, seeded('denied'));
    if (isRefused(message)) throw new Error(message.refusal.reason);
    expect(decryptMessage(message, simulatedDecrypt(ask, { as: 'maker' }))).toMatchObject({
      refusal: { dataKeyErrors: [{ error: { __type: 'AccessDeniedException' } }] },
    });
  });

  test('a data key of another provider costs no call', () => {
    const { ask, create, asked } = simulated();
    create();
    const decrypt = simulatedDecrypt(ask);
    expect(decrypt({ providerId: 'raw', providerInfo: '', ciphertext: new Uint8Array(9) }, {})).toMatchObject({
      error: { __type: 'OtherKeyProvider' },
    });
    expect(asked()).toEqual([]);
  });
});
