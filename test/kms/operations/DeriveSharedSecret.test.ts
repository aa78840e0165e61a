import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import '../../../src/kms/full.ts';
import { given } from '../given.ts';

const KeyAgreementAlgorithm = 'ECDH';
const agreeing = { KeyUsage: 'KEY_AGREEMENT' };
const curveOf = { ECC_NIST_P256: 'P-256', ECC_NIST_P384: 'P-384', ECC_NIST_P521: 'P-521' } as const;

describe('DeriveSharedSecret', () => {
  test.each(Object.entries(curveOf))(
    '%s: both sides come to one secret, OpenSSL on the other',
    (KeySpec, namedCurve) => {
      const g = given(`ecdh ${KeySpec}`);
      const KeyId = g.key({ KeySpec, ...agreeing });
      const theirs = generateKeyPairSync('ec', { namedCurve });
      const PublicKey = theirs.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
      const { SharedSecret, ...rest } = g.ask('DeriveSharedSecret', { KeyId, KeyAgreementAlgorithm, PublicKey });
      expect(rest).toEqual({ KeyId, KeyAgreementAlgorithm, KeyOrigin: 'AWS_KMS' });
      const ours = Buffer.from(g.ask('GetPublicKey', { KeyId }).PublicKey as string, 'base64');
      const publicKey = createPublicKey({ key: ours, format: 'der', type: 'spki' });
      expect(SharedSecret).toBe(diffieHellman({ privateKey: theirs.privateKey, publicKey }).toString('base64'));
    },
  );

  // Recorded from AWS: no text.
  test('a public key that is none, or of another curve, is refused without words', () => {
    const g = given('ecdh');
    const KeyId = g.key({ KeySpec: 'ECC_NIST_P256', ...agreeing });
    const other = g.key({ KeySpec: 'ECC_NIST_P384', ...agreeing });
    const { PublicKey } = g.ask('GetPublicKey', { KeyId: other });
    for (const key of [PublicKey, Buffer.from('InvalidPublicKey').toString('base64')])
      expect(g.refuse('DeriveSharedSecret', { KeyId, KeyAgreementAlgorithm, PublicKey: key })).toEqual({
        __type: 'ValidationException',
      });
  });

  test('a key for something else is refused', () => {
    const g = given('ecdh');
    const KeyId = g.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const { PublicKey } = g.ask('GetPublicKey', { KeyId });
    expect(g.refuse('DeriveSharedSecret', { KeyId, KeyAgreementAlgorithm, PublicKey })).toEqual({
      __type: 'InvalidKeyUsageException',
      message: `${KeyId} key usage is SIGN_VERIFY which is not valid for DeriveSharedSecret.`,
    });
  });
});
