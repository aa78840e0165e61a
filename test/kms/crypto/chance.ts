import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RandomBytes } from '../../../src/kms/crypto/random-bytes.ts';

/** Bytes that look random and are the same for the same seed, call by call. */
export const chance = (seed: string): RandomBytes => {
  let block = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32)
      bytes.set(sha256(utf8ToBytes(`${seed} ${block++}`)).subarray(0, length - at), at);
    return bytes;
  };
};
