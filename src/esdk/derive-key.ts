/**
 * From the data key to the key that encrypts one message.
 *
 * Version 1: HKDF without salt, info = suite id ‖ message id. Version 2: HKDF with the message id as salt, once with
 * the info suite id ‖ "DERIVEKEY" for the key and once with "COMMITKEY" for the commitment, which the header shows.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/algorithms-reference.html
 */
import { expand, extract, hkdf } from '@noble/hashes/hkdf.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { uint16, utf8 } from './bytes.ts';
import { COMMITMENT_LENGTH, type Suite } from './suites.ts';

export interface DerivedKey {
  readonly messageKey: Uint8Array;
  readonly commitment?: Uint8Array;
}

const hashes = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };

export const deriveKey = (suite: Suite, dataKey: Uint8Array, messageId: Uint8Array): DerivedKey => {
  if (!suite.derivesKeyWith) return { messageKey: dataKey };
  const hash = hashes[suite.derivesKeyWith];
  const id = uint16(suite.id);
  if (!suite.commitsToKey)
    return { messageKey: hkdf(hash, dataKey, undefined, concatBytes(id, messageId), suite.keyLength) };
  const pseudorandomKey = extract(hash, dataKey, messageId);
  return {
    messageKey: expand(hash, pseudorandomKey, concatBytes(id, utf8('DERIVEKEY')), suite.keyLength),
    commitment: expand(hash, pseudorandomKey, utf8('COMMITKEY'), COMMITMENT_LENGTH),
  };
};
