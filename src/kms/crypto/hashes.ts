import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { HashName } from './algorithms.ts';

/** The hash functions behind AWS's algorithm names. */
export const HASHES = {
  SHA_1: sha1,
  SHA_224: sha224,
  SHA_256: sha256,
  SHA_384: sha384,
  SHA_512: sha512,
} as const satisfies { readonly [Name in HashName]: unknown };
