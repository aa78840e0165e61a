import type { RsaKeySpec } from './algorithms.ts';
import type { decryptAsymmetric, encryptAsymmetric, maximumPlaintextBytes } from './asymmetric-encryption.ts';
import type { generateKeyPair, KeyPair, keyPairFromPkcs8 } from './key-pair.ts';
import type { RandomBytes } from './random-bytes.ts';

/**
 * The cryptography of key pairs, as the operations call it. It is many times heavier than AES, and most pages never
 * need it: it arrives by `provideAsymmetric` when a page asks for it, and before any command that uses it is given.
 */
export interface AsymmetricCrypto {
  readonly decryptAsymmetric: typeof decryptAsymmetric;
  readonly encryptAsymmetric: typeof encryptAsymmetric;
  readonly maximumPlaintextBytes: typeof maximumPlaintextBytes;
  readonly generateKeyPair: typeof generateKeyPair;
  readonly keyPairFromPkcs8: typeof keyPairFromPkcs8;
  /** From random bytes alone: for when no RSA key was brought along. Takes seconds. */
  readonly generateRsaKeyPair: (KeySpec: RsaKeySpec, random: RandomBytes) => KeyPair;
}

let provided: AsymmetricCrypto | undefined;

export const provideAsymmetric = (crypto: AsymmetricCrypto): void => {
  provided = crypto;
};

export const asymmetric = (): AsymmetricCrypto => {
  if (!provided) throw new Error('the cryptography of key pairs is not loaded: import src/kms/full.ts first');
  return provided;
};
