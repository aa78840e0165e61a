import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { EcdsaKeySpec } from './algorithms.ts';

/** The Weierstrass curves behind AWS's key specs. */
export const ECC_CURVES = {
  ECC_NIST_P256: p256,
  ECC_NIST_P384: p384,
  ECC_NIST_P521: p521,
  ECC_SECG_P256K1: secp256k1,
} as const satisfies { readonly [Spec in EcdsaKeySpec]: unknown };
