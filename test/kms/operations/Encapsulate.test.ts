import { describe, expect, test } from 'vitest';
import '../../../src/kms/full.ts';
import { given } from '../given.ts';

const EncapsulationAlgorithm = 'ML_KEM';
const bytes = (base64: unknown) => Buffer.from(base64 as string, 'base64');

describe('Encapsulate and Decapsulate', () => {
  // Lengths of FIPS 203, table 3.
  test.each([
    ['ML_KEM_512', 768],
    ['ML_KEM_768', 1088],
    ['ML_KEM_1024', 1568],
  ])('%s: 32 bytes travel in %i', (KeySpec, length) => {
    const g = given(KeySpec);
    const KeyId = g.key({ KeySpec, KeyUsage: 'ENCAPSULATE_DECAPSULATE' });
    const made = g.ask('Encapsulate', { KeyId, EncapsulationAlgorithm });
    const { SharedSecret, SharedSecretCiphertextBlob } = made;
    expect(made).toEqual({ KeyId, SharedSecret, SharedSecretCiphertextBlob, EncapsulationAlgorithm });
    expect(bytes(SharedSecretCiphertextBlob)).toHaveLength(length);
    expect(bytes(SharedSecret)).toHaveLength(32);
    expect(g.ask('Decapsulate', { KeyId, EncapsulationAlgorithm, SharedSecretCiphertextBlob })).toEqual({
      KeyId,
      SharedSecret,
      EncapsulationAlgorithm,
    });
  });

  test('a changed ciphertext gives another secret, one of the wrong length an exception', () => {
    const g = given('changed');
    const KeyId = g.key({ KeySpec: 'ML_KEM_512', KeyUsage: 'ENCAPSULATE_DECAPSULATE' });
    const { SharedSecret, SharedSecretCiphertextBlob } = g.ask('Encapsulate', { KeyId, EncapsulationAlgorithm });
    const changed = bytes(SharedSecretCiphertextBlob);
    changed[0] = (changed[0] as number) ^ 1;
    const request = { KeyId, EncapsulationAlgorithm };
    const other = g.ask('Decapsulate', { ...request, SharedSecretCiphertextBlob: changed.toString('base64') });
    expect(other.SharedSecret).not.toBe(SharedSecret);
    const short = changed.subarray(1).toString('base64');
    expect(g.refuse('Decapsulate', { ...request, SharedSecretCiphertextBlob: short })).toEqual({
      __type: 'InvalidCiphertextException',
    });
  });

  test('a key for something else is refused', () => {
    const g = given('else');
    const KeyId = g.key();
    expect(g.refuse('Encapsulate', { KeyId, EncapsulationAlgorithm }).message).toBe(
      `${KeyId} key usage is ENCRYPT_DECRYPT which is not valid for Encapsulate.`,
    );
  });
});
