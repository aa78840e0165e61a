import {
  type CacheVerdict,
  cachedEncryptionMaterials,
  cachingManager,
  emptyCache,
  getEncryptionMaterials,
} from '../esdk/index.ts';
import { MINUTE } from '../kms/vocabulary.ts';
import type { CacheProof } from './content-schema/proof.ts';

export interface CacheReport {
  /** What the cache decided for each message. */
  readonly verdicts: readonly CacheVerdict[];
  /** How often KMS was asked. */
  readonly calls: number;
  readonly holds: boolean;
}

/** What the data keys are does not matter here, only how many there are. */
const fixedBytes = (length: number): Uint8Array => new Uint8Array(length).fill(1);

/** Runs the messages of an answer key through the caching materials manager. */
export const runCacheProof = ({ cache: limits, messages, calls: expected }: CacheProof): CacheReport => {
  const manager = cachingManager(
    {
      maxAge: limits.maxAgeMinutes * MINUTE,
      ...(limits.maxMessages !== undefined && { maxMessagesEncrypted: limits.maxMessages }),
      ...(limits.maxBytes !== undefined && { maxBytesEncrypted: limits.maxBytes }),
    },
    fixedBytes,
  );
  if ('problem' in manager) throw new Error(`a proof sets up no cache: ${manager.problem}`);
  let calls = 0;
  const keyring = {
    generateDataKey: (_: unknown, length: number) => {
      calls += 1;
      const plaintext = fixedBytes(length);
      return {
        plaintext,
        encryptedDataKey: { providerId: 'aws-kms', providerInfo: 'a key', ciphertext: plaintext },
      };
    },
    alsoEncryptDataKey: [],
  };
  let cache = emptyCache(100);
  const verdicts: CacheVerdict[] = [];
  for (const { atMinute, bytes, context } of messages) {
    const request = { encryptionContext: context, plaintextLength: bytes };
    const answer = cachedEncryptionMaterials(cache, manager, request, atMinute * MINUTE, (asked) =>
      getEncryptionMaterials(asked, keyring, fixedBytes),
    );
    cache = answer.cache;
    verdicts.push(answer.outcome.verdict);
  }
  return { verdicts, calls, holds: calls === expected };
};
