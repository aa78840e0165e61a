import type { KeySpec, KeyUsage, Origin } from './vocabulary.ts';
import type { KeyRecord } from './world.ts';

/**
 * What each key spec can be used for, and with which algorithms, in the order in which AWS lists them.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
export interface KeyType {
  readonly usages: { readonly [Usage in KeyUsage]?: readonly string[] };
  readonly origins: readonly Origin[];
  /** Bytes of raw material; absent for key pairs. */
  readonly materialBytes?: number;
}

const MADE_OR_IMPORTED = ['AWS_KMS', 'EXTERNAL'] as const;
const MADE_ONLY = ['AWS_KMS'] as const;

const RSA: KeyType = {
  usages: {
    ENCRYPT_DECRYPT: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
    SIGN_VERIFY: [
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSASSA_PKCS1_V1_5_SHA_384',
      'RSASSA_PKCS1_V1_5_SHA_512',
      'RSASSA_PSS_SHA_256',
      'RSASSA_PSS_SHA_384',
      'RSASSA_PSS_SHA_512',
    ],
  },
  origins: MADE_OR_IMPORTED,
};

const curve = (algorithm: string): KeyType => ({
  usages: { SIGN_VERIFY: [algorithm], KEY_AGREEMENT: ['ECDH'] },
  origins: MADE_OR_IMPORTED,
});

const hmac = (bits: number): KeyType => ({
  usages: { GENERATE_VERIFY_MAC: [`HMAC_SHA_${bits}`] },
  origins: MADE_OR_IMPORTED,
  materialBytes: bits / 8,
});

const ML_DSA: KeyType = { usages: { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] }, origins: MADE_ONLY };
const ML_KEM: KeyType = { usages: { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] }, origins: MADE_ONLY };

export const KEY_TYPES: { readonly [Spec in KeySpec]: KeyType } = {
  SYMMETRIC_DEFAULT: {
    usages: { ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] },
    origins: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    materialBytes: 32,
  },
  RSA_2048: RSA,
  RSA_3072: RSA,
  RSA_4096: RSA,
  ECC_NIST_P256: curve('ECDSA_SHA_256'),
  ECC_NIST_P384: curve('ECDSA_SHA_384'),
  ECC_NIST_P521: curve('ECDSA_SHA_512'),
  ECC_SECG_P256K1: { usages: { SIGN_VERIFY: ['ECDSA_SHA_256'] }, origins: MADE_OR_IMPORTED },
  ECC_NIST_EDWARDS25519: {
    usages: { SIGN_VERIFY: ['ED25519_PH_SHA_512', 'ED25519_SHA_512'] },
    origins: MADE_OR_IMPORTED,
  },
  HMAC_224: hmac(224),
  HMAC_256: hmac(256),
  HMAC_384: hmac(384),
  HMAC_512: hmac(512),
  ML_DSA_44: ML_DSA,
  ML_DSA_65: ML_DSA,
  ML_DSA_87: ML_DSA,
  ML_KEM_512: ML_KEM,
  ML_KEM_768: ML_KEM,
  ML_KEM_1024: ML_KEM,
  // China Regions only: elsewhere CreateKey refuses it.
  SM2: {
    usages: { ENCRYPT_DECRYPT: ['SM2PKE'], SIGN_VERIFY: ['SM2DSA'], KEY_AGREEMENT: ['ECDH'] },
    origins: MADE_OR_IMPORTED,
  },
};

/** The algorithms of a key, for its own usage. */
export const algorithmsOf = ({ KeySpec, KeyUsage }: Pick<KeyRecord, 'KeySpec' | 'KeyUsage'>): readonly string[] =>
  KEY_TYPES[KeySpec].usages[KeyUsage] ?? [];

/** Keys with a private and a public half. */
export const isKeyPair = (spec: KeySpec): boolean => KEY_TYPES[spec].materialBytes === undefined;
