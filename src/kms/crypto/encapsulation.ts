/**
 * Encapsulate and Decapsulate: ML-KEM (FIPS 203).
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Encapsulate.html
 */
import { ML_KEM_SETS } from './ml-parameter-sets.ts';
import { orUndefined } from './or-undefined.ts';
import type { RandomBytes } from './random-bytes.ts';
import { readSpki } from './spki.ts';
import { storedPrivateKey } from './stored-keys.ts';

const MESSAGE_BYTES = 32;

export interface Encapsulated {
  /** 32 bytes. */
  readonly SharedSecret: Uint8Array;
  /** 768, 1088 or 1568 bytes by key spec. */
  readonly SharedSecretCiphertextBlob: Uint8Array;
}

/** `undefined` when the bytes are no ML-KEM public key, or one whose coefficients FIPS 203, section 7.2 refuses. */
export const encapsulate = (publicKeySpki: Uint8Array, random: RandomBytes): Encapsulated | undefined => {
  const key = readSpki(publicKeySpki);
  if (key?.kind !== 'ML-KEM') return undefined;
  const message = random(MESSAGE_BYTES);
  const result = orUndefined(() => ML_KEM_SETS[key.KeySpec].encapsulate(key.bytes, message));
  return result && { SharedSecret: result.sharedSecret, SharedSecretCiphertextBlob: result.cipherText };
};

/**
 * @returns 32 bytes. A changed ciphertext of the right length is rejected implicitly: it gives another secret, and no
 * error. `undefined` when the length is wrong.
 */
export const decapsulate = (
  privateKeyPkcs8: Uint8Array,
  SharedSecretCiphertextBlob: Uint8Array,
): Uint8Array | undefined => {
  const { KeySpec, seed } = storedPrivateKey('ML-KEM', privateKeyPkcs8);
  const set = ML_KEM_SETS[KeySpec];
  if (SharedSecretCiphertextBlob.length !== set.lengths.cipherText) return undefined;
  return set.decapsulate(SharedSecretCiphertextBlob, set.keygen(seed).secretKey);
};
