import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import '../../../src/kms/full.ts';
import { given } from '../given.ts';
import { rsaKey } from '../rsaKeys.ts';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const Message = base64('a message');
const digest = (hash: string) => createHash(hash).update('a message').digest();

const signing = (KeySpec: string) => {
  const g = given(`sign ${KeySpec}`);
  const { rsaPrivateKey } = KeySpec.startsWith('RSA') ? rsaKey() : {};
  const KeyId = g.key({ KeySpec, KeyUsage: 'SIGN_VERIFY' }, { ...(rsaPrivateKey && { rsaPrivateKey }) });
  return { g, KeyId };
};

describe('Sign and Verify', () => {
  test.each([
    ['RSA_2048', 'RSASSA_PSS_SHA_256', 'sha256'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512', 'sha512'],
    ['ECC_NIST_P256', 'ECDSA_SHA_256', 'sha256'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384', 'sha384'],
    ['ECC_NIST_P521', 'ECDSA_SHA_512', 'sha512'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256', 'sha256'],
  ])('%s with %s: a signature of the digest is one of the message, and OpenSSL accepts it', (spec, algorithm, hash) => {
    const { g, KeyId } = signing(spec);
    const request = { KeyId, SigningAlgorithm: algorithm };
    const signed = g.ask('Sign', { ...request, Message: base64(digest(hash)), MessageType: 'DIGEST' });
    expect(signed).toEqual({ KeyId, Signature: expect.any(String), SigningAlgorithm: algorithm });
    const { Signature } = signed as { Signature: string };
    expect(g.ask('Verify', { ...request, Message, Signature })).toEqual({
      KeyId,
      SignatureValid: true,
      SigningAlgorithm: algorithm,
    });
    const { PublicKey } = g.ask('GetPublicKey', { KeyId }) as { PublicKey: string };
    const key = createPublicKey({ key: Buffer.from(PublicKey, 'base64'), format: 'der', type: 'spki' });
    const options = algorithm.includes('PSS') ? { key, padding: 6, saltLength: 32 } : { key };
    expect(verify(hash, Buffer.from('a message'), options, Buffer.from(Signature, 'base64'))).toBe(true);
  });

  test.each([
    ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512', 'RAW'],
    ['ECC_NIST_EDWARDS25519', 'ED25519_PH_SHA_512', 'DIGEST'],
    ['ML_DSA_44', 'ML_DSA_SHAKE_256', 'RAW'],
    ['ML_DSA_65', 'ML_DSA_SHAKE_256', 'EXTERNAL_MU'],
  ])('%s with %s takes %s', (spec, SigningAlgorithm, MessageType) => {
    const { g, KeyId } = signing(spec);
    const message = MessageType === 'RAW' ? Message : base64(digest('sha512'));
    const request = { KeyId, SigningAlgorithm, MessageType, Message: message };
    const { Signature } = g.ask('Sign', request);
    expect(g.ask('Verify', { ...request, Signature }).SignatureValid).toBe(true);
  });

  test('a signature that does not fit is an exception without words', () => {
    const { g, KeyId } = signing('ECC_NIST_P256');
    const request = { KeyId, SigningAlgorithm: 'ECDSA_SHA_256' };
    const { Signature } = g.ask('Sign', { ...request, Message });
    const other = { ...request, Message: base64('another message') };
    expect(g.refuse('Verify', { ...other, Signature })).toEqual({ __type: 'KMSInvalidSignatureException' });
    expect(g.refuse('Verify', { ...request, Message, Signature: base64('bad') }).__type).toBe(
      'KMSInvalidSignatureException',
    );
  });

  test('a digest must be as long as the hash says', () => {
    const { g, KeyId } = signing('ECC_NIST_P384');
    const request = { KeyId, SigningAlgorithm: 'ECDSA_SHA_384', MessageType: 'DIGEST', Message };
    expect(g.refuse('Sign', request)).toEqual({
      __type: 'ValidationException',
      message: 'Digest is invalid length for algorithm ECDSA_SHA_384.',
    });
  });

  test('a message type that the algorithm does not take is refused', () => {
    const { g, KeyId } = signing('ECC_NIST_EDWARDS25519');
    const request = {
      KeyId,
      SigningAlgorithm: 'ED25519_SHA_512',
      MessageType: 'DIGEST',
      Message: base64(digest('sha512')),
    };
    expect(g.refuse('Sign', request).__type).toBe('ValidationException');
  });

  test('keys of another usage or spec are refused in the words of AWS', () => {
    const { g, KeyId } = signing('ECC_NIST_P256');
    const symmetric = g.key();
    expect(g.refuse('Sign', { KeyId: symmetric, SigningAlgorithm: 'ECDSA_SHA_256', Message })).toEqual({
      __type: 'InvalidKeyUsageException',
      message: `${symmetric} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`,
    });
    expect(g.refuse('Sign', { KeyId, SigningAlgorithm: 'RSASSA_PSS_SHA_256', Message })).toEqual({
      __type: 'InvalidKeyUsageException',
      message: 'Algorithm RSASSA_PSS_SHA_256 is incompatible with key spec ECC_NIST_P256.',
    });
  });

  test('a dry run makes no signature', () => {
    const { g, KeyId } = signing('ECC_NIST_P256');
    expect(g.refuse('Sign', { KeyId, SigningAlgorithm: 'ECDSA_SHA_256', Message, DryRun: true }).__type).toBe(
      'DryRunOperationException',
    );
  });

  test('messages end at 4096 bytes', () => {
    const { g, KeyId } = signing('ECC_NIST_P256');
    const request = { KeyId, SigningAlgorithm: 'ECDSA_SHA_256' };
    g.ask('Sign', { ...request, Message: base64(new Uint8Array(4096)) });
    expect(g.refuse('Sign', { ...request, Message: base64(new Uint8Array(4097)) }).message).toBe(
      "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have length less than or equal to 4096",
    );
  });
});
