import { describe, expect, test } from 'vitest';
import {
  type AskKms,
  type CachingManager,
  cachingManager,
  decryptMessage,
  decryptThroughCache,
  emptyCache,
  encryptThroughCache,
  isRefused,
  simulatedDecrypt,
  simulatedKeyring,
} from '../../src/esdk/index.ts';
import { type ApiEntry, bigBang, call } from '../../src/kms/index.ts';
import { seeded } from './fake-kms.ts';

const client = () => {
  let world = bigBang('cache');
  const asked: string[] = [];
  const ask: AskKms = (command) => {
    const answer = call(world, command);
    world = answer.world;
    asked.push(command.operation);
    return answer.entry as ApiEntry;
  };
  const KeyId = (ask({ operation: 'CreateKey', input: {} }).output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  asked.length = 0;
  const manager = cachingManager({ maxAge: 60_000, partition: 'p' }, seeded('p')) as CachingManager;
  let cache = emptyCache(10);
  const encrypt = (text: string, now: number) => {
    const plaintext = new TextEncoder().encode(text);
    const keyring = simulatedKeyring(ask, { generatorKeyId: KeyId });
    const answer = encryptThroughCache(
      cache,
      manager,
      { plaintext, suite: 0x0478 },
      now,
      keyring,
      seeded(`${text}${now}`),
    );
    cache = answer.cache;
    return answer;
  };
  const decrypt = (message: Uint8Array, now: number) => {
    const answer = decryptThroughCache(cache, manager, message, now, simulatedDecrypt(ask));
    cache = answer.cache;
    return answer;
  };
  return { ask, asked, encrypt, decrypt, KeyId };
};

describe('Messages through a cache', () => {
  test('two of one age share a data key, and either opens without the cache', () => {
    const { ask, asked, encrypt } = client();
    const [first, second] = [encrypt('a', 0), encrypt('b', 60_000)];
    expect(asked).toEqual(['GenerateDataKey']);
    expect([first.outcome?.verdict, second.outcome?.verdict]).toEqual(['miss', 'hit']);
    for (const { result } of [first, second]) {
      if (isRefused(result)) throw new Error(result.refusal.reason);
      expect(isRefused(decryptMessage(result, simulatedDecrypt(ask)))).toBe(false);
    }
  });

  test('a disabled key still encrypts and decrypts while its data key is cached, and not a millisecond longer', () => {
    const { ask, encrypt, decrypt, KeyId } = client();
    const { result: message } = encrypt('a', 0);
    if (isRefused(message)) throw new Error(message.refusal.reason);
    expect(isRefused(decrypt(message, 0).result)).toBe(false);
    ask({ operation: 'DisableKey', input: { KeyId } });
    expect(isRefused(encrypt('b', 60_000).result)).toBe(false);
    expect(isRefused(decrypt(message, 60_000).result)).toBe(false);
    expect(encrypt('c', 60_001).result).toMatchObject({
      refusal: { dataKeyErrors: [{ error: { __type: 'DisabledException' } }] },
    });
    expect(decrypt(message, 60_001).result).toMatchObject({ refusal: { reason: 'dataKeyNotDecrypted' } });
  });

  test('encrypting does not warm decrypting', () => {
    const { asked, encrypt, decrypt } = client();
    const { result } = encrypt('a', 0);
    if (isRefused(result)) throw new Error(result.refusal.reason);
    expect(decrypt(result, 0).outcome?.verdict).toBe('miss');
    expect(decrypt(result, 0).outcome?.verdict).toBe('hit');
    expect(asked).toEqual(['GenerateDataKey', 'Decrypt']);
  });

  test('what is no message asks nobody', () => {
    const { asked, decrypt } = client();
    expect(decrypt(Uint8Array.of(9), 0)).toEqual(expect.not.objectContaining({ outcome: expect.anything() }));
    expect(asked).toEqual([]);
  });
});
