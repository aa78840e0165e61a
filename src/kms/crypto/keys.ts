/** The two halves of an asymmetric key, read from their encodings: see spki.ts and pkcs8.ts. */
import type { EcdsaKeySpec, EdwardsKeySpec, MlDsaKeySpec, MlKemKeySpec, RsaKeySpec } from './algorithms.ts';
import type { RsaPrivateKey, RsaPublicKey } from './rsa.ts';

export type PublicKey =
  | ({ readonly kind: 'RSA'; readonly KeySpec: RsaKeySpec } & RsaPublicKey)
  /** `point` is on the curve, in SEC 1 form; `spki.ts` writes the uncompressed one. */
  | { readonly kind: 'EC'; readonly KeySpec: EcdsaKeySpec; readonly point: Uint8Array }
  | { readonly kind: 'Ed25519'; readonly KeySpec: EdwardsKeySpec; readonly bytes: Uint8Array }
  | { readonly kind: 'ML-DSA'; readonly KeySpec: MlDsaKeySpec; readonly bytes: Uint8Array }
  | { readonly kind: 'ML-KEM'; readonly KeySpec: MlKemKeySpec; readonly bytes: Uint8Array };

export type PrivateKey =
  | ({ readonly kind: 'RSA'; readonly KeySpec: RsaKeySpec } & RsaPrivateKey)
  /** `scalar` is big-endian, as long as the curve's order. */
  | { readonly kind: 'EC'; readonly KeySpec: EcdsaKeySpec; readonly scalar: Uint8Array }
  | { readonly kind: 'Ed25519'; readonly KeySpec: EdwardsKeySpec; readonly seed: Uint8Array }
  | { readonly kind: 'ML-DSA'; readonly KeySpec: MlDsaKeySpec; readonly seed: Uint8Array }
  | { readonly kind: 'ML-KEM'; readonly KeySpec: MlKemKeySpec; readonly seed: Uint8Array };
