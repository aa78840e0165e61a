/**
 * Ed25519ph over a SHA-512 digest that the caller computed (RFC 8032, section 5.1), with an empty context. The digest
 * arrives ready-made because KMS takes ED25519_PH_SHA_512 with MessageType DIGEST only.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
import { eddsa } from '@noble/curves/abstract/edwards.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const DOMAIN = utf8ToBytes('SigEd25519 no Ed25519 collisions');
const PREHASHED = 1;

const clamp = (scalar: Uint8Array): Uint8Array<ArrayBuffer> => {
  const clamped = Uint8Array.from(scalar);
  clamped[0] = (clamped[0] ?? 0) & 248;
  clamped[31] = ((clamped[31] ?? 0) & 127) | 64;
  return clamped;
};

export const ed25519ph = eddsa(ed25519.Point, sha512, {
  adjustScalarBytes: clamp,
  domain: (data: Uint8Array, context: Uint8Array) =>
    concatBytes(DOMAIN, Uint8Array.of(PREHASHED, context.length), context, data),
  prehash: (digest: Uint8Array) => Uint8Array.from(digest),
});
