import { decapsulate as opensslDecapsulate, encapsulate as opensslEncapsulate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decapsulate, encapsulate } from '../../../src/kms/crypto/encapsulation.ts';
import { generateKeyPair } from '../../../src/kms/crypto/key-pair.ts';
import { chance } from './chance.ts';
import { privateKeyIn, publicKeyIn, rsaPair } from './openssl.ts';

/** FIPS 203, table 3. */
describe.each([
  ['ML_KEM_512', 768],
  ['ML_KEM_768', 1088],
  ['ML_KEM_1024', 1568],
] as const)('%s', (KeySpec, ciphertextBytes) => {
  const { privateKeyPkcs8, publicKeySpki } = generateKeyPair(KeySpec, chance(KeySpec));
  const made = encapsulate(publicKeySpki, chance('message'));
  if (made === undefined) throw new Error('expected a secret');
  const { SharedSecret, SharedSecretCiphertextBlob } = made;

  test(`the secret has 32 bytes, its ciphertext ${ciphertextBytes}, and Decapsulate finds it again`, () => {
    expect(SharedSecret).toHaveLength(32);
    expect(SharedSecretCiphertextBlob).toHaveLength(ciphertextBytes);
    expect(decapsulate(privateKeyPkcs8, SharedSecretCiphertextBlob)).toEqual(SharedSecret);
  });

  test('OpenSSL opens what is encapsulated here, and the other way round', () => {
    const opened = opensslDecapsulate(privateKeyIn(privateKeyPkcs8), SharedSecretCiphertextBlob);
    expect(Uint8Array.from(opened)).toEqual(SharedSecret);
    const { sharedKey, ciphertext } = opensslEncapsulate(publicKeyIn(publicKeySpki));
    expect(decapsulate(privateKeyPkcs8, Uint8Array.from(ciphertext))).toEqual(Uint8Array.from(sharedKey));
  });

  test('a changed ciphertext of the right length gives another secret, the same one as OpenSSL', () => {
    const changed = SharedSecretCiphertextBlob.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
    const secret = decapsulate(privateKeyPkcs8, changed);
    expect(secret).toHaveLength(32);
    expect(secret).not.toEqual(SharedSecret);
    const theirs = opensslDecapsulate(privateKeyIn(privateKeyPkcs8), changed);
    expect(Uint8Array.from(theirs)).toEqual(secret);
  });

  test('a ciphertext of any other length is refused', () => {
    for (const length of [0, 1, ciphertextBytes - 1, ciphertextBytes + 1])
      expect(decapsulate(privateKeyPkcs8, new Uint8Array(length))).toBeUndefined();
  });

  test('a public key with a coefficient of q or more is refused', () => {
    const tooLarge = publicKeySpki.slice();
    // The 384·k bytes of coefficients stand before the last 32 bytes; two bytes of ones make 4095, above q = 3329.
    tooLarge.fill(0xff, -36, -32);
    expect(encapsulate(tooLarge, chance('message'))).toBeUndefined();
  });
});

test('Encapsulate refuses bytes that are no ML-KEM public key', () => {
  expect(encapsulate(rsaPair('RSA_2048').publicKeySpki, chance('a'))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 900 }), (bytes) => {
      expect(encapsulate(bytes, chance('a'))).toBeUndefined();
    }),
  );
});
