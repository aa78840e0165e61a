import { describe, expect, test } from 'vitest';
import '../../../src/kms/full.ts';
import { given } from '../given.ts';

describe('GetPublicKey', () => {
  test.each([
    ['ECC_NIST_P256', 'SIGN_VERIFY', { SigningAlgorithms: ['ECDSA_SHA_256'] }],
    ['ECC_NIST_P256', 'KEY_AGREEMENT', { KeyAgreementAlgorithms: ['ECDH'] }],
    ['ML_KEM_512', 'ENCAPSULATE_DECAPSULATE', { EncapsulationAlgorithms: ['ML_KEM'] }],
  ])('%s for %s tells the algorithms of its own usage', (KeySpec, KeyUsage, algorithms) => {
    const g = given('public');
    const KeyId = g.key({ KeySpec, KeyUsage });
    expect(g.ask('GetPublicKey', { KeyId })).toEqual({
      KeyId,
      PublicKey: expect.any(String),
      CustomerMasterKeySpec: KeySpec,
      KeySpec,
      KeyUsage,
      ...algorithms,
    });
  });

  test('works on a key that is disabled, not on one that has no public half', () => {
    const g = given('states');
    const KeyId = g.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    g.ask('DisableKey', { KeyId });
    g.ask('GetPublicKey', { KeyId });
    expect(g.refuse('GetPublicKey', { KeyId: g.key() }).__type).toBe('UnsupportedOperationException');
    const empty = g.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', Origin: 'EXTERNAL' });
    expect(g.refuse('GetPublicKey', { KeyId: empty }).__type).toBe('KMSInvalidStateException');
  });
});
