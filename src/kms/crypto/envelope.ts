import { gcm } from '@noble/ciphers/aes.js';
import type { EncryptionContext } from '../vocabulary.ts';
import { concat } from './bytes.ts';
import { blobHeader, type CiphertextBlob } from './ciphertext-blob.ts';
import { encryptionContextBytes } from './encryption-context.ts';

/**
 * AES-256-GCM under the material of a symmetric KMS key. The blob's header and the encryption context are the
 * additional authenticated data: nothing of them is secret, nothing of them can be changed.
 * Source: https://docs.aws.amazon.com/kms/latest/cryptographic-details/crypto-primitives.html
 */
export interface SealingKey {
  readonly AccountId: string;
  readonly KeyId: string;
  readonly KeyMaterialId: string;
  /** 32 bytes. */
  readonly material: Uint8Array;
}

const TAG = 16;

/** @param iv 12 bytes, never used twice with this material */
export const seal = (
  key: SealingKey,
  iv: Uint8Array,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
): CiphertextBlob => {
  const { AccountId, KeyId, KeyMaterialId } = key;
  const sealed = gcm(key.material, iv, authenticated(key, context)).encrypt(plaintext);
  return {
    AccountId,
    KeyId,
    KeyMaterialId,
    iv,
    ciphertext: sealed.subarray(0, sealed.length - TAG),
    tag: sealed.subarray(sealed.length - TAG),
  };
};

/** `undefined` when the tag does not fit: other material, other context, or a changed byte. Which, nobody can tell. */
export const unseal = (
  material: Uint8Array,
  blob: CiphertextBlob,
  context: EncryptionContext | undefined,
): Uint8Array | undefined => {
  try {
    return gcm(material, blob.iv, authenticated(blob, context)).decrypt(concat(blob.ciphertext, blob.tag));
  } catch {
    return undefined;
  }
};

const authenticated = (
  names: Pick<CiphertextBlob, 'AccountId' | 'KeyId' | 'KeyMaterialId'>,
  context: EncryptionContext | undefined,
): Uint8Array => concat(blobHeader(names), encryptionContextBytes(context));
