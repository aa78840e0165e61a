import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import type { MlDsaKeySpec, MlKemKeySpec } from './algorithms.ts';

/** The parameter sets of FIPS 204. */
export const ML_DSA_SETS = {
  ML_DSA_44: ml_dsa44,
  ML_DSA_65: ml_dsa65,
  ML_DSA_87: ml_dsa87,
} as const satisfies { readonly [Spec in MlDsaKeySpec]: unknown };

/** The parameter sets of FIPS 203. */
export const ML_KEM_SETS = {
  ML_KEM_512: ml_kem512,
  ML_KEM_768: ml_kem768,
  ML_KEM_1024: ml_kem1024,
} as const satisfies { readonly [Spec in MlKemKeySpec]: unknown };

/** Length of the seed from which an ML-DSA pair is computed (ξ of FIPS 204), in bytes. */
export const ML_DSA_SEED_BYTES = 32;

/** Length of the seed from which an ML-KEM pair is computed (d ‖ z of FIPS 203), in bytes. */
export const ML_KEM_SEED_BYTES = 64;
