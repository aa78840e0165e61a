import { extract } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './crypto/bytes.ts';

/**
 * Bytes that a replay will produce again: HKDF-Extract over the seed of the world, the number of the command and the
 * command itself, then a key derivation in counter mode. Another command at the same place gets other bytes, so that
 * undoing can never make AES-GCM meet one key and one IV with two plaintexts. Keys made of this are for study: whoever
 * knows the commands knows the keys.
 * Sources: https://datatracker.ietf.org/doc/html/rfc5869, https://csrc.nist.gov/pubs/sp/800/108/r1/upd1/final
 */
export type Entropy = (length: number) => Uint8Array;

const BLOCK = 32;

/**
 * @param seed     any text
 * @param seq      how many commands came before, from 0
 * @param command  plain JSON
 * @returns        n ↦ the next n bytes of one endless stream
 */
export const entropy = (seed: string, seq: number, command: unknown): Entropy => {
  let stream: ReturnType<typeof blocks> | undefined;
  let block = new Uint8Array(0);
  let used = 0;
  return (length) => {
    stream ??= blocks(extract(sha256, utf8(canonicalJson([seq, command])), utf8(seed)));
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      if (used === block.length) {
        block = stream();
        used = 0;
      }
      const taken = block.subarray(used, used + length - filled);
      bytes.set(taken, filled);
      filled += taken.length;
      used += taken.length;
    }
    return bytes;
  };
};

/** Block n is HMAC-SHA-256(key, n). */
const blocks = (key: Uint8Array): (() => Uint8Array<ArrayBuffer>) => {
  const keyed = hmac.create(sha256, key);
  let counter = 0;
  return () => {
    counter += 1;
    const block = new Uint8Array(BLOCK);
    keyed
      .clone()
      .update(Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter))
      .digestInto(block);
    return block;
  };
};

/** JSON with the members of every object in one order. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    .join(',')}}`;
};

/** A version 4 UUID, made of 16 bytes. */
export const uuid = (random: Entropy): string => {
  const bytes = random(16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
