/**
 * What a KMS key is made of: bare bytes for symmetric and HMAC keys, a pair for the others.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-conceptual.html
 */
import { type ImportableKeySpec, KEY_MATERIAL_BYTES, type SecretKeySpec } from './algorithms.ts';
import { type KeyPair, keyPairFromPkcs8 } from './key-pair.ts';
import type { RandomBytes } from './random-bytes.ts';

export type KeyMaterial = { readonly secret: Uint8Array } | { readonly pair: KeyPair };

const isSecretKeySpec = (KeySpec: ImportableKeySpec): KeySpec is SecretKeySpec =>
  Object.hasOwn(KEY_MATERIAL_BYTES, KeySpec);

/** New material for a symmetric or HMAC key. */
export const generateSecret = (KeySpec: SecretKeySpec, random: RandomBytes): Uint8Array =>
  random(KEY_MATERIAL_BYTES[KeySpec]);

/**
 * Reads unwrapped material as a key of this spec.
 * @param material bytes of exactly the spec's length, or a private key of exactly the spec's curve or size in PKCS#8 DER
 * @returns `undefined` when it is anything else. Answer: IncorrectKeyMaterialException
 */
export const readKeyMaterial = (KeySpec: ImportableKeySpec, material: Uint8Array): KeyMaterial | undefined => {
  if (isSecretKeySpec(KeySpec))
    return material.length === KEY_MATERIAL_BYTES[KeySpec] ? { secret: material } : undefined;
  const pair = keyPairFromPkcs8(KeySpec, material);
  return pair && { pair };
};
