/**
 * Which algorithm does what: the names AWS gives to key specs and algorithms, and the numbers behind each.
 *
 * SM2, SM2DSA and SM2PKE exist in the China Regions alone and are left out.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html,
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html,
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html
 */

export type RsaKeySpec = 'RSA_2048' | 'RSA_3072' | 'RSA_4096';
/** Curves of NIST on which KMS signs and agrees on keys. */
export type NistCurveKeySpec = 'ECC_NIST_P256' | 'ECC_NIST_P384' | 'ECC_NIST_P521';
export type EcdsaKeySpec = NistCurveKeySpec | 'ECC_SECG_P256K1';
export type EdwardsKeySpec = 'ECC_NIST_EDWARDS25519';
export type MlDsaKeySpec = 'ML_DSA_44' | 'ML_DSA_65' | 'ML_DSA_87';
export type MlKemKeySpec = 'ML_KEM_512' | 'ML_KEM_768' | 'ML_KEM_1024';
export type HmacKeySpec = 'HMAC_224' | 'HMAC_256' | 'HMAC_384' | 'HMAC_512';

/** Key specs that have a private and a public half. */
export type AsymmetricKeySpec = RsaKeySpec | EcdsaKeySpec | EdwardsKeySpec | MlDsaKeySpec | MlKemKeySpec;
/** Key specs whose material is a plain string of bytes. */
export type SecretKeySpec = 'SYMMETRIC_DEFAULT' | HmacKeySpec;
/** Key specs whose pair can be computed from random bytes at once; an RSA pair needs a search for primes. */
export type SeededKeySpec = Exclude<AsymmetricKeySpec, RsaKeySpec>;

export type HashName = 'SHA_1' | 'SHA_224' | 'SHA_256' | 'SHA_384' | 'SHA_512';

export type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU';

export type RsaPssAlgorithm = 'RSASSA_PSS_SHA_256' | 'RSASSA_PSS_SHA_384' | 'RSASSA_PSS_SHA_512';
export type RsaPkcs1Algorithm = 'RSASSA_PKCS1_V1_5_SHA_256' | 'RSASSA_PKCS1_V1_5_SHA_384' | 'RSASSA_PKCS1_V1_5_SHA_512';
export type EcdsaAlgorithm = 'ECDSA_SHA_256' | 'ECDSA_SHA_384' | 'ECDSA_SHA_512';
export type EdwardsAlgorithm = 'ED25519_SHA_512' | 'ED25519_PH_SHA_512';
export type MlDsaAlgorithm = 'ML_DSA_SHAKE_256';
export type SigningAlgorithmSpec =
  | RsaPssAlgorithm
  | RsaPkcs1Algorithm
  | EcdsaAlgorithm
  | EdwardsAlgorithm
  | MlDsaAlgorithm;

export type AsymmetricEncryptionAlgorithm = 'RSAES_OAEP_SHA_1' | 'RSAES_OAEP_SHA_256';
export type MacAlgorithmSpec = 'HMAC_SHA_224' | 'HMAC_SHA_256' | 'HMAC_SHA_384' | 'HMAC_SHA_512';
export type KeyAgreementAlgorithmSpec = 'ECDH';
export type EncapsulationAlgorithmSpec = 'ML_KEM';

export type WrappingAlgorithm =
  | 'RSAES_OAEP_SHA_1'
  | 'RSAES_OAEP_SHA_256'
  | 'RSA_AES_KEY_WRAP_SHA_1'
  | 'RSA_AES_KEY_WRAP_SHA_256';
export type WrappingKeySpec = RsaKeySpec;

export type SignatureScheme = 'RSASSA-PSS' | 'RSASSA-PKCS1-v1_5' | 'ECDSA' | 'Ed25519' | 'Ed25519ph' | 'ML-DSA';

export interface SigningAlgorithmFacts {
  readonly scheme: SignatureScheme;
  /** Hashes a RAW message. Ed25519 and ML-DSA hash inside the scheme. */
  readonly hash?: HashName;
  readonly keySpecs: readonly AsymmetricKeySpec[];
  readonly messageTypes: readonly MessageType[];
  /** What Message must measure when it arrives already hashed (DIGEST or EXTERNAL_MU). */
  readonly digestBytes: number;
}

const RSA = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const satisfies readonly RsaKeySpec[];
const RAW_OR_DIGEST = ['RAW', 'DIGEST'] as const satisfies readonly MessageType[];

/** The signing algorithms: which keys they fit, how they hash, which MessageType they accept. */
export const SIGNING_ALGORITHMS: { readonly [Name in SigningAlgorithmSpec]: SigningAlgorithmFacts } = {
  RSASSA_PSS_SHA_256: {
    scheme: 'RSASSA-PSS',
    hash: 'SHA_256',
    keySpecs: RSA,
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 32,
  },
  RSASSA_PSS_SHA_384: {
    scheme: 'RSASSA-PSS',
    hash: 'SHA_384',
    keySpecs: RSA,
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 48,
  },
  RSASSA_PSS_SHA_512: {
    scheme: 'RSASSA-PSS',
    hash: 'SHA_512',
    keySpecs: RSA,
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 64,
  },
  RSASSA_PKCS1_V1_5_SHA_256: {
    scheme: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA_256',
    keySpecs: RSA,
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 32,
  },
  RSASSA_PKCS1_V1_5_SHA_384: {
    scheme: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA_384',
    keySpecs: RSA,
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 48,
  },
  RSASSA_PKCS1_V1_5_SHA_512: {
    scheme: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA_512',
    keySpecs: RSA,
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 64,
  },
  ECDSA_SHA_256: {
    scheme: 'ECDSA',
    hash: 'SHA_256',
    keySpecs: ['ECC_NIST_P256', 'ECC_SECG_P256K1'],
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 32,
  },
  ECDSA_SHA_384: {
    scheme: 'ECDSA',
    hash: 'SHA_384',
    keySpecs: ['ECC_NIST_P384'],
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 48,
  },
  ECDSA_SHA_512: {
    scheme: 'ECDSA',
    hash: 'SHA_512',
    keySpecs: ['ECC_NIST_P521'],
    messageTypes: RAW_OR_DIGEST,
    digestBytes: 64,
  },
  ED25519_SHA_512: {
    scheme: 'Ed25519',
    keySpecs: ['ECC_NIST_EDWARDS25519'],
    messageTypes: ['RAW'],
    digestBytes: 64,
  },
  ED25519_PH_SHA_512: {
    scheme: 'Ed25519ph',
    keySpecs: ['ECC_NIST_EDWARDS25519'],
    messageTypes: ['DIGEST'],
    digestBytes: 64,
  },
  ML_DSA_SHAKE_256: {
    scheme: 'ML-DSA',
    keySpecs: ['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'],
    messageTypes: ['RAW', 'EXTERNAL_MU'],
    digestBytes: 64,
  },
};

/** The hash of OAEP; its mask generation function MGF1 uses the same one. */
export const OAEP_HASHES: { readonly [Name in AsymmetricEncryptionAlgorithm]: 'SHA_1' | 'SHA_256' } = {
  RSAES_OAEP_SHA_1: 'SHA_1',
  RSAES_OAEP_SHA_256: 'SHA_256',
};

/** Each MAC algorithm belongs to one key spec. */
export const MAC_ALGORITHMS: {
  readonly [Name in MacAlgorithmSpec]: { readonly hash: HashName; readonly keySpec: HmacKeySpec };
} = {
  HMAC_SHA_224: { hash: 'SHA_224', keySpec: 'HMAC_224' },
  HMAC_SHA_256: { hash: 'SHA_256', keySpec: 'HMAC_256' },
  HMAC_SHA_384: { hash: 'SHA_384', keySpec: 'HMAC_384' },
  HMAC_SHA_512: { hash: 'SHA_512', keySpec: 'HMAC_512' },
};

/** Length of the material of a symmetric or HMAC key, in bytes, made by KMS or imported. */
export const KEY_MATERIAL_BYTES: { readonly [Spec in SecretKeySpec]: number } = {
  SYMMETRIC_DEFAULT: 32,
  HMAC_224: 28,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
};

/** Length of an RSA modulus, in bits. */
export const RSA_MODULUS_BITS: { readonly [Spec in RsaKeySpec]: number } = {
  RSA_2048: 2048,
  RSA_3072: 3072,
  RSA_4096: 4096,
};

export interface WrappingAlgorithmFacts {
  readonly oaep: AsymmetricEncryptionAlgorithm;
  /** True when an AES-256 key wraps the material (RFC 5649), and OAEP only that key. */
  readonly wrapsWithAesKey: boolean;
}

export const WRAPPING_ALGORITHMS: { readonly [Name in WrappingAlgorithm]: WrappingAlgorithmFacts } = {
  RSAES_OAEP_SHA_1: { oaep: 'RSAES_OAEP_SHA_1', wrapsWithAesKey: false },
  RSAES_OAEP_SHA_256: { oaep: 'RSAES_OAEP_SHA_256', wrapsWithAesKey: false },
  RSA_AES_KEY_WRAP_SHA_1: { oaep: 'RSAES_OAEP_SHA_1', wrapsWithAesKey: true },
  RSA_AES_KEY_WRAP_SHA_256: { oaep: 'RSAES_OAEP_SHA_256', wrapsWithAesKey: true },
};

const DIRECT = ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1'] as const satisfies readonly WrappingAlgorithm[];
const HYBRID = ['RSA_AES_KEY_WRAP_SHA_256', 'RSA_AES_KEY_WRAP_SHA_1'] as const satisfies readonly WrappingAlgorithm[];

/**
 * How material of each importable key spec may be wrapped, AWS's preferred algorithm first. ML-DSA keys cannot be
 * imported; for ML-KEM AWS documents no import.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-get-public-key-and-token.html
 */
export const IMPORT_WRAPPING: {
  readonly [Spec in SecretKeySpec | RsaKeySpec | EcdsaKeySpec | EdwardsKeySpec]: readonly WrappingAlgorithm[];
} = {
  SYMMETRIC_DEFAULT: DIRECT,
  HMAC_224: DIRECT,
  HMAC_256: DIRECT,
  HMAC_384: DIRECT,
  HMAC_512: DIRECT,
  RSA_2048: HYBRID,
  RSA_3072: HYBRID,
  RSA_4096: HYBRID,
  ECC_NIST_P256: [...HYBRID, ...DIRECT],
  ECC_NIST_P384: [...HYBRID, ...DIRECT],
  ECC_NIST_P521: [...HYBRID, ...DIRECT],
  ECC_SECG_P256K1: [...HYBRID, ...DIRECT],
  ECC_NIST_EDWARDS25519: [...HYBRID, ...DIRECT],
};
export type ImportableKeySpec = keyof typeof IMPORT_WRAPPING;
