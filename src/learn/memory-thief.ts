/**
 * What somebody finds who copies a process's memory, or its disk, and what the copies are good for.
 *
 * Nothing here knows where the keys lie: the thief tries every 32 bytes of the copy as a key, as those do who search the
 * memory of real machines.
 */
import { gcm } from '@noble/ciphers/aes.js';
import { fromUtf8, utf8 } from '../kms/crypto/bytes.ts';

export const KEY_LENGTH = 32;
const IV_LENGTH = 12;

/** The plainest envelope: AES-256-GCM under a data key, and that data key encrypted by KMS, side by side. */
export interface EnvelopedFile {
  readonly name: string;
  readonly iv: Uint8Array;
  /** ciphertext ‖ tag(16) */
  readonly sealed: Uint8Array;
  /** CiphertextBlob of the data key. */
  readonly encryptedDataKey: Uint8Array;
}

export const sealFile = (
  {
    name,
    text,
    encryptedDataKey,
  }: { readonly name: string; readonly text: string } & Pick<EnvelopedFile, 'encryptedDataKey'>,
  dataKey: Uint8Array,
  random: (length: number) => Uint8Array,
): EnvelopedFile => {
  const iv = random(IV_LENGTH);
  return { name, iv, sealed: gcm(dataKey, iv).encrypt(utf8(text)), encryptedDataKey };
};

/** @returns its text, or undefined with any key but the right one */
export const openFile = ({ iv, sealed }: EnvelopedFile, key: Uint8Array): string | undefined => {
  try {
    return fromUtf8(gcm(key, iv).decrypt(sealed));
  } catch {
    return undefined;
  }
};

export interface Loot {
  readonly file: EnvelopedFile;
  readonly text: string;
  /** Where in the copy the key lay. */
  readonly at: number;
}

/** Every file that some 32 bytes of the memory open, in the order of the files. */
export const searchMemory = (memory: Uint8Array, files: readonly EnvelopedFile[]): readonly Loot[] =>
  files.flatMap((file) => {
    for (let at = 0; at + KEY_LENGTH <= memory.length; at++) {
      const text = openFile(file, memory.subarray(at, at + KEY_LENGTH));
      if (text !== undefined) return [{ file, text, at }];
    }
    return [];
  });
