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
export const signatureOf = (
  text: string,
  secretAccessKey: string,
  { date, region, service }: CredentialScope,
): string => {
  const signingKey = [date, region, service, 'aws4_request'].reduce<Uint8Array>(
    (key, part) => hmac(sha256, key, utf8ToBytes(part)),
    utf8ToBytes(`AWS4${secretAccessKey}`),
  );
  return bytesToHex(hmac(sha256, signingKey, utf8ToBytes(text)));
};
