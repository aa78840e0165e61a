import { describe, expect, test } from 'vitest';
import { base64Length } from '../../../src/kms/model/index.ts';
import { given } from '../given.ts';

describe('GenerateRandom', () => {
  test.each([1, 32, 1024])('gives %i bytes, other ones each time', (NumberOfBytes) => {
    const g = given('random');
    const first = g.ask('GenerateRandom', { NumberOfBytes }).Plaintext as string;
    expect(base64Length(first)).toBe(NumberOfBytes);
    if (NumberOfBytes > 1) expect(g.ask('GenerateRandom', { NumberOfBytes }).Plaintext).not.toBe(first);
  });

  // Texts recorded from AWS: test/oracles/recorded-errors.json.
  test.each([
    [undefined, 'NumberOfBytes is required.'],
    [
      0,
      "1 validation error detected: Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      1025,
      "1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024",
    ],
  ])('refuses %s bytes', (NumberOfBytes, message) => {
    expect(given('random').refuse('GenerateRandom', { NumberOfBytes })).toEqual({
      __type: 'ValidationException',
      message,
    });
  });

  test('asks a custom key store only if there is one', () => {
    const request = { NumberOfBytes: 8, CustomKeyStoreId: 'cks-1234567890abcdef0' };
    expect(given('store').refuse('GenerateRandom', request).__type).toBe('CustomKeyStoreNotFoundException');
  });

  test('is a matter of IAM alone', () => {
    expect(given('iam').refuse('GenerateRandom', { NumberOfBytes: 8 }, { as: 'leaver' }).__type).toBe(
      'AccessDeniedException',
    );
  });
});
