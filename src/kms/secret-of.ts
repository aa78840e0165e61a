import { mustBytes } from './crypto/bytes.ts';
import { currentMaterial, type KeyRecord } from './world.ts';

/** The bare bytes of an HMAC key that may be used. */
export const secretOf = (key: KeyRecord): Uint8Array => {
  const bytes = currentMaterial(key)?.bytes;
  if (bytes === undefined) throw new Error(`${key.Arn} was permitted to use its secret, but holds none`);
  return mustBytes(bytes);
};
