/**
 * Wraps key material for ImportKeyMaterial, which the importer does, and unwraps it, which KMS does.
 *
 *     RSAES_OAEP_SHA_*        OAEP(material)
 *     RSA_AES_KEY_WRAP_SHA_*  OAEP(AES-256 key) ‖ AES-KWP(AES-256 key, material)
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-encrypt-key-material.html
 */
import { concatBytes } from '@noble/curves/utils.js';
import {
  IMPORT_WRAPPING,
  type ImportableKeySpec,
  WRAPPING_ALGORITHMS,
  type WrappingAlgorithm,
  type WrappingKeySpec,
} from './algorithms.ts';
import { decryptAsymmetric, encryptAsymmetric } from './asymmetric-encryption.ts';
import { unwrapWithAesKey, wrapWithAesKey } from './key-wrap.ts';
import type { RandomBytes } from './random-bytes.ts';
import { modulusBytes } from './rsa.ts';
import { storedPrivateKey } from './stored-keys.ts';

const AES_KEY_BYTES = 32;

/** Whether material of this key spec may be wrapped so. OAEP under RSA_2048 is too small for a P-521 key. */
export const mayWrap = (
  KeySpec: ImportableKeySpec,
  WrappingAlgorithm: WrappingAlgorithm,
  WrappingKeySpec: WrappingKeySpec,
): boolean => {
  const isTooSmall =
    KeySpec === 'ECC_NIST_P521' &&
    WrappingKeySpec === 'RSA_2048' &&
    !WRAPPING_ALGORITHMS[WrappingAlgorithm].wrapsWithAesKey;
  return IMPORT_WRAPPING[KeySpec].includes(WrappingAlgorithm) && !isTooSmall;
};

/**
 * @param publicKeySpki PublicKey of GetParametersForImport
 * @param material what is to be imported: bare bytes, or a private key in PKCS#8
 * @returns EncryptedKeyMaterial; `undefined` when the material is empty, or too long for OAEP under this key
 */
export const wrapKeyMaterial = (
  WrappingAlgorithm: WrappingAlgorithm,
  publicKeySpki: Uint8Array,
  material: Uint8Array,
  random: RandomBytes,
): Uint8Array | undefined => {
  if (material.length === 0) return undefined;
  const { oaep, wrapsWithAesKey } = WRAPPING_ALGORITHMS[WrappingAlgorithm];
  if (!wrapsWithAesKey) return encryptAsymmetric(oaep, publicKeySpki, material, random);
  const aesKey = random(AES_KEY_BYTES);
  const wrappedAesKey = encryptAsymmetric(oaep, publicKeySpki, aesKey, random);
  return wrappedAesKey && concatBytes(wrappedAesKey, wrapWithAesKey(aesKey, material));
};

/**
 * @param privateKeyPkcs8 of the pair whose PublicKey went to the importer
 * @returns the material, not yet checked against a key spec; `undefined` when it was wrapped with another key or
 * algorithm, or changed on the way. Answer: InvalidCiphertextException
 */
export const unwrapKeyMaterial = (
  WrappingAlgorithm: WrappingAlgorithm,
  privateKeyPkcs8: Uint8Array,
  EncryptedKeyMaterial: Uint8Array,
): Uint8Array | undefined => {
  const { oaep, wrapsWithAesKey } = WRAPPING_ALGORITHMS[WrappingAlgorithm];
  if (!wrapsWithAesKey) return decryptAsymmetric(oaep, privateKeyPkcs8, EncryptedKeyMaterial);
  const boundary = modulusBytes(storedPrivateKey('RSA', privateKeyPkcs8));
  const aesKey = decryptAsymmetric(oaep, privateKeyPkcs8, EncryptedKeyMaterial.subarray(0, boundary));
  if (aesKey?.length !== AES_KEY_BYTES) return undefined;
  return unwrapWithAesKey(aesKey, EncryptedKeyMaterial.subarray(boundary));
};
