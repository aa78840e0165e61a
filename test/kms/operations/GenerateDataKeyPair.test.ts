import { createPrivateKey, createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import '../../../src/kms/full.ts';
import { given } from '../given.ts';
import { rsaKey } from '../rsaKeys.ts';

const EncryptionContext = { purpose: 'test' };

describe('GenerateDataKeyPair', () => {
  test.each([
    'RSA_2048',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'ECC_NIST_EDWARDS25519',
  ])('%s: OpenSSL reads both halves, and they belong together', (KeyPairSpec) => {
    const g = given(KeyPairSpec);
    const KeyId = g.key();
    const { rsaPrivateKey } = rsaKey();
    const made = g.ask('GenerateDataKeyPair', { KeyId, KeyPairSpec, EncryptionContext }, { rsaPrivateKey });
    expect(Object.keys(made).sort()).toEqual(
      ['KeyId', 'KeyMaterialId', 'KeyPairSpec', 'PrivateKeyCiphertextBlob', 'PrivateKeyPlaintext', 'PublicKey'].sort(),
    );
    const der = { format: 'der' } as const;
    const secret = createPrivateKey({
      key: Buffer.from(made.PrivateKeyPlaintext as string, 'base64'),
      ...der,
      type: 'pkcs8',
    });
    const derived = createPublicKey(secret)
      .export({ ...der, type: 'spki' })
      .toString('base64');
    expect(made.PublicKey).toBe(derived);
    const opened = g.ask('Decrypt', { CiphertextBlob: made.PrivateKeyCiphertextBlob, EncryptionContext });
    expect(opened.Plaintext).toBe(made.PrivateKeyPlaintext);
    expect(g.refuse('Decrypt', { CiphertextBlob: made.PrivateKeyCiphertextBlob })).toEqual({
      __type: 'InvalidCiphertextException',
    });
  });

  test('without plaintext it is the same answer less one member', () => {
    const g = given('without');
    const KeyId = g.key();
    const made = g.ask('GenerateDataKeyPairWithoutPlaintext', { KeyId, KeyPairSpec: 'ML_KEM_512' });
    expect(Object.keys(made).sort()).toEqual(
      ['KeyId', 'KeyMaterialId', 'KeyPairSpec', 'PrivateKeyCiphertextBlob', 'PublicKey'].sort(),
    );
  });

  test('keys of other kinds make none, nor does SM2 exist outside China', () => {
    const g = given('kinds');
    const hmac = g.key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    expect(g.refuse('GenerateDataKeyPair', { KeyId: hmac, KeyPairSpec: 'ECC_NIST_P256' }).message).toBe(
      `${hmac} key usage is GENERATE_VERIFY_MAC which is not valid for GenerateDataKeyPair.`,
    );
    const KeyId = g.key();
    expect(g.refuse('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'SM2' }).__type).toBe('UnsupportedOperationException');
  });

  test('a dry run searches for no primes', () => {
    const g = given('dry');
    const KeyId = g.key();
    expect(g.refuse('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'RSA_4096', DryRun: true })).toEqual({
      __type: 'DryRunOperationException',
      message: 'The request would have succeeded, but the DryRun option is set.',
    });
  });

  test('an answer for an enclave is refused, since nobody signs attestation documents here', () => {
    const g = given('enclave');
    const KeyId = g.key();
    const Recipient = { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: 'AAAA' };
    expect(g.refuse('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'ECC_NIST_P256', Recipient }).__type).toBe(
      'ValidationException',
    );
  });
});
