import { sha256 } from '@noble/hashes/sha2.js';
import { asymmetric } from '../kms/crypto/asymmetric.ts';
import { fromBase64, toBase64, utf8 } from '../kms/crypto/bytes.ts';

/** 256 bits of key material that a name stands for, so that a script can import "the same file" twice. */
export const namedMaterial = (name: string): Uint8Array => sha256(utf8(name));

/** The padding of a wrapping is chance, which a script has none of. */
const fixedChance = (length: number): Uint8Array => new Uint8Array(length).fill(7);

/**
 * Key material as ImportKeyMaterial wants it with RSAES_OAEP_SHA_256; needs the cryptography of key pairs (full.ts).
 * @param parameters the answer of GetParametersForImport
 * @returns base64; what cannot be wrapped is returned as the bytes themselves, for KMS to refuse
 */
export const wrappedMaterial = (parameters: unknown, name: string): string => {
  const { PublicKey } = (parameters ?? {}) as { readonly PublicKey?: string };
  const publicKey = PublicKey === undefined ? undefined : fromBase64(PublicKey);
  const material = namedMaterial(name);
  const blob = publicKey && asymmetric().wrapKeyMaterial('RSAES_OAEP_SHA_256', publicKey, material, fixedChance);
  return toBase64(blob || material);
};
