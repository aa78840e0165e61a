/** AES-256-GCM as every layer here uses it: IV(12) ‖ ciphertext ‖ tag(16). */
import { gcm } from '@noble/ciphers/aes.js';
import { concat } from '../kms/crypto/bytes.ts';

const IV_LENGTH = 12;

export const seal = (key: Uint8Array, plaintext: Uint8Array, random: (length: number) => Uint8Array): Uint8Array => {
  const iv = random(IV_LENGTH);
  return concat(iv, gcm(key, iv).encrypt(plaintext));
};

/** @returns the plaintext, or undefined where the tag does not fit */
export const open = (key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined => {
  try {
    return gcm(key, sealed.subarray(0, IV_LENGTH)).decrypt(sealed.subarray(IV_LENGTH));
  } catch {
    return undefined;
  }
};
