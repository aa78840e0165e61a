/** AES-GCM by WebCrypto: native, and off this thread. Only for messages whose frames are large; `aead.ts` for the rest. */
import type { Suite } from '../suites.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface WebAead {
  /** @returns ciphertext ‖ tag(16) */
  readonly seal: (iv: Uint8Array, aad: Uint8Array, plaintext: BufferSource) => Promise<Bytes>;
  /** @returns the plaintext, or undefined where the tag does not fit */
  readonly open: (iv: Uint8Array, aad: Uint8Array, sealed: Bytes) => Promise<Bytes | undefined>;
}

// Our own short arrays, copied so that they are known not to lie in shared memory, which WebCrypto refuses.
const params = (iv: Uint8Array, aad: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: Uint8Array.from(iv),
  additionalData: Uint8Array.from(aad),
  tagLength: 128,
});

/** Chromium's WebCrypto has no AES-192; every suite with a 128 or 256-bit key can be done. */
export const canDo = ({ keyLength }: Suite): boolean => keyLength !== 24;

export const webAead = async (messageKey: Uint8Array): Promise<WebAead> => {
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(messageKey), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return {
    seal: async (iv, aad, plaintext) => new Uint8Array(await crypto.subtle.encrypt(params(iv, aad), key, plaintext)),
    open: async (iv, aad, sealed) => {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(params(iv, aad), key, sealed));
      } catch {
        return undefined;
      }
    },
  };
};
