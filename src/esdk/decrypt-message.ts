/** Decrypts an AWS Encryption SDK message with a function that decrypts data keys. */
import type { DecryptDataKey } from './data-key.ts';
import { decryptMaterials } from './materials.ts';
import { type OpenedMessage, type OpenLimits, openMessage } from './open-message.ts';
import type { Refused } from './refusal.ts';

/** @returns plaintext and header, or a reason with the byte at which it was noticed; never part of a plaintext */
export const decryptMessage = (
  message: Uint8Array,
  decryptDataKey: DecryptDataKey,
  limits: OpenLimits = {},
): OpenedMessage | Refused => openMessage(message, (request) => decryptMaterials(request, decryptDataKey), limits);
