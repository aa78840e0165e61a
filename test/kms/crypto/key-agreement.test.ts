import { diffieHellman, ECDH } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithmIdentifier } from '../../../src/kms/crypto/algorithm-identifier.ts';
import type { NistCurveKeySpec } from '../../../src/kms/crypto/algorithms.ts';
import { bitString, sequence } from '../../../src/kms/crypto/der-write.ts';
import { deriveSharedSecret } from '../../../src/kms/crypto/key-agreement.ts';
import { generateKeyPair } from '../../../src/kms/crypto/key-pair.ts';
import { writePkcs8 } from '../../../src/kms/crypto/pkcs8.ts';
import { chance } from './chance.ts';
import { privateKeyIn, publicKeyIn, rsaPair } from './openssl.ts';
import { hex, vectorsFrom } from './vectors.ts';

interface EcdhVector {
  readonly KeySpec: NistCurveKeySpec;
  readonly point: string;
  readonly scalar: string;
  readonly sharedSecret: string;
}
test.each(vectorsFrom<EcdhVector>('ecdh').map((vector, at) => [at, vector.KeySpec, vector] as const))(
  'published vector %i, %s',
  (_at, KeySpec, { point, scalar, sharedSecret }) => {
    const ours = writePkcs8({ kind: 'EC', KeySpec, scalar: hex(scalar) });
    const theirs = sequence(algorithmIdentifier(KeySpec), bitString(hex(point)));
    expect(deriveSharedSecret(ours, theirs)).toEqual(hex(sharedSecret));
  },
);

describe.each([
  ['ECC_NIST_P256', 32, 'prime256v1'],
  ['ECC_NIST_P384', 48, 'secp384r1'],
  ['ECC_NIST_P521', 66, 'secp521r1'],
] as const)('%s', (KeySpec, length, opensslCurve) => {
  const alice = generateKeyPair(KeySpec, chance('Alice'));
  const bob = generateKeyPair(KeySpec, chance('Bob'));

  test(`both sides and OpenSSL find the same ${length} bytes`, () => {
    const secret = deriveSharedSecret(alice.privateKeyPkcs8, bob.publicKeySpki);
    expect(secret).toHaveLength(length);
    expect(deriveSharedSecret(bob.privateKeyPkcs8, alice.publicKeySpki)).toEqual(secret);
    const theirs = diffieHellman({
      privateKey: privateKeyIn(alice.privateKeyPkcs8),
      publicKey: publicKeyIn(bob.publicKeySpki),
    });
    expect(Uint8Array.from(theirs)).toEqual(secret);
  });

  test('a compressed point is the same key', () => {
    const point = bob.publicKeySpki.slice(-2 * length - 1);
    const compressed = Buffer.from(ECDH.convertKey(point, opensslCurve, undefined, undefined, 'compressed'));
    const spki = sequence(algorithmIdentifier(KeySpec), bitString(Uint8Array.from(compressed)));
    expect(deriveSharedSecret(alice.privateKeyPkcs8, spki)).toEqual(
      deriveSharedSecret(alice.privateKeyPkcs8, bob.publicKeySpki),
    );
  });

  test('a point off the curve, a point at infinity, another curve or another kind of key is refused', () => {
    const offCurve = bob.publicKeySpki.map((byte, at) => (at === bob.publicKeySpki.length - 1 ? byte ^ 1 : byte));
    const infinity = sequence(algorithmIdentifier(KeySpec), bitString(Uint8Array.of(0)));
    const otherCurve = generateKeyPair('ECC_SECG_P256K1', chance('k1')).publicKeySpki;
    for (const bad of [offCurve, infinity, otherCurve, rsaPair('RSA_2048').publicKeySpki, new Uint8Array()])
      expect(deriveSharedSecret(alice.privateKeyPkcs8, bad)).toBeUndefined();
  });

  test('no bytes whatever make it throw', () => {
    const { publicKeySpki } = bob;
    const mutated = fc
      .tuple(fc.nat(publicKeySpki.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, mask]) => publicKeySpki.map((byte, index) => (index === at ? byte ^ mask : byte)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (bytes) => {
        expect(deriveSharedSecret(alice.privateKeyPkcs8, bytes)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
