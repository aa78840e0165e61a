/**
 * RSA key pairs from random bytes alone (FIPS 186-5, A.1.3: probable primes), for when WebCrypto made none beforehand.
 * The same bytes give the same pair. It takes from under a second to half a minute, by size and by luck.
 */
import { bitLen } from '@noble/curves/utils.js';
import { millerRabinBaseTest } from 'micro-rsa-dsa-dh/primality.js';
import { RSA_MODULUS_BITS, type RsaKeySpec } from './algorithms.ts';
import { toHex } from './bytes.ts';
import type { KeyPair } from './key-pair.ts';
import { writePkcs8 } from './pkcs8.ts';
import { publicKeyOf } from './public-key-of.ts';
import type { RandomBytes } from './random-bytes.ts';
import type { RsaPrivateKey } from './rsa.ts';
import { writeSpki } from './spki.ts';

const PUBLIC_EXPONENT = 65_537n;

/** FIPS 186-5, table B.1: this many rounds leave an error of 2^-100 for primes of these sizes. */
const ROUNDS: { readonly [Spec in RsaKeySpec]: number } = { RSA_2048: 5, RSA_3072: 4, RSA_4096: 4 };

/** How far a search walks from one random start before it takes another. */
const STEPS = 4096;

export const generateRsaKeyPair = (KeySpec: RsaKeySpec, random: RandomBytes): KeyPair => {
  const key = { kind: 'RSA', KeySpec, ...rsaPrivateKey(RSA_MODULUS_BITS[KeySpec], ROUNDS[KeySpec], random) } as const;
  return { privateKeyPkcs8: writePkcs8(key), publicKeySpki: writeSpki(publicKeyOf(key)) };
};

/** @param bits length of the modulus */
const rsaPrivateKey = (bits: number, rounds: number, random: RandomBytes): RsaPrivateKey => {
  const p = probablePrime(bits / 2, rounds, random);
  const q = probablePrime(bits / 2, rounds, random);
  const tooClose = bitLen(p > q ? p - q : q - p) <= bits / 2 - 100;
  if (tooClose) return rsaPrivateKey(bits, rounds, random);
  const d = inverse(PUBLIC_EXPONENT, leastCommonMultiple(p - 1n, q - 1n));
  return {
    n: p * q,
    e: PUBLIC_EXPONENT,
    d,
    p,
    q,
    dP: d % (p - 1n),
    dQ: d % (q - 1n),
    qInv: inverse(q, p),
  };
};

const probablePrime = (bits: number, rounds: number, random: RandomBytes): bigint => {
  for (;;) {
    const start = oddWithTwoHighBits(random(bits / 8));
    const remainders = SMALL_PRIMES.map((prime) => Number(start % BigInt(prime)));
    for (let step = 0; step < STEPS; step += 2) {
      const isSieved = SMALL_PRIMES.some((prime, index) => ((remainders[index] as number) + step) % prime === 0);
      if (isSieved) continue;
      const candidate = start + BigInt(step);
      if (bitLen(candidate) !== bits || (candidate - 1n) % PUBLIC_EXPONENT === 0n) continue;
      if (isProbablePrime(candidate, rounds, random)) return candidate;
    }
  }
};

/** The two highest bits make the product of two such numbers as long as a modulus has to be. */
const oddWithTwoHighBits = (bytes: Uint8Array): bigint => {
  bytes[0] = (bytes[0] as number) | 0xc0;
  bytes[bytes.length - 1] = (bytes.at(-1) as number) | 1;
  return asInteger(bytes);
};

const isProbablePrime = (candidate: bigint, rounds: number, random: RandomBytes): boolean => {
  // Base 2 first: nearly every composite falls to it, and no random bytes are spent.
  if (!millerRabinBaseTest(candidate, 2n)) return false;
  const length = Math.ceil(bitLen(candidate) / 8);
  for (let round = 0; round < rounds; round++) {
    const base = (asInteger(random(length)) % (candidate - 3n)) + 2n;
    if (!millerRabinBaseTest(candidate, base)) return false;
  }
  return true;
};

const asInteger = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));

/** 1/value mod modulus, which are coprime. */
const inverse = (value: bigint, modulus: bigint): bigint => {
  let [r, next] = [modulus, value % modulus];
  let [t, nextT] = [0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return t < 0n ? t + modulus : t;
};

const primesBelow = (limit: number): readonly number[] => {
  const isComposite = new Uint8Array(limit);
  const primes: number[] = [];
  for (let n = 3; n < limit; n += 2) {
    if (isComposite[n]) continue;
    primes.push(n);
    for (let multiple = n * n; multiple < limit; multiple += 2 * n) isComposite[multiple] = 1;
  }
  return primes;
};

/** The even ones are left out by the odd start. */
const SMALL_PRIMES = primesBelow(2000);
