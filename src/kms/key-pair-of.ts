import { mustBytes } from './crypto/bytes.ts';
import { currentMaterial, type KeyRecord } from './world.ts';

/** The private half of an asymmetric key that may be used: PKCS #8, DER. */
export const privateKeyOf = (key: KeyRecord): Uint8Array => {
  const bytes = currentMaterial(key)?.bytes;
  if (bytes === undefined) throw new Error(`${key.Arn} was permitted to use its private key, but holds none`);
  return mustBytes(bytes);
};

/** The public half: SubjectPublicKeyInfo, DER. */
export const publicKeyOf = (key: KeyRecord): Uint8Array => {
  if (key.PublicKey === undefined) throw new Error(`${key.Arn} was permitted to use its public key, but has none`);
  return mustBytes(key.PublicKey);
};
