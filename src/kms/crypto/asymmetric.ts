import type { RsaKeySpec } from './algorithms.ts';
import type { decryptAsymmetric, encryptAsymmetric, maximumPlaintextBytes } from './asymmetric-encryption.ts';
import type { decapsulate, encapsulate } from './encapsulation.ts';
import type { mayWrap, unwrapKeyMaterial, wrapKeyMaterial } from './import-wrapping.ts';
import type { deriveSharedSecret } from './key-agreement.ts';
import type { readKeyMaterial } from './key-material.ts';
import type { generateKeyPair, KeyPair, keyPairFromPkcs8 } from './key-pair.ts';
import type { RandomBytes } from './random-bytes.ts';
import type { sign, verify } from './signing.ts';

/**
 * The cryptography of key pairs, as the operations call it. It is many times heavier than AES, and most pages never
 * need it: it arrives by `provideAsymmetric` when a page asks for it, and before any command that uses it is given.
 * Which commands do, tells needs.ts.
 */
export interface AsymmetricCrypto {
  readonly decapsulate: typeof decapsulate;
  readonly decryptAsymmetric: typeof decryptAsymmetric;
  readonly deriveSharedSecret: typeof deriveSharedSecret;
  readonly encapsulate: typeof encapsulate;
  readonly encryptAsymmetric: typeof encryptAsymmetric;
  readonly generateKeyPair: typeof generateKeyPair;
  readonly keyPairFromPkcs8: typeof keyPairFromPkcs8;
  readonly maximumPlaintextBytes: typeof maximumPlaintextBytes;
  readonly mayWrap: typeof mayWrap;
  readonly readKeyMaterial: typeof readKeyMaterial;
  readonly sign: typeof sign;
  readonly unwrapKeyMaterial: typeof unwrapKeyMaterial;
  readonly verify: typeof verify;
  readonly wrapKeyMaterial: typeof wrapKeyMaterial;
  /** From random bytes alone: for when no RSA key was brought along. Takes seconds. */
  readonly generateRsaKeyPair: (KeySpec: RsaKeySpec, random: RandomBytes) => KeyPair;
}

let provided: AsymmetricCrypto | undefined;

export const provideAsymmetric = (crypto: AsymmetricCrypto): void => {
  provided = crypto;
};

/** Whether `asymmetric()` would answer. */
export const hasAsymmetric = (): boolean => provided !== undefined;

export const asymmetric = (): AsymmetricCrypto => {
  if (!provided) throw new Error('the cryptography of key pairs is not loaded: import src/kms/full.ts first');
  return provided;
};
