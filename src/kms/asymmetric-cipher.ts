import type { AsymmetricEncryptionAlgorithm, RsaKeySpec } from './crypto/algorithms.ts';
import { asymmetric } from './crypto/asymmetric.ts';
import { mustBytes } from './crypto/bytes.ts';
import type { Decrypted } from './decryption.ts';
import type { Entropy } from './entropy.ts';
import { type Refused, refused } from './errors.ts';
import { currentMaterial, type KeyRecord } from './world.ts';

/** RSAES-OAEP under the public half of a KMS key. */
export const encryptWithPublicKey = (
  key: KeyRecord,
  algorithm: string,
  plaintext: Uint8Array,
  random: Entropy,
): Uint8Array | Refused => {
  const { maximumPlaintextBytes, encryptAsymmetric } = asymmetric();
  const oaep = algorithm as AsymmetricEncryptionAlgorithm;
  const limit = maximumPlaintextBytes(key.KeySpec as RsaKeySpec, oaep);
  return (
    encryptAsymmetric(oaep, mustBytes(key.PublicKey ?? ''), plaintext, random) ??
    refused(
      'ValidationException',
      `Algorithm ${algorithm} and key spec ${key.KeySpec} cannot encrypt data larger than ${limit} bytes.`,
    )
  );
};

/** `undefined`: the ciphertext does not open. */
export const decryptWithPrivateKey = (
  key: KeyRecord,
  algorithm: string,
  ciphertext: Uint8Array,
): Decrypted | undefined => {
  const plaintext = asymmetric().decryptAsymmetric(
    algorithm as AsymmetricEncryptionAlgorithm,
    mustBytes(currentMaterial(key)?.bytes ?? ''),
    ciphertext,
  );
  return plaintext && { plaintext };
};
