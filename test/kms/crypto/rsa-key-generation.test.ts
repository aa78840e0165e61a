import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyPairFromPkcs8 } from '../../../src/kms/crypto/key-pair.ts';
import { generateRsaKeyPair } from '../../../src/kms/crypto/rsa-key-generation.ts';
import { entropy } from '../../../src/kms/entropy.ts';

describe('generateRsaKeyPair', () => {
  test('makes a sound key of the size asked for, and the same one of the same bytes', { timeout: 60_000 }, () => {
    const make = () => generateRsaKeyPair('RSA_2048', entropy('rsa', 0, 'pair'));
    const pair = make();
    expect(make()).toEqual(pair);
    expect(keyPairFromPkcs8('RSA_2048', pair.privateKeyPkcs8)).toEqual(pair);
    const privateKey = createPrivateKey({ key: Buffer.from(pair.privateKeyPkcs8), format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey({ key: Buffer.from(pair.publicKeySpki), format: 'der', type: 'spki' });
    expect(privateKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65_537n });
    const message = Buffer.from('a message');
    expect(verify('sha256', message, publicKey, sign('sha256', message, privateKey))).toBe(true);
  });
});
