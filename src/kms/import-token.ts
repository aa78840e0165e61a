import { gcm } from '@noble/ciphers/aes.js';
import { concat, fromBase64, fromUtf8, mustBytes, toBase64, utf8 } from './crypto/bytes.ts';
import { type Entropy, entropy } from './entropy.ts';
import type { Base64, Instant } from './vocabulary.ts';

/**
 * What GetParametersForImport lays down for ImportKeyMaterial. All of it, the private half of the wrapping key too, is
 * sealed inside the token, which only KMS can open: KMS itself has nothing to remember and nothing to clear away.
 * AWS does not publish the layout of its tokens; this one is ours.
 */
export interface ImportParameters {
  readonly KeyArn: string;
  readonly WrappingAlgorithm: string;
  /** PKCS #8, DER. */
  readonly wrappingKey: Base64;
  readonly ParametersValidTo: Instant;
}

const IV_LENGTH = 12;
const MARK = utf8('import token');

export const writeImportToken = (seed: string, parameters: ImportParameters, random: Entropy): Base64 => {
  const { wrappingKey, ...names } = parameters;
  const head = utf8(JSON.stringify(names));
  const iv = random(IV_LENGTH);
  const length = Uint8Array.of(head.length >> 8, head.length & 255);
  const sealed = gcm(tokenKey(seed), iv, MARK).encrypt(concat(length, head, mustBytes(wrappingKey)));
  return toBase64(concat(iv, sealed));
};

/** `undefined` for anything that this KMS did not write. */
export const readImportToken = (seed: string, ImportToken: Base64): ImportParameters | undefined => {
  const bytes = fromBase64(ImportToken);
  const opened = bytes && openedToken(seed, bytes);
  if (!opened) return undefined;
  const end = 2 + (((opened[0] as number) << 8) | (opened[1] as number));
  const names = JSON.parse(fromUtf8(opened.subarray(2, end)) as string) as Omit<ImportParameters, 'wrappingKey'>;
  return { ...names, wrappingKey: toBase64(opened.subarray(end)) };
};

const openedToken = (seed: string, token: Uint8Array): Uint8Array | undefined => {
  try {
    return gcm(tokenKey(seed), token.subarray(0, IV_LENGTH), MARK).decrypt(token.subarray(IV_LENGTH));
  } catch {
    return undefined;
  }
};

const tokenKey = (seed: string): Uint8Array => entropy(seed, 0, 'key that seals import tokens')(32);
