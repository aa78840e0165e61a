/**
 * The local cache: so many entries, the least recently used one leaves first. A value, not a store: every operation
 * gives a new cache and leaves the old one as it was, so a notebook can go back.
 *
 * AWS's library overwrites a plaintext key with zeros when its entry leaves. A value that someone may go back to cannot
 * be overwritten; what left is returned instead, for whoever shows it.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/data-caching-details.html
 */
import type { DecryptionMaterials, EncryptionMaterials } from './materials.ts';

export type CacheEntry = {
  readonly id: string;
  /** Milliseconds since 1970, when it was put. */
  readonly createdAt: number;
  /** Maximum age that the manager which put it had, in milliseconds. */
  readonly timeToLive: number;
  /** Messages that were encrypted under it, the first included; 0 for decryption. */
  readonly messages: number;
  /** Plaintext bytes that were encrypted under it; 0 for decryption. */
  readonly bytes: number;
} & (
  | { readonly use: 'encrypt'; readonly materials: EncryptionMaterials }
  | { readonly use: 'decrypt'; readonly materials: DecryptionMaterials }
);

export interface LocalCache {
  readonly capacity: number;
  /** Most recently used first. */
  readonly entries: readonly CacheEntry[];
}

/** @param capacity most entries, at least 1 */
export const emptyCache = (capacity: number): LocalCache => {
  if (!Number.isInteger(capacity) || capacity < 1)
    throw new Error(`capacity expected a whole number from 1, got ${capacity}`);
  return { capacity, entries: [] };
};

/** Exactly its time to live is still in time, as in AWS's library. */
export const isStale = ({ createdAt, timeToLive }: CacheEntry, now: number): boolean => now - createdAt > timeToLive;

export const findEntry = ({ entries }: LocalCache, id: string): CacheEntry | undefined =>
  entries.find((entry) => entry.id === id);

export const removeEntry = (cache: LocalCache, id: string): LocalCache => ({
  ...cache,
  entries: cache.entries.filter((entry) => entry.id !== id),
});

export interface PutResult {
  readonly cache: LocalCache;
  /** Entries that had to leave, because the cache was full. */
  readonly evicted: readonly CacheEntry[];
}

/** Puts an entry in front; one of the same id is replaced. */
export const putEntry = (cache: LocalCache, entry: CacheEntry): PutResult => {
  const entries = [entry, ...removeEntry(cache, entry.id).entries];
  return {
    cache: { ...cache, entries: entries.slice(0, cache.capacity) },
    evicted: entries.slice(cache.capacity),
  };
};

/**
 * What AWS's library does on a timer, every 60 seconds unless told otherwise: looks at the least recently used entry and
 * drops it if it is stale. Never changes an answer; it bounds how long an unused plaintext key stays in memory.
 */
export const sweep = (cache: LocalCache, now: number): PutResult => {
  const last = cache.entries.at(-1);
  return last && isStale(last, now) ? { cache: removeEntry(cache, last.id), evicted: [last] } : { cache, evicted: [] };
};
