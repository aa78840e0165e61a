/**
 * ECDSA over a whole message: header, header tag and body. The public key is a compressed point, in base64, in the
 * encryption context; the signature is DER, in the footer.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html#footer-structure
 */

import { p256, p384 } from '@noble/curves/nist.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { base64 } from './base64.ts';
import type { Entropy } from './data-key.ts';
import type { Suite } from './suites.ts';

type Signature = NonNullable<Suite['signature']>;

const curves = { 'P-256': p256, 'P-384': p384 };
const hashes = { 'SHA-256': sha256, 'SHA-384': sha384 };

// The SDKs sign with any s, high ones too: lowS would refuse half of their messages.
const AWS_STYLE = { prehash: false, lowS: false, format: 'der' } as const;

export interface SigningKeyPair {
  readonly signingKey: Uint8Array;
  /** As it stands in the encryption context. */
  readonly publicKey: string;
}

export const newSigningKey = ({ curve }: Signature, entropy: Entropy): SigningKeyPair => {
  const { utils, lengths, getPublicKey } = curves[curve];
  const signingKey = utils.randomSecretKey(entropy(lengths.seed ?? 0));
  return { signingKey, publicKey: base64.encode(getPublicKey(signingKey, true)) };
};

/** Takes the message piece by piece, so that a file need not be in memory. */
export interface RunningHash {
  readonly update: (bytes: Uint8Array) => void;
  readonly digest: () => Uint8Array;
}

export const startHash = ({ hash }: Signature): RunningHash => {
  const running = hashes[hash].create();
  return { update: (bytes) => void running.update(bytes), digest: () => running.digest() };
};

/** Deterministic (RFC 6979): the same message under the same key is signed with the same bytes. */
export const signDigest = ({ curve }: Signature, digest: Uint8Array, signingKey: Uint8Array): Uint8Array =>
  curves[curve].sign(digest, signingKey, AWS_STYLE);

export const digestIsSigned = (
  { curve }: Signature,
  digest: Uint8Array,
  signature: Uint8Array,
  publicKey: string,
): boolean => {
  const point = base64.decode(publicKey);
  if (!point) return false;
  try {
    return curves[curve].verify(signature, digest, point, AWS_STYLE);
  } catch {
    // noble throws for what is not even shaped like a signature or a point
    return false;
  }
};
