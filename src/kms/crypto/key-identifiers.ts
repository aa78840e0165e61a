/**
 * How the AlgorithmIdentifier of a key names its kind, in SubjectPublicKeyInfo and in PKCS#8 alike.
 *
 * Sources: RFC 8017 appendix A (RSA), RFC 5480 (elliptic curves), SEC 2 (secp256k1), RFC 8410 (Ed25519),
 * RFC 9881 (ML-DSA), RFC 9935 (ML-KEM).
 */
import type { AsymmetricKeySpec, EcdsaKeySpec, RsaKeySpec } from './algorithms.ts';

export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
export const EC_PUBLIC_KEY = '1.2.840.10045.2.1';

/** Named curves: the parameters that follow EC_PUBLIC_KEY. */
export const NAMED_CURVES: { readonly [Spec in EcdsaKeySpec]: string } = {
  ECC_NIST_P256: '1.2.840.10045.3.1.7',
  ECC_NIST_P384: '1.3.132.0.34',
  ECC_NIST_P521: '1.3.132.0.35',
  ECC_SECG_P256K1: '1.3.132.0.10',
};

/** Kinds of key whose identifier says everything and has no parameters. */
export const SELF_CONTAINED: { readonly [Spec in Exclude<AsymmetricKeySpec, EcdsaKeySpec | RsaKeySpec>]: string } = {
  ECC_NIST_EDWARDS25519: '1.3.101.112',
  ML_DSA_44: '2.16.840.1.101.3.4.3.17',
  ML_DSA_65: '2.16.840.1.101.3.4.3.18',
  ML_DSA_87: '2.16.840.1.101.3.4.3.19',
  ML_KEM_512: '2.16.840.1.101.3.4.4.1',
  ML_KEM_768: '2.16.840.1.101.3.4.4.2',
  ML_KEM_1024: '2.16.840.1.101.3.4.4.3',
};
