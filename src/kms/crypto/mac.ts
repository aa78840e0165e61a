/**
 * GenerateMac and VerifyMac: HMAC (RFC 2104, FIPS 198-1), never truncated.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/hmac.html
 */
import { equalBytes } from '@noble/curves/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { MAC_ALGORITHMS, type MacAlgorithmSpec } from './algorithms.ts';
import { HASHES } from './hashes.ts';

export const generateMac = (MacAlgorithm: MacAlgorithmSpec, keyMaterial: Uint8Array, Message: Uint8Array): Uint8Array =>
  hmac(HASHES[MAC_ALGORITHMS[MacAlgorithm].hash], keyMaterial, Message);

/** Looks at every byte whatever the first ones say. A Mac of another length is false. */
export const verifyMac = (
  MacAlgorithm: MacAlgorithmSpec,
  keyMaterial: Uint8Array,
  Message: Uint8Array,
  Mac: Uint8Array,
): boolean => equalBytes(generateMac(MacAlgorithm, keyMaterial, Message), Mac);
