import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AsymmetricKeySpec, RsaKeySpec, SeededKeySpec } from '../../../src/kms/crypto/algorithms.ts';
import { integer, nullValue, objectIdentifier, octetString, sequence } from '../../../src/kms/crypto/der-write.ts';
import { generateKeyPair, keyPairFromPkcs8 } from '../../../src/kms/crypto/key-pair.ts';
import { readPkcs8, writePkcs8 } from '../../../src/kms/crypto/pkcs8.ts';
import { chance } from './chance.ts';
import { pkcs8Of, privateKeyIn, publicKeyIn, rsaPair, spkiOf } from './openssl.ts';

const SEEDED = [
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
] as const satisfies readonly SeededKeySpec[];
const RSA = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const satisfies readonly RsaKeySpec[];

/** What node:crypto calls each kind. */
const OPENSSL_NAMES: { readonly [Spec in SeededKeySpec]: readonly [type: string, curve?: string] } = {
  ECC_NIST_P256: ['ec', 'prime256v1'],
  ECC_NIST_P384: ['ec', 'secp384r1'],
  ECC_NIST_P521: ['ec', 'secp521r1'],
  ECC_SECG_P256K1: ['ec', 'secp256k1'],
  ECC_NIST_EDWARDS25519: ['ed25519'],
  ML_DSA_44: ['ml-dsa-44'],
  ML_DSA_65: ['ml-dsa-65'],
  ML_DSA_87: ['ml-dsa-87'],
  ML_KEM_512: ['ml-kem-512'],
  ML_KEM_768: ['ml-kem-768'],
  ML_KEM_1024: ['ml-kem-1024'],
};

const inverse = (number: bigint, modulus: bigint): bigint => {
  let [a, b, x, y] = [((number % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
};

const rsaKeyOf = (p: bigint, q: bigint, e: bigint) => {
  const d = inverse(e, (p - 1n) * (q - 1n));
  return { n: p * q, e, d, p, q, dP: d % (p - 1n), dQ: d % (q - 1n), qInv: inverse(q, p) };
};

describe('generateKeyPair', () => {
  test.each(SEEDED)('%s: the same chance gives the same pair, other chance another', (KeySpec) => {
    const pair = generateKeyPair(KeySpec, chance('a'));
    expect(generateKeyPair(KeySpec, chance('a'))).toEqual(pair);
    expect(generateKeyPair(KeySpec, chance('b')).publicKeySpki).not.toEqual(pair.publicKeySpki);
  });

  test.each(SEEDED)('%s: OpenSSL reads both halves, agrees on the kind, and derives the same public key', (KeySpec) => {
    const { privateKeyPkcs8, publicKeySpki } = generateKeyPair(KeySpec, chance(KeySpec));
    const theirs = privateKeyIn(privateKeyPkcs8);
    const [type, curve] = OPENSSL_NAMES[KeySpec];
    expect(theirs.asymmetricKeyType).toBe(type);
    expect(theirs.asymmetricKeyDetails?.namedCurve).toBe(curve);
    expect(spkiOf(theirs)).toEqual(publicKeySpki);
    expect(spkiOf(publicKeyIn(publicKeySpki))).toEqual(publicKeySpki);
  });

  test.each(SEEDED)('%s: OpenSSL writes the private key in the same bytes', (KeySpec) => {
    const { privateKeyPkcs8 } = generateKeyPair(KeySpec, chance(KeySpec));
    expect(pkcs8Of(privateKeyIn(privateKeyPkcs8))).toEqual(privateKeyPkcs8);
  });

  test.each([
    ['ML_DSA_44', 54],
    ['ML_DSA_87', 54],
    ['ML_KEM_512', 86],
    ['ML_KEM_1024', 86],
  ] as const)('%s: the private key is a seed, %i bytes with its wrapping', (KeySpec, length) => {
    expect(generateKeyPair(KeySpec, chance('seed')).privateKeyPkcs8).toHaveLength(length);
  });
});

describe('keyPairFromPkcs8', () => {
  test.each(SEEDED)('%s: reads what OpenSSL generated', (KeySpec) => {
    const [type, namedCurve] = OPENSSL_NAMES[KeySpec];
    // One overload for each type of key: none takes a name that is only known at run time.
    const generate = generateKeyPairSync as unknown as (type: string, options: object) => { privateKey: never };
    const { privateKey } = generate(type, namedCurve === undefined ? {} : { namedCurve });
    expect(keyPairFromPkcs8(KeySpec, pkcs8Of(privateKey))?.publicKeySpki).toEqual(spkiOf(privateKey));
  });

  test.each(RSA)(
    '%s: derives the SubjectPublicKeyInfo that OpenSSL derives, and writes PKCS#8 as it does',
    (KeySpec) => {
      expect(keyPairFromPkcs8(KeySpec, rsaPair(KeySpec).privateKeyPkcs8)).toEqual(rsaPair(KeySpec));
    },
  );

  test('reads an RSA key of WebCrypto', async () => {
    const parameters = {
      name: 'RSA-PSS',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: 'SHA-256',
    };
    const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
    const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
    expect(keyPairFromPkcs8('RSA_2048', pkcs8)?.publicKeySpki).toEqual(spki);
  });

  test('a key of another spec is refused', () => {
    const p256 = generateKeyPair('ECC_NIST_P256', chance('p256')).privateKeyPkcs8;
    const others: readonly AsymmetricKeySpec[] = ['ECC_SECG_P256K1', 'ECC_NIST_P384', 'RSA_2048', 'ML_DSA_44'];
    for (const KeySpec of others) expect(keyPairFromPkcs8(KeySpec, p256)).toBeUndefined();
    expect(keyPairFromPkcs8('RSA_3072', rsaPair('RSA_2048').privateKeyPkcs8)).toBeUndefined();
  });

  test('an RSA key whose numbers do not fit together is refused, each number in turn', () => {
    const key = readPkcs8(rsaPair('RSA_2048').privateKeyPkcs8);
    if (key?.kind !== 'RSA') throw new Error('expected an RSA key');
    expect(keyPairFromPkcs8('RSA_2048', writePkcs8(key))).toBeDefined();
    for (const name of ['n', 'e', 'd', 'p', 'q', 'dP', 'dQ', 'qInv'] as const) {
      const damaged = writePkcs8({ ...key, [name]: key[name] + 2n });
      expect(keyPairFromPkcs8('RSA_2048', damaged), name).toBeUndefined();
    }
  });

  test('a composite in place of a prime is refused', () => {
    const key = readPkcs8(rsaPair('RSA_2048').privateKeyPkcs8);
    if (key?.kind !== 'RSA') throw new Error('expected an RSA key');
    // 3 divides p; then everything else is made to fit.
    const p = [0n, 2n, 4n].map((step) => key.p + step).find((candidate) => candidate % 3n === 0n) ?? 0n;
    const { q, e } = key;
    const forged = { kind: 'RSA', KeySpec: 'RSA_2048', ...rsaKeyOf(p, q, e) } as const;
    expect((e * forged.d) % ((p - 1n) * (q - 1n))).toBe(1n);
    expect(keyPairFromPkcs8('RSA_2048', writePkcs8(forged))).toBeUndefined();
  });

  test('primes of unequal length are refused (FIPS 186-5, appendix A.1.1)', () => {
    const primeOf = (modulusLength: number): bigint => {
      const { p = '' } = generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ format: 'jwk' });
      return BigInt(`0x${Buffer.from(p, 'base64url').toString('hex')}`);
    };
    const uneven = rsaKeyOf(primeOf(1024), primeOf(3072), 65_537n);
    expect(uneven.n.toString(2)).toHaveLength(2048);
    const pkcs8 = writePkcs8({ kind: 'RSA', KeySpec: 'RSA_2048', ...uneven });
    expect(keyPairFromPkcs8('RSA_2048', pkcs8)).toBeUndefined();
  });

  test.each([1024, 2040, 2056])('an RSA key of %i bits is refused: KMS has no such size', (modulusLength) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
    for (const KeySpec of RSA) expect(keyPairFromPkcs8(KeySpec, pkcs8Of(privateKey))).toBeUndefined();
  });

  test('an RSA key of three primes is refused', () => {
    const version = integer(1n);
    const numbers = Array.from({ length: 8 }, () => integer(5n));
    const pkcs8 = sequence(
      integer(0n),
      sequence(objectIdentifier('1.2.840.113549.1.1.1'), nullValue()),
      octetString(sequence(version, ...numbers)),
    );
    expect(keyPairFromPkcs8('RSA_2048', pkcs8)).toBeUndefined();
  });
});
