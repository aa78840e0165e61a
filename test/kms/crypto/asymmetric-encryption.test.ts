import { constants, privateDecrypt, publicEncrypt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AsymmetricEncryptionAlgorithm, RsaKeySpec } from '../../../src/kms/crypto/algorithms.ts';
import {
  decryptAsymmetric,
  encryptAsymmetric,
  maximumPlaintextBytes,
} from '../../../src/kms/crypto/asymmetric-encryption.ts';
import { decryptOaep, encryptOaep } from '../../../src/kms/crypto/rsa-oaep.ts';
import { chance } from './chance.ts';
import { privateKeyIn, publicKeyIn, rsaPair } from './openssl.ts';
import { hex, rsaKeyFrom, vectorsFrom } from './vectors.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html, table of RSA key specs */
const LONGEST = [
  ['RSA_2048', 'RSAES_OAEP_SHA_1', 214],
  ['RSA_2048', 'RSAES_OAEP_SHA_256', 190],
  ['RSA_3072', 'RSAES_OAEP_SHA_1', 342],
  ['RSA_3072', 'RSAES_OAEP_SHA_256', 318],
  ['RSA_4096', 'RSAES_OAEP_SHA_1', 470],
  ['RSA_4096', 'RSAES_OAEP_SHA_256', 446],
] as const satisfies readonly (readonly [RsaKeySpec, AsymmetricEncryptionAlgorithm, number])[];

const opensslPadding = (algorithm: AsymmetricEncryptionAlgorithm) => ({
  padding: constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: algorithm === 'RSAES_OAEP_SHA_1' ? 'sha1' : 'sha256',
});

describe.each(LONGEST)('%s, %s', (KeySpec, algorithm, longest) => {
  const { privateKeyPkcs8, publicKeySpki } = rsaPair(KeySpec);

  test(`a plaintext of ${longest} bytes fits, and not one byte more`, () => {
    expect(maximumPlaintextBytes(KeySpec, algorithm)).toBe(longest);
    const random = chance('fits');
    const CiphertextBlob = encryptAsymmetric(algorithm, publicKeySpki, new Uint8Array(longest).fill(7), random);
    expect(CiphertextBlob).toHaveLength(Number(KeySpec.slice(4)) / 8);
    expect(encryptAsymmetric(algorithm, publicKeySpki, new Uint8Array(longest + 1), random)).toBeUndefined();
    expect(decryptAsymmetric(algorithm, privateKeyPkcs8, CiphertextBlob ?? new Uint8Array())).toEqual(
      new Uint8Array(longest).fill(7),
    );
  });

  test('OpenSSL decrypts what is encrypted here, and the other way round', () => {
    for (const length of [1, 32, longest]) {
      const plaintext = chance(`plaintext ${length}`)(length);
      const ours = encryptAsymmetric(algorithm, publicKeySpki, plaintext, chance('oaep')) ?? new Uint8Array();
      const opened = privateDecrypt({ key: privateKeyIn(privateKeyPkcs8), ...opensslPadding(algorithm) }, ours);
      expect(Uint8Array.from(opened)).toEqual(plaintext);
      const theirs = publicEncrypt({ key: publicKeyIn(publicKeySpki), ...opensslPadding(algorithm) }, plaintext);
      expect(decryptAsymmetric(algorithm, privateKeyPkcs8, Uint8Array.from(theirs))).toEqual(plaintext);
    }
  });

  test('the other algorithm does not open it', () => {
    const other = algorithm === 'RSAES_OAEP_SHA_1' ? 'RSAES_OAEP_SHA_256' : 'RSAES_OAEP_SHA_1';
    const blob = encryptAsymmetric(algorithm, publicKeySpki, Uint8Array.of(1), chance('a')) ?? new Uint8Array();
    expect(decryptAsymmetric(other, privateKeyPkcs8, blob)).toBeUndefined();
  });
});

test('no bytes whatever make Decrypt throw or succeed', () => {
  const { privateKeyPkcs8 } = rsaPair('RSA_2048');
  const blobs = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: 256, maxLength: 256 }));
  fc.assert(
    fc.property(blobs, (blob) => {
      expect(decryptAsymmetric('RSAES_OAEP_SHA_256', privateKeyPkcs8, blob)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
  expect(decryptAsymmetric('RSAES_OAEP_SHA_256', privateKeyPkcs8, new Uint8Array(256))).toBeUndefined();
  expect(decryptAsymmetric('RSAES_OAEP_SHA_256', privateKeyPkcs8, new Uint8Array(256).fill(0xff))).toBeUndefined();
});

interface OaepVector {
  readonly hash: 'SHA_1' | 'SHA_256';
  readonly message: string;
  readonly seed: string | null;
  readonly ciphertext: string;
}
test.each(vectorsFrom<OaepVector>('rsa-oaep').map((vector, at) => [at, vector.hash, vector] as const))(
  'published vector %i, %s',
  (_at, _hash, { hash, message, seed, ciphertext, ...numbers }) => {
    const key = rsaKeyFrom(numbers);
    expect(decryptOaep(hash, key, hex(ciphertext))).toEqual(hex(message));
    if (seed !== null) expect(encryptOaep(hash, key, hex(message), () => hex(seed))).toEqual(hex(ciphertext));
  },
);
