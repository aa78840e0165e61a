import { readFileSync } from 'node:fs';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { RsaPrivateKey } from '../../../src/kms/crypto/rsa.ts';

/** The vectors of test/oracles/<name>-vectors.json, which names their source. */
export const vectorsFrom = <Vector>(name: string): readonly Vector[] =>
  JSON.parse(readFileSync(new URL(`../../oracles/${name}-vectors.json`, import.meta.url), 'utf8')).vectors;

/** Bytes of hex digits; an odd number of digits has a zero before it. */
export const hex = (digits: string): Uint8Array => hexToBytes(digits.length % 2 === 0 ? digits : `0${digits}`);

const RSA_NUMBERS = ['n', 'e', 'd', 'p', 'q', 'dP', 'dQ', 'qInv'] as const satisfies readonly (keyof RsaPrivateKey)[];

/** An RSA key whose numbers a vector gives in hex. */
export const rsaKeyFrom = (vector: { readonly [number: string]: string }): RsaPrivateKey =>
  Object.fromEntries(RSA_NUMBERS.map((name) => [name, BigInt(`0x${vector[name]}`)])) as unknown as RsaPrivateKey;
