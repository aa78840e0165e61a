/**
 * The encryption context as the message stores and authenticates it:
 *
 *     length(2) ‖ pairs(2) ‖ [ key length(2) ‖ key ‖ value length(2) ‖ value ]…
 *
 * sorted by the UTF-8 bytes of the keys. An empty context is the length 0 alone.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html#header-aad
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { compareBytes, uint16, utf8 } from './bytes.ts';
import { type Refused, refused } from './refusal.ts';

export type EncryptionContext = Readonly<Record<string, string>>;

/** Key under which a signed message carries its public key; users may not set it. */
export const PUBLIC_KEY = 'aws-crypto-public-key';

/** Pairs and their count, without the length before them. Empty for the empty context. */
export const contextBytes = (context: EncryptionContext): Uint8Array => {
  // UTF-16 order, JavaScript's own, puts U+1F600 before U+FF5E; UTF-8 order does not.
  const pairs = Object.entries(context)
    .map(([key, value]) => [utf8(key), utf8(value)] as const)
    .sort(([a], [b]) => compareBytes(a, b));
  if (pairs.length === 0) return new Uint8Array();
  return concatBytes(
    uint16(pairs.length),
    ...pairs.flatMap(([key, value]) => [uint16(key.length), key, uint16(value.length), value]),
  );
};

/** @returns why the context cannot be written into a message, or undefined if it can */
export const contextProblem = (context: EncryptionContext): Refused | undefined => {
  // A lone surrogate has no UTF-8: two different keys would be stored as the same bytes.
  if (
    !Object.entries(context)
      .flat()
      .every((text) => text.isWellFormed())
  )
    return refused('contextNotWellFormed');
  const fieldTooLong = Object.entries(context)
    .flat()
    .some((text) => utf8(text).length > 0xffff);
  return fieldTooLong || contextBytes(context).length > 0xffff ? refused('contextTooLong') : undefined;
};
