/**
 * DeriveSharedSecret: elliptic curve Diffie-Hellman with cofactor (SP 800-56A, section 5.7.1.2; the cofactor of these
 * curves is 1). The secret is the bare x-coordinate: to be put through a key derivation function before use.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html
 */
import { ECC_CURVES } from './ecc-curves.ts';
import { readSpki } from './spki.ts';
import { storedPrivateKey } from './stored-keys.ts';

/**
 * @param privateKeyPkcs8 our half, of a curve key
 * @param PublicKey the other party's SubjectPublicKeyInfo, DER
 * @returns 32, 48 or 66 bytes; `undefined` when PublicKey is no point on our curve
 */
export const deriveSharedSecret = (privateKeyPkcs8: Uint8Array, PublicKey: Uint8Array): Uint8Array | undefined => {
  const ours = storedPrivateKey('EC', privateKeyPkcs8);
  const theirs = readSpki(PublicKey);
  if (theirs?.kind !== 'EC' || theirs.KeySpec !== ours.KeySpec) return undefined;
  const withoutSignOfY = 1;
  return ECC_CURVES[ours.KeySpec].getSharedSecret(ours.scalar, theirs.point, true).subarray(withoutSignOfY);
};
