/** The other side of every comparison: OpenSSL, through node:crypto. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { RSA_MODULUS_BITS, type RsaKeySpec } from '../../../src/kms/crypto/algorithms.ts';
import type { KeyPair } from '../../../src/kms/crypto/key-pair.ts';

export const privateKeyIn = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });

export const publicKeyIn = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });

export const pkcs8Of = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }));

export const spkiOf = (key: KeyObject): Uint8Array =>
  Uint8Array.from((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }));

const made = new Map<RsaKeySpec, KeyPair>();

/** One pair of each size a test file; a pair of 4096 bits takes OpenSSL up to a second. */
export const rsaPair = (KeySpec: RsaKeySpec): KeyPair => {
  const existing = made.get(KeySpec);
  if (existing !== undefined) return existing;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_MODULUS_BITS[KeySpec] });
  const pair = { privateKeyPkcs8: pkcs8Of(privateKey), publicKeySpki: spkiOf(privateKey) };
  made.set(KeySpec, pair);
  return pair;
};
