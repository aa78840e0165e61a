/** AES-GCM for what fits in memory, synchronous. Files go through WebCrypto, in `edge/`. */
import { gcm } from '@noble/ciphers/aes.js';

/** @returns ciphertext ‖ tag(16) */
export const seal = (key: Uint8Array, iv: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array =>
  gcm(key, iv, aad).encrypt(plaintext);

/** @returns the plaintext, or undefined where the tag does not fit */
export const open = (
  key: Uint8Array,
  iv: Uint8Array,
  aad: Uint8Array,
  ciphertextAndTag: Uint8Array,
): Uint8Array | undefined => {
  try {
    return gcm(key, iv, aad).decrypt(ciphertextAndTag);
  } catch {
    return undefined;
  }
};
