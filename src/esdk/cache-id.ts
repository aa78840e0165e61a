/**
 * Under which name the cache keeps materials. Two requests share an entry exactly if these bytes agree.
 *
 *     encrypt  SHA-512( SHA-512(partition) ‖ suite asked for ‖ SHA-512(context) )
 *     decrypt  SHA-512( SHA-512(partition) ‖ suite ‖ SHA-512(each encrypted data key), sorted ‖ 64 zeros ‖ SHA-512(context) )
 *
 * "No suite asked for" is 0x00, a suite is 0x01 and its id: asking for the default suite by name is another entry.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/data-caching-details.html, and the code of
 * @aws-crypto/cache-material 5.0.2 for the order of the parts.
 */
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { compareBytes, uint8, uint16, utf8 } from './bytes.ts';
import { contextBytes } from './encryption-context.ts';
import type { DecryptionMaterialsRequest, EncryptionMaterialsRequest } from './materials.ts';
import { encryptedDataKeyBytes } from './write-header.ts';

export const encryptionCacheId = (
  partition: string,
  { suite, encryptionContext }: EncryptionMaterialsRequest,
): string => {
  const asked = suite === undefined ? uint8(0) : concatBytes(uint8(1), uint16(suite));
  return bytesToHex(sha512(concatBytes(sha512(utf8(partition)), asked, sha512(contextBytes(encryptionContext)))));
};

export const decryptionCacheId = (
  partition: string,
  { suite, encryptionContext, encryptedDataKeys }: DecryptionMaterialsRequest,
): string => {
  const keys = encryptedDataKeys.map((key) => sha512(encryptedDataKeyBytes(key))).sort(compareBytes);
  const parts = [
    sha512(utf8(partition)),
    uint16(suite),
    ...keys,
    new Uint8Array(64),
    sha512(contextBytes(encryptionContext)),
  ];
  return bytesToHex(sha512(concatBytes(...parts)));
};
