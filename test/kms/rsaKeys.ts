import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { RsaKeySpec } from '../../src/kms/crypto/algorithms.ts';
import { RSA_MODULUS_BITS } from '../../src/kms/crypto/algorithms.ts';

export interface FreshRsaKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** PKCS #8, DER: what a command brings along. */
  readonly rsaPrivateKey: string;
}

const made = new Map<RsaKeySpec, FreshRsaKey>();

/** An RSA key made by OpenSSL; one for each size and run. */
export const rsaKey = (spec: RsaKeySpec = 'RSA_2048'): FreshRsaKey => {
  const known = made.get(spec);
  if (known) return known;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: RSA_MODULUS_BITS[spec] });
  const rsaPrivateKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const key = { privateKey, publicKey, rsaPrivateKey };
  made.set(spec, key);
  return key;
};
