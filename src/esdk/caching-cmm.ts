/**
 * The caching cryptographic materials manager: reuses data keys for as long as its limits allow, so that KMS is asked
 * less often. It decides in the order of AWS's library, with the same comparisons, all of them strict: a limit that is
 * exactly reached is kept.
 *
 * A request that finds an entry is counted before the limits are tested; an entry past any limit leaves the cache even if
 * a smaller request would still have fitted; what breaks a limit with its very first message is used once, never kept.
 *
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/thresholds.html and the code of
 * @aws-crypto/cache-material 5.0.2, whose calls the tests count side by side.
 */
import { base64 } from './base64.ts';
import { decryptionCacheId, encryptionCacheId } from './cache-id.ts';
import type { Entropy } from './data-key.ts';
import { type CacheEntry, findEntry, isStale, type LocalCache, putEntry, removeEntry } from './local-cache.ts';
import type {
  DecryptionMaterials,
  DecryptionMaterialsRequest,
  DecryptMaterials,
  EncryptionMaterials,
  EncryptionMaterialsRequest,
  GetEncryptionMaterials,
} from './materials.ts';
import { isRefused, type Refused } from './refusal.ts';
import { type SuiteId, suiteOf } from './suites.ts';

/** The most messages that one data key may encrypt: 2^32. */
export const MAX_MESSAGES_ENCRYPTED = 2 ** 32;
/** The most bytes: 2^63 − 1 by specification, 2^53 − 1 where numbers are doubles, as here and in AWS's JavaScript. */
export const MAX_BYTES_ENCRYPTED = Number.MAX_SAFE_INTEGER;

export interface CachingManagerOptions {
  /** Milliseconds, greater than 0. */
  readonly maxAge: number;
  /** 1 … 2^32; 0 and nothing mean the maximum. */
  readonly maxMessagesEncrypted?: number;
  /** 1 … 2^53 − 1; 0 and nothing mean the maximum. */
  readonly maxBytesEncrypted?: number;
  /** Managers with the same partition share entries of a cache. Default: 64 bytes of entropy, shared with nobody. */
  readonly partition?: string;
}

export type CachingManager = Required<CachingManagerOptions>;

export type CachingManagerProblem =
  | 'maxAgeNotPositive'
  | 'maxMessagesOutOfRange'
  | 'maxBytesOutOfRange'
  | 'partitionEmpty';

const within = (limit: number, most: number): boolean => limit > 0 && limit <= most;

/** @returns the manager with its defaults filled in, or what is wrong with the options */
export const cachingManager = (
  { maxAge, maxMessagesEncrypted, maxBytesEncrypted, partition }: CachingManagerOptions,
  entropy: Entropy,
): CachingManager | { readonly problem: CachingManagerProblem } => {
  if (!(maxAge > 0)) return { problem: 'maxAgeNotPositive' };
  // 0 means "not given": AWS's JavaScript library tests for truth.
  const messages = maxMessagesEncrypted || MAX_MESSAGES_ENCRYPTED;
  const bytes = maxBytesEncrypted || MAX_BYTES_ENCRYPTED;
  if (!within(bytes, MAX_BYTES_ENCRYPTED)) return { problem: 'maxBytesOutOfRange' };
  if (!within(messages, MAX_MESSAGES_ENCRYPTED)) return { problem: 'maxMessagesOutOfRange' };
  if (partition === '') return { problem: 'partitionEmpty' };
  return {
    maxAge,
    maxMessagesEncrypted: messages,
    maxBytesEncrypted: bytes,
    partition: partition ?? base64.encode(entropy(64)),
  };
};

/** Why the data key was reused, or why KMS was asked. Words: `messages.ts`. */
export type CacheVerdict =
  | 'hit'
  | 'miss'
  | 'tooOld'
  | 'tooManyMessages'
  | 'tooManyBytes'
  | 'suiteNotCacheable'
  | 'lengthUnknown';

/** Why materials that were fetched did not stay. */
export type NotKept = 'suiteNotCacheable' | 'lengthUnknown' | 'firstMessageTooLong' | 'refused';

export interface CacheOutcome {
  readonly verdict: CacheVerdict;
  /** The backing manager was asked: a new data key was generated, or an encrypted one decrypted. */
  readonly asked: boolean;
  /** Absent where the materials are in the cache now. */
  readonly notKept?: NotKept;
  /** The entry that served the request or had to leave, with this request counted. */
  readonly entry?: CacheEntry;
  /** Others that left because the cache was full. */
  readonly evicted: readonly CacheEntry[];
}

export interface Cached<Materials> {
  readonly cache: LocalCache;
  readonly outcome: CacheOutcome;
  readonly materials: Materials | Refused;
}

const isCacheable = (suite: SuiteId): boolean => suiteOf(suite).derivesKeyWith !== undefined;

type Exceeded = Extract<CacheVerdict, 'tooOld' | 'tooManyMessages' | 'tooManyBytes'>;

const exceeded = (entry: CacheEntry, manager: CachingManager, now: number): Exceeded | undefined => {
  if (isStale(entry, now) || now - entry.createdAt > manager.maxAge) return 'tooOld';
  if (entry.messages > manager.maxMessagesEncrypted) return 'tooManyMessages';
  if (entry.bytes > manager.maxBytesEncrypted) return 'tooManyBytes';
  return undefined;
};

/**
 * @param now     milliseconds since 1970, never before an earlier call on the same cache
 * @param backing asked at most once; not told the plaintext's length, since what it returns may serve others too
 */
export const cachedEncryptionMaterials = (
  cache: LocalCache,
  manager: CachingManager,
  request: EncryptionMaterialsRequest,
  now: number,
  backing: GetEncryptionMaterials,
): Cached<EncryptionMaterials> => {
  const { suite, encryptionContext, plaintextLength } = request;
  const bypass = (verdict: 'suiteNotCacheable' | 'lengthUnknown'): Cached<EncryptionMaterials> => ({
    cache,
    outcome: { verdict, asked: true, notKept: verdict, evicted: [] },
    materials: backing(request),
  });
  if (suite !== undefined && !isCacheable(suite)) return bypass('suiteNotCacheable');
  if (plaintextLength === undefined || plaintextLength < 0) return bypass('lengthUnknown');

  const id = encryptionCacheId(manager.partition, request);
  const found = findEntry(cache, id);
  const entry = found && { ...found, messages: found.messages + 1, bytes: found.bytes + plaintextLength };
  const limit = entry && exceeded(entry, manager, now);
  if (entry?.use === 'encrypt' && !limit) {
    const { cache: next } = putEntry(cache, entry);
    return { cache: next, outcome: { verdict: 'hit', asked: false, entry, evicted: [] }, materials: entry.materials };
  }

  const without = removeEntry(cache, id);
  const materials = backing({ suite, encryptionContext });
  const outcome: CacheOutcome = {
    verdict: limit ?? 'miss',
    asked: true,
    evicted: [],
    ...(entry ? { entry } : {}),
  };
  const notKept = (reason: NotKept) => ({ cache: without, outcome: { ...outcome, notKept: reason }, materials });
  if (isRefused(materials)) return notKept('refused');
  if (!isCacheable(materials.suite)) return notKept('suiteNotCacheable');
  const fresh: CacheEntry = {
    id,
    use: 'encrypt',
    materials,
    createdAt: now,
    timeToLive: manager.maxAge,
    messages: 1,
    bytes: plaintextLength,
  };
  if (exceeded(fresh, manager, now)) return notKept('firstMessageTooLong');
  const put = putEntry(without, fresh);
  return { cache: put.cache, outcome: { ...outcome, evicted: put.evicted }, materials };
};

/** Only age limits a decryption: what could be read once may be read any number of times. */
export const cachedDecryptionMaterials = (
  cache: LocalCache,
  manager: CachingManager,
  request: DecryptionMaterialsRequest,
  now: number,
  backing: DecryptMaterials,
): Cached<DecryptionMaterials> => {
  if (!isCacheable(request.suite))
    return {
      cache,
      outcome: { verdict: 'suiteNotCacheable', asked: true, notKept: 'suiteNotCacheable', evicted: [] },
      materials: backing(request),
    };
  const id = decryptionCacheId(manager.partition, request);
  const entry = findEntry(cache, id);
  const limit = entry && exceeded(entry, manager, now);
  if (entry?.use === 'decrypt' && !limit) {
    const { cache: next } = putEntry(cache, entry);
    return { cache: next, outcome: { verdict: 'hit', asked: false, entry, evicted: [] }, materials: entry.materials };
  }

  const without = removeEntry(cache, id);
  const materials = backing(request);
  const outcome: CacheOutcome = { verdict: limit ?? 'miss', asked: true, evicted: [], ...(entry ? { entry } : {}) };
  if (isRefused(materials)) return { cache: without, outcome: { ...outcome, notKept: 'refused' }, materials };
  const put = putEntry(without, {
    id,
    use: 'decrypt',
    materials,
    createdAt: now,
    timeToLive: manager.maxAge,
    messages: 0,
    bytes: 0,
  });
  return { cache: put.cache, outcome: { ...outcome, evicted: put.evicted }, materials };
};
