/**
 * Encrypt and Decrypt under an RSA key. The ciphertext is bare RSAES-OAEP, as long as the modulus: it says nothing of
 * key or algorithm, so Decrypt has to be told both.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
import { type AsymmetricEncryptionAlgorithm, OAEP_HASHES, RSA_MODULUS_BITS, type RsaKeySpec } from './algorithms.ts';
import type { RandomBytes } from './random-bytes.ts';
import { decryptOaep, encryptOaep, oaepCapacity } from './rsa-oaep.ts';
import { storedPrivateKey, storedPublicKey } from './stored-keys.ts';

/** The longest Plaintext, in bytes: from 190 (RSA_2048, SHA_256) to 470 (RSA_4096, SHA_1). */
export const maximumPlaintextBytes = (
  KeySpec: RsaKeySpec,
  EncryptionAlgorithm: AsymmetricEncryptionAlgorithm,
): number => oaepCapacity(OAEP_HASHES[EncryptionAlgorithm], RSA_MODULUS_BITS[KeySpec] / 8);

/** `undefined` when Plaintext is longer than {@link maximumPlaintextBytes}. */
export const encryptAsymmetric = (
  EncryptionAlgorithm: AsymmetricEncryptionAlgorithm,
  publicKeySpki: Uint8Array,
  Plaintext: Uint8Array,
  random: RandomBytes,
): Uint8Array | undefined =>
  encryptOaep(OAEP_HASHES[EncryptionAlgorithm], storedPublicKey('RSA', publicKeySpki), Plaintext, random);

/** `undefined` when CiphertextBlob was made with another key or algorithm, or was changed. */
export const decryptAsymmetric = (
  EncryptionAlgorithm: AsymmetricEncryptionAlgorithm,
  privateKeyPkcs8: Uint8Array,
  CiphertextBlob: Uint8Array,
): Uint8Array | undefined =>
  decryptOaep(OAEP_HASHES[EncryptionAlgorithm], storedPrivateKey('RSA', privateKeyPkcs8), CiphertextBlob);
