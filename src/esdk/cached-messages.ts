/** Whole messages through a cache: what the SDK's encrypt and decrypt do when they are given a caching manager. */
import {
  type CacheOutcome,
  type CachingManager,
  cachedDecryptionMaterials,
  cachedEncryptionMaterials,
} from './caching-cmm.ts';
import type { DecryptDataKey, EncryptKeyring, Entropy } from './data-key.ts';
import type { EncryptRequest } from './encrypt-message.ts';
import type { LocalCache } from './local-cache.ts';
import { decryptMaterials, getEncryptionMaterials } from './materials.ts';
import { type OpenedMessage, openMessage } from './open-message.ts';
import { isRefused, type Refused } from './refusal.ts';
import { messageIdLength, sealMessage } from './seal-message.ts';
import { suiteOf } from './suites.ts';

export interface ThroughCache<Result> {
  readonly cache: LocalCache;
  /** Absent where no materials were asked for: a message whose header cannot be read. */
  readonly outcome?: CacheOutcome;
  readonly result: Result | Refused;
}

/** @param now milliseconds since 1970 */
export const encryptThroughCache = (
  cache: LocalCache,
  manager: CachingManager,
  { plaintext, encryptionContext = {}, suite, frameLength }: EncryptRequest,
  now: number,
  keyring: EncryptKeyring,
  entropy: Entropy,
): ThroughCache<Uint8Array> => {
  const request = { encryptionContext, plaintextLength: plaintext.length, ...(suite === undefined ? {} : { suite }) };
  const cached = cachedEncryptionMaterials(cache, manager, request, now, (asked) =>
    getEncryptionMaterials(asked, keyring, entropy),
  );
  const { materials, outcome } = cached;
  if (isRefused(materials)) return { cache: cached.cache, outcome, result: materials };
  const messageId = entropy(messageIdLength(suiteOf(materials.suite).messageVersion));
  return { cache: cached.cache, outcome, result: sealMessage(plaintext, materials, { frameLength, messageId }) };
};

/** @param now milliseconds since 1970 */
export const decryptThroughCache = (
  cache: LocalCache,
  manager: CachingManager,
  message: Uint8Array,
  now: number,
  decryptDataKey: DecryptDataKey,
): ThroughCache<OpenedMessage> => {
  let next = cache;
  let outcome: CacheOutcome | undefined;
  const result = openMessage(message, (request) => {
    const cached = cachedDecryptionMaterials(cache, manager, request, now, (asked) =>
      decryptMaterials(asked, decryptDataKey),
    );
    next = cached.cache;
    outcome = cached.outcome;
    return cached.materials;
  });
  return { cache: next, result, ...(outcome ? { outcome } : {}) };
};
