/**
 * The signature itself: a key derived from the secret for one day, Region and service, over the canonical request's hash.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-string-to-sign
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const ALGORITHM = 'AWS4-HMAC-SHA256';

export interface CredentialScope {
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** @param timestamp `YYYYMMDDTHHMMSSZ` */
export const stringToSign = (
  canonicalRequest: string,
  timestamp: string,
  { date, region, service }: CredentialScope,
): string =>
  [
    ALGORITHM,
    timestamp,
    `${date}/${region}/${service}/aws4_request`,
    bytesToHex(sha256(utf8ToBytes(canonicalRequest))),
  ].join('\n');

/** @returns lower-case hex */
export const signatureOf = (text: string, secretAccessKey: string, scope: CredentialScope): string =>
  bytesToHex(hmac(sha256, signingKey(secretAccessKey, scope), utf8ToBytes(text)));

/** A client signs with one key all day, and deriving it costs more than the signature itself. */
const derived = new Map<string, Uint8Array>();
const MAX_DERIVED = 64;

const signingKey = (secretAccessKey: string, { date, region, service }: CredentialScope): Uint8Array => {
  const name = JSON.stringify([secretAccessKey, date, region, service]);
  const known = derived.get(name);
  if (known) return known;
  const key = [date, region, service, 'aws4_request'].reduce<Uint8Array>(
    (parent, part) => hmac(sha256, parent, utf8ToBytes(part)),
    utf8ToBytes(`AWS4${secretAccessKey}`),
  );
  if (derived.size >= MAX_DERIVED) derived.clear();
  derived.set(name, key);
  return key;
};
