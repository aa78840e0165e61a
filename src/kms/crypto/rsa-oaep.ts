/** RSAES-OAEP with an empty label, the same hash for OAEP and MGF1 (RFC 8017, section 7.1). */
import { bytesToNumberBE, concatBytes, equalBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { mgf1 } from 'micro-rsa-dsa-dh/rsa.js';
import type { HashName } from './algorithms.ts';
import { HASHES } from './hashes.ts';
import type { RandomBytes } from './random-bytes.ts';
import { modulusBytes, type RsaPrivateKey, type RsaPublicKey, rsaPrivateOperation, rsaPublicOperation } from './rsa.ts';
import { xorBytes } from './xor-bytes.ts';

const NO_LABEL = Uint8Array.of();

/**
 * The longest message, in bytes, that fits under a modulus.
 * @param modulusLength in bytes
 */
export const oaepCapacity = (hash: HashName, modulusLength: number): number =>
  modulusLength - 2 * HASHES[hash].outputLen - 2;

/** `undefined` when the message is longer than {@link oaepCapacity}. */
export const encryptOaep = (
  hash: HashName,
  key: RsaPublicKey,
  message: Uint8Array,
  random: RandomBytes,
): Uint8Array | undefined => {
  const digest = HASHES[hash];
  const mask = mgf1(digest);
  const length = modulusBytes(key);
  const paddingLength = oaepCapacity(hash, length) - message.length;
  if (paddingLength < 0) return undefined;

  const block = concatBytes(digest(NO_LABEL), new Uint8Array(paddingLength), Uint8Array.of(1), message);
  const seed = random(digest.outputLen);
  const maskedBlock = xorBytes(block, mask(seed, { dkLen: block.length }));
  const maskedSeed = xorBytes(seed, mask(maskedBlock, { dkLen: seed.length }));
  const encoded = bytesToNumberBE(concatBytes(maskedSeed, maskedBlock));
  const ciphertext = rsaPublicOperation(key, encoded);
  return ciphertext === undefined ? undefined : numberToBytesBE(ciphertext, length);
};

/** `undefined` when the ciphertext was not made for this key and hash, or was changed. */
export const decryptOaep = (hash: HashName, key: RsaPrivateKey, ciphertext: Uint8Array): Uint8Array | undefined => {
  const digest = HASHES[hash];
  const mask = mgf1(digest);
  const length = modulusBytes(key);
  if (ciphertext.length !== length || oaepCapacity(hash, length) < 0) return undefined;

  const decrypted = rsaPrivateOperation(key, bytesToNumberBE(ciphertext));
  if (decrypted === undefined) return undefined;
  const encoded = numberToBytesBE(decrypted, length);
  const maskedSeed = encoded.subarray(1, 1 + digest.outputLen);
  const maskedBlock = encoded.subarray(1 + digest.outputLen);
  const seed = xorBytes(maskedSeed, mask(maskedBlock, { dkLen: maskedSeed.length }));
  const block = xorBytes(maskedBlock, mask(seed, { dkLen: maskedBlock.length }));

  const padded = block.subarray(digest.outputLen);
  const separator = padded.findIndex((byte) => byte !== 0);
  const isWellFormed =
    encoded[0] === 0 && equalBytes(block.subarray(0, digest.outputLen), digest(NO_LABEL)) && padded[separator] === 1;
  return isWellFormed ? padded.slice(separator + 1) : undefined;
};
