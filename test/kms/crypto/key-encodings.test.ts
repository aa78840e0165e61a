import { ECDH } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithmIdentifier } from '../../../src/kms/crypto/algorithm-identifier.ts';
import type { AsymmetricKeySpec } from '../../../src/kms/crypto/algorithms.ts';
import { contextConstructed, contextPrimitive } from '../../../src/kms/crypto/der-tags.ts';
import {
  bitString,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../src/kms/crypto/der-write.ts';
import { generateKeyPair, keyPairFromPkcs8 } from '../../../src/kms/crypto/key-pair.ts';
import { ML_DSA_SETS, ML_KEM_SETS } from '../../../src/kms/crypto/ml-parameter-sets.ts';
import { readPkcs8, writePkcs8 } from '../../../src/kms/crypto/pkcs8.ts';
import { publicKeyOf } from '../../../src/kms/crypto/public-key-of.ts';
import { readSpki, writeSpki } from '../../../src/kms/crypto/spki.ts';
import { chance } from './chance.ts';
import { privateKeyIn, rsaPair, spkiOf } from './openssl.ts';

const pairs = {
  RSA_2048: rsaPair('RSA_2048'),
  ECC_NIST_P256: generateKeyPair('ECC_NIST_P256', chance('1')),
  ECC_NIST_P521: generateKeyPair('ECC_NIST_P521', chance('2')),
  ECC_SECG_P256K1: generateKeyPair('ECC_SECG_P256K1', chance('3')),
  ECC_NIST_EDWARDS25519: generateKeyPair('ECC_NIST_EDWARDS25519', chance('4')),
  ML_DSA_44: generateKeyPair('ML_DSA_44', chance('5')),
  ML_KEM_512: generateKeyPair('ML_KEM_512', chance('6')),
} as const;
const NAMES = Object.keys(pairs) as (keyof typeof pairs)[];

/** Any bytes, and real encodings with a few bytes changed, cut or repeated: the inputs that get furthest. */
const mangled = (encodings: readonly Uint8Array[]) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(...encodings), fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { minLength: 1, maxLength: 4 }))
      .map(([encoding, changes]) => {
        const bytes = encoding.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes;
      }),
    fc.tuple(fc.constantFrom(...encodings), fc.nat(2000)).map(([encoding, length]) => encoding.slice(0, length)),
  );

describe('round trips', () => {
  test.each(NAMES)('%s', (KeySpec) => {
    const { privateKeyPkcs8, publicKeySpki } = pairs[KeySpec];
    const privateKey = readPkcs8(privateKeyPkcs8);
    const publicKey = readSpki(publicKeySpki);
    expect(privateKey?.KeySpec).toBe(KeySpec);
    expect(privateKey && writePkcs8(privateKey)).toEqual(privateKeyPkcs8);
    expect(publicKey && writeSpki(publicKey)).toEqual(publicKeySpki);
    expect(privateKey && publicKeyOf(privateKey)).toEqual(publicKey);
  });
});

describe('any bytes are read or refused, never an exception', () => {
  test('readSpki', () => {
    fc.assert(
      fc.property(mangled(NAMES.map((name) => pairs[name].publicKeySpki)), (bytes) => {
        const key = readSpki(bytes);
        if (key !== undefined) writeSpki(key);
      }),
      { numRuns: 1500 },
    );
  });
  test('readPkcs8', () => {
    fc.assert(
      fc.property(mangled(NAMES.map((name) => pairs[name].privateKeyPkcs8)), (bytes) => {
        const key = readPkcs8(bytes);
        if (key !== undefined) writePkcs8(key);
      }),
      { numRuns: 1500 },
    );
  });
  test('keyPairFromPkcs8', () => {
    const specs = fc.constantFrom<AsymmetricKeySpec>(...NAMES);
    fc.assert(
      fc.property(specs, mangled(NAMES.map((name) => pairs[name].privateKeyPkcs8)), (KeySpec, bytes) => {
        const pair = keyPairFromPkcs8(KeySpec, bytes);
        if (pair !== undefined) expect(readSpki(pair.publicKeySpki)?.KeySpec).toBe(KeySpec);
      }),
      { numRuns: 500 },
    );
  });
});

describe('other encodings of one key give the same pair', () => {
  const p256 = pairs.ECC_NIST_P256;
  const key = readPkcs8(p256.privateKeyPkcs8);
  if (key?.kind !== 'EC') throw new Error('expected a curve key');
  const point = p256.publicKeySpki.slice(-65);
  const compressed = Uint8Array.from(
    Buffer.from(ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed')),
  );
  const p256Curve = objectIdentifier('1.2.840.10045.3.1.7');
  const wrapped = (ecPrivateKey: Uint8Array, ...rest: readonly Uint8Array[]) =>
    sequence(integer(0n), algorithmIdentifier('ECC_NIST_P256'), octetString(ecPrivateKey), ...rest);
  const scalar = octetString(key.scalar);
  const parameters = (oid: Uint8Array) => element(contextConstructed(0), oid);
  const publicKey = (bytes: Uint8Array) => element(contextConstructed(1), bitString(bytes));

  test.each([
    ['without its public key', wrapped(sequence(integer(1n), scalar))],
    ['with the curve named twice', wrapped(sequence(integer(1n), scalar, parameters(p256Curve), publicKey(point)))],
    ['with a compressed public key', wrapped(sequence(integer(1n), scalar, publicKey(compressed)))],
    ['with attributes', wrapped(sequence(integer(1n), scalar), element(contextConstructed(0)))],
  ])('%s', (_what, pkcs8) => {
    expect(keyPairFromPkcs8('ECC_NIST_P256', pkcs8)).toEqual(p256);
  });

  const otherPoint = generateKeyPair('ECC_NIST_P256', chance('other')).publicKeySpki.slice(-65);
  test.each([
    ['with the public key of another', wrapped(sequence(integer(1n), scalar, publicKey(otherPoint)))],
    ['with another curve inside', wrapped(sequence(integer(1n), scalar, parameters(objectIdentifier('1.3.132.0.34'))))],
    ['with parts out of order', wrapped(sequence(integer(1n), scalar, publicKey(point), parameters(p256Curve)))],
    ['with a part twice', wrapped(sequence(integer(1n), scalar, publicKey(point), publicKey(point)))],
    ['with a scalar of zero', wrapped(sequence(integer(1n), octetString(new Uint8Array(32))))],
    ['with a scalar of the order or more', wrapped(sequence(integer(1n), octetString(new Uint8Array(32).fill(0xff))))],
    ['with a scalar one byte short', wrapped(sequence(integer(1n), octetString(new Uint8Array(31).fill(1))))],
    ['with an unknown version', wrapped(sequence(integer(2n), scalar))],
  ])('%s it is refused', (_what, pkcs8) => {
    expect(keyPairFromPkcs8('ECC_NIST_P256', pkcs8)).toBeUndefined();
  });

  test('Ed25519 with its public key beside it (RFC 8410, version 1), if it is the right one', () => {
    const KeySpec = 'ECC_NIST_EDWARDS25519';
    const ed25519 = pairs[KeySpec];
    const seed = octetString(octetString(ed25519.privateKeyPkcs8.slice(-32)));
    const beside = (bytes: Uint8Array) => element(contextPrimitive(1), Uint8Array.of(0, ...bytes));
    const right = ed25519.publicKeySpki.slice(-32);
    const wrong = right.map((byte) => byte ^ 1);
    const version1 = (bytes: Uint8Array) => sequence(integer(1n), algorithmIdentifier(KeySpec), seed, beside(bytes));
    expect(keyPairFromPkcs8(KeySpec, version1(right))).toEqual(ed25519);
    expect(keyPairFromPkcs8(KeySpec, version1(wrong))).toBeUndefined();
  });
});

/** RFC 9881, section 6, and RFC 9935, section 6: a private key may carry the expanded key beside its seed. */
describe.each([
  ['ML_DSA_44', ML_DSA_SETS.ML_DSA_44, 32],
  ['ML_KEM_512', ML_KEM_SETS.ML_KEM_512, 64],
] as const)('%s', (KeySpec, parameterSet, seedLength) => {
  const pair = pairs[KeySpec];
  const seed = pair.privateKeyPkcs8.slice(-seedLength);
  const { secretKey } = parameterSet.keygen(seed);
  const pkcs8 = (key: Uint8Array) => sequence(integer(0n), algorithmIdentifier(KeySpec), octetString(key));
  const both = pkcs8(sequence(octetString(seed), octetString(secretKey)));

  test('seed and expanded key together are read, as OpenSSL reads them, and written as the seed alone', () => {
    expect(spkiOf(privateKeyIn(both))).toEqual(pair.publicKeySpki);
    expect(keyPairFromPkcs8(KeySpec, both)).toEqual(pair);
  });

  test('refused when the expanded key is of another seed, alone, or when the seed is short', () => {
    const changed = both.map((byte, at) => (at === both.length - 1 ? byte ^ 1 : byte));
    expect(keyPairFromPkcs8(KeySpec, changed)).toBeUndefined();
    expect(keyPairFromPkcs8(KeySpec, pkcs8(octetString(secretKey)))).toBeUndefined();
    expect(keyPairFromPkcs8(KeySpec, pkcs8(element(contextPrimitive(0), seed.slice(1))))).toBeUndefined();
  });
});
