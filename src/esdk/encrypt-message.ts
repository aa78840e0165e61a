/** Encrypts bytes into an AWS Encryption SDK message, with a new data key from the given keyring. */
import type { EncryptKeyring, Entropy } from './data-key.ts';
import type { EncryptionContext } from './encryption-context.ts';
import { getEncryptionMaterials } from './materials.ts';
import { isRefused, type Refused } from './refusal.ts';
import { messageIdLength, sealMessage } from './seal-message.ts';
import { type SuiteId, suiteOf } from './suites.ts';

export interface EncryptRequest {
  readonly plaintext: Uint8Array;
  readonly encryptionContext?: EncryptionContext;
  /** Default 0x0578, as the SDKs choose today. */
  readonly suite?: SuiteId;
  /** Plaintext bytes a frame; 0 writes one block. Default 4096. */
  readonly frameLength?: number;
}

/**
 * @param entropy gives the signing key, if the suite signs, and then the message id
 * @returns the message, or why there is none; what the keyring answered is in `dataKeyErrors`
 */
export const encryptMessage = (
  { plaintext, encryptionContext = {}, suite, frameLength }: EncryptRequest,
  keyring: EncryptKeyring,
  entropy: Entropy,
): Uint8Array | Refused => {
  const materials = getEncryptionMaterials({ suite, encryptionContext }, keyring, entropy);
  if (isRefused(materials)) return materials;
  const messageId = entropy(messageIdLength(suiteOf(materials.suite).messageVersion));
  return sealMessage(plaintext, materials, { frameLength, messageId });
};
