/** AES key wrap with padding (RFC 5649; KWP of SP 800-38F). */
import { aeskwp } from '@noble/ciphers/aes.js';
import { orUndefined } from './or-undefined.ts';

/** @param material 1 byte or more */
export const wrapWithAesKey = (wrappingKey: Uint8Array, material: Uint8Array): Uint8Array =>
  aeskwp(wrappingKey).encrypt(material);

/** `undefined` when the key is another or no AES key, or the wrapped bytes were changed. */
export const unwrapWithAesKey = (wrappingKey: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined =>
  orUndefined(() => aeskwp(wrappingKey).decrypt(wrapped));
