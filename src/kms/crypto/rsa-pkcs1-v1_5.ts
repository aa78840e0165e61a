/** RSASSA-PKCS1-v1_5 over a digest (RFC 8017, sections 8.2 and 9.2). */
import { bytesToNumberBE, concatBytes, equalBytes, numberToBytesBE } from '@noble/curves/utils.js';
import type { HashName } from './algorithms.ts';
import { nullValue, objectIdentifier, octetString, sequence } from './der-write.ts';
import { modulusBytes, type RsaPrivateKey, type RsaPublicKey, rsaPrivateOperation, rsaPublicOperation } from './rsa.ts';

const HASH_IDENTIFIERS: { readonly [Name in HashName]: string } = {
  SHA_1: '1.3.14.3.2.26',
  SHA_224: '2.16.840.1.101.3.4.2.4',
  SHA_256: '2.16.840.1.101.3.4.2.1',
  SHA_384: '2.16.840.1.101.3.4.2.2',
  SHA_512: '2.16.840.1.101.3.4.2.3',
};
const MINIMUM_PADDING = 8;

/** 00 01 ff…ff 00 DigestInfo, as long as the modulus. */
const encode = (hash: HashName, digest: Uint8Array, length: number): Uint8Array | undefined => {
  const digestInfo = sequence(sequence(objectIdentifier(HASH_IDENTIFIERS[hash]), nullValue()), octetString(digest));
  const paddingLength = length - digestInfo.length - 3;
  if (paddingLength < MINIMUM_PADDING) return undefined;
  return concatBytes(Uint8Array.of(0, 1), new Uint8Array(paddingLength).fill(0xff), Uint8Array.of(0), digestInfo);
};

/** `undefined` when the modulus is too short for this hash. */
export const signPkcs1 = (hash: HashName, key: RsaPrivateKey, digest: Uint8Array): Uint8Array | undefined => {
  const encoded = encode(hash, digest, modulusBytes(key));
  const signature = encoded === undefined ? undefined : rsaPrivateOperation(key, bytesToNumberBE(encoded));
  return signature === undefined ? undefined : numberToBytesBE(signature, modulusBytes(key));
};

/** Encodes the digest anew and compares: nothing of the signature is parsed, so nothing in it can be overlooked. */
export const verifyPkcs1 = (hash: HashName, key: RsaPublicKey, digest: Uint8Array, signature: Uint8Array): boolean => {
  const length = modulusBytes(key);
  const expected = encode(hash, digest, length);
  if (signature.length !== length || expected === undefined) return false;
  const representative = rsaPublicOperation(key, bytesToNumberBE(signature));
  return representative !== undefined && equalBytes(numberToBytesBE(representative, length), expected);
};
