import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './crypto/bytes.ts';

/**
 * Bytes that a replay will produce again: HKDF-SHA-256 over the seed of the world, the number of the command and the
 * command itself. Another command at the same place gets other bytes, so that undoing can never make AES-GCM meet one
 * key and one IV with two plaintexts. Keys made of this are for study: whoever knows the commands knows the keys.
 * Source: https://datatracker.ietf.org/doc/html/rfc5869
 */
export type Entropy = (length: number) => Uint8Array;

/**
 * @param seed     any text
 * @param seq      how many commands came before, from 0
 * @param command  plain JSON
 * @returns        n ↦ n fresh bytes; each call differs from the ones before
 */
export const entropy = (seed: string, seq: number, command: unknown): Entropy => {
  let key: Uint8Array | undefined;
  let calls = 0;
  return (length) => {
    key ??= extract(sha256, utf8(canonicalJson([seq, command])), utf8(seed));
    calls += 1;
    return expand(sha256, key, utf8(`${calls}`), length);
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
