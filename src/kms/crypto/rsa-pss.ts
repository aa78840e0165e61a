/**
 * RSASSA-PSS over a digest (RFC 8017, sections 8.1 and 9.1): MGF1 with the same hash, and a salt as long as the hash,
 * which is what KMS makes and the only length it takes.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
import { bitLen, bytesToNumberBE, concatBytes, equalBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { mgf1 } from 'micro-rsa-dsa-dh/rsa.js';
import type { HashName } from './algorithms.ts';
import { HASHES } from './hashes.ts';
import type { RandomBytes } from './random-bytes.ts';
import { modulusBytes, type RsaPrivateKey, type RsaPublicKey, rsaPrivateOperation, rsaPublicOperation } from './rsa.ts';
import { xorBytes } from './xor-bytes.ts';

const TRAILER = 0xbc;
const PREFIX = new Uint8Array(8);

/** The encoded message is one bit shorter than the modulus. */
const encodedBits = ({ n }: RsaPublicKey): number => bitLen(n) - 1;

const keepLowestBits = (bytes: Uint8Array, bits: number): Uint8Array => {
  const first = bytes[0] ?? 0;
  return Uint8Array.of(first & (0xff >> (8 * bytes.length - bits)), ...bytes.subarray(1));
};

/** `undefined` when the modulus is too short for this hash and salt. */
export const signPss = (
  hash: HashName,
  key: RsaPrivateKey,
  digest: Uint8Array,
  random: RandomBytes,
): Uint8Array | undefined => {
  const { outputLen } = HASHES[hash];
  const bits = encodedBits(key);
  const blockLength = Math.ceil(bits / 8) - outputLen - 1;
  const paddingLength = blockLength - outputLen - 1;
  if (paddingLength < 0) return undefined;

  const salt = random(outputLen);
  const h = HASHES[hash](concatBytes(PREFIX, digest, salt));
  const block = concatBytes(new Uint8Array(paddingLength), Uint8Array.of(1), salt);
  const masked = xorBytes(block, mgf1(HASHES[hash])(h, { dkLen: blockLength }));
  const encoded = concatBytes(keepLowestBits(masked, bits - 8 * (outputLen + 1)), h, Uint8Array.of(TRAILER));
  const signature = rsaPrivateOperation(key, bytesToNumberBE(encoded));
  return signature === undefined ? undefined : numberToBytesBE(signature, modulusBytes(key));
};

export const verifyPss = (hash: HashName, key: RsaPublicKey, digest: Uint8Array, signature: Uint8Array): boolean => {
  const { outputLen } = HASHES[hash];
  const bits = encodedBits(key);
  const encodedLength = Math.ceil(bits / 8);
  const blockLength = encodedLength - outputLen - 1;
  const paddingLength = blockLength - outputLen - 1;
  if (signature.length !== modulusBytes(key) || paddingLength < 0) return false;

  const representative = rsaPublicOperation(key, bytesToNumberBE(signature));
  if (representative === undefined || bitLen(representative) > bits) return false;
  const encoded = numberToBytesBE(representative, encodedLength);
  const masked = encoded.subarray(0, blockLength);
  const h = encoded.subarray(blockLength, -1);
  const block = keepLowestBits(
    xorBytes(masked, mgf1(HASHES[hash])(h, { dkLen: blockLength })),
    bits - 8 * (outputLen + 1),
  );
  const expectedPadding = concatBytes(new Uint8Array(paddingLength), Uint8Array.of(1));
  const salt = block.subarray(paddingLength + 1);
  return (
    encoded.at(-1) === TRAILER &&
    equalBytes(block.subarray(0, paddingLength + 1), expectedPadding) &&
    equalBytes(h, HASHES[hash](concatBytes(PREFIX, digest, salt)))
  );
};
