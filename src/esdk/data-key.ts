/**
 * Where data keys come from. The Encryption SDK never makes one itself: a keyring does, and here a keyring is whatever
 * functions the caller hands in, for instance the simulator's GenerateDataKey, Encrypt and Decrypt.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/choose-keyring.html
 */
import type { EncryptionContext } from './encryption-context.ts';
import type { DataKeyError } from './refusal.ts';

/** Provider id of a data key that KMS encrypted; its info is the ARN of the KMS key. */
export const KMS_PROVIDER = 'aws-kms';

export interface EncryptedDataKey {
  readonly providerId: string;
  readonly providerInfo: string;
  /** The info where it is not UTF-8 text, as raw keyrings write it; then it is what counts. */
  readonly providerInfoBytes?: Uint8Array;
  readonly ciphertext: Uint8Array;
}

export interface GeneratedDataKey {
  readonly plaintext: Uint8Array;
  readonly encryptedDataKey: EncryptedDataKey;
}

/** Makes a data key of `NumberOfBytes` bytes: 16, 24 or 32, as the suite asks. */
export type GenerateDataKey = (context: EncryptionContext, NumberOfBytes: number) => GeneratedDataKey | DataKeyError;

/** Encrypts an existing data key under one more wrapping key. */
export type EncryptDataKey = (plaintext: Uint8Array, context: EncryptionContext) => EncryptedDataKey | DataKeyError;

export type DecryptDataKey = (
  encryptedDataKey: EncryptedDataKey,
  context: EncryptionContext,
) => Uint8Array | DataKeyError;

export interface EncryptKeyring {
  readonly generateDataKey: GenerateDataKey;
  /** Further wrapping keys; any one of them, or the generator, can open the message later. */
  readonly alsoEncryptDataKey?: readonly EncryptDataKey[];
}

/** n ↦ n bytes that nobody can guess; the only chance in this folder. */
export type Entropy = (length: number) => Uint8Array;
