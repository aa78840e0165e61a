/** What the cache meter does with messages; loaded when the first one is encrypted. */
import {
  type AskKms,
  type CacheEntry,
  type CacheVerdict,
  type CachingManager,
  type CachingManagerOptions,
  cacheVerdictWords,
  cachingManager,
  cachingManagerWords,
  emptyCache,
  encryptThroughCache,
  isRefused,
  type LocalCache,
  notKeptWords,
  refusalWords,
  simulatedKeyring,
} from '../esdk/index.ts';
import type { Locale } from '../i18n/locales.ts';
import { toHex } from '../kms/crypto/bytes.ts';
import { entropy } from '../kms/entropy.ts';

export interface Limits {
  readonly maxAgeMinutes: number;
  /** 0: no limit. */
  readonly maxMessages: number;
  /** 0: no limit. */
  readonly maxKilobytes: number;
  /** Hosts, each with a cache of its own; of one manager each. */
  readonly partitions: number;
  /** How many encryption contexts the messages take turns with. */
  readonly contexts: number;
}

/** One message that was tried, and the cache after it. */
export interface Sent {
  readonly number: number;
  readonly at: number;
  readonly partition: number;
  readonly context: number;
  readonly verdict: CacheVerdict;
  readonly asked: boolean;
  /** Fingerprint of the data key; absent if none was got. */
  readonly dataKey?: string;
  readonly words: string;
  readonly error?: string;
  readonly cache: LocalCache;
}

const MINUTE = 60_000;

const managerOf = (limits: Limits, partition: number): CachingManager => {
  const options: CachingManagerOptions = {
    maxAge: limits.maxAgeMinutes * MINUTE,
    maxMessagesEncrypted: limits.maxMessages,
    maxBytesEncrypted: limits.maxKilobytes * 1024,
    partition: `host-${partition}`,
  };
  const manager = cachingManager(options, (length) => new Uint8Array(length));
  if ('problem' in manager) throw new Error(cachingManagerWords[manager.problem].en);
  return manager;
};

export const noCache = (): LocalCache => emptyCache(100);

/** The first bytes of the encrypted data key's end: they differ between data keys and tell nothing of them. */
const fingerprint = (entry: CacheEntry | undefined, message: Uint8Array | undefined): string | undefined => {
  const key = entry?.use === 'encrypt' ? entry.materials.encryptedDataKeys[0]?.ciphertext : undefined;
  return key ? toHex(key.subarray(-4)) : message && toHex(message.subarray(0, 4));
};

export interface Sending {
  readonly ask: AskKms;
  readonly KeyId: string;
  readonly limits: Limits;
  readonly kilobytes: number;
  readonly now: number;
  readonly seed: string;
}

/** Encrypts the next message: partitions and contexts take turns. */
export const send = (cache: LocalCache, number: number, sending: Sending, locale: Locale): Sent => {
  const { ask, KeyId, limits, kilobytes, now, seed } = sending;
  const partition = number % limits.partitions;
  const context = Math.floor(number / limits.partitions) % limits.contexts;
  const request = {
    plaintext: new Uint8Array(kilobytes * 1024).fill(number),
    encryptionContext: { tenant: `t${context + 1}` },
    suite: 0x0478,
  } as const;
  const keyring = simulatedKeyring(ask, { generatorKeyId: KeyId, as: 'app' });
  const manager = managerOf(limits, partition);
  const answer = encryptThroughCache(cache, manager, request, now, keyring, entropy(seed, number, { now }));
  const outcome = answer.outcome ?? { verdict: 'miss', asked: true, evicted: [] };
  const refused = isRefused(answer.result) ? answer.result.refusal : undefined;
  const kept = answer.cache.entries[0];
  const dataKey = refused
    ? undefined
    : fingerprint(outcome.notKept ? undefined : kept, isRefused(answer.result) ? undefined : answer.result.subarray(4));
  return {
    number,
    at: now,
    partition,
    context,
    verdict: outcome.verdict,
    asked: outcome.asked,
    ...(dataKey === undefined ? {} : { dataKey }),
    words: refused
      ? refusalWords[refused.reason][locale]
      : cacheVerdictWords[outcome.verdict][locale] +
        (outcome.notKept ? ` ${notKeptWords[outcome.notKept][locale]}` : ''),
    ...(refused ? { error: refused.dataKeyErrors?.[0]?.error.__type ?? refused.reason } : {}),
    cache: answer.cache,
  };
};
