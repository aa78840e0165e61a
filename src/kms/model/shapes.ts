/**
 * The named shapes of the KMS API model (2014-11-01), as of November 2026, that more than one request uses.
 *
 * Limits: the published API model of October 2026. Enum values: `@aws-sdk/client-kms` 3.1164.
 * Service principals and SourceArn are plain strings here, since their limits are not published with the SDK.
 */
import type { Shape } from './shape.ts';

/**
 * The set that KMS printed for an unknown key spec when its answers were recorded, before ML-DSA, Ed25519 and ML-KEM.
 * KMS prints the same set for the KeySpec of GenerateDataKey, although that one takes AES_256 and AES_128.
 * Sources: LocalStack's snapshot `test_hmac_create_key_invalid_operations`; https://github.com/boto/boto3/issues/3428
 */
const PRINTED_KEY_SPECS = [
  'RSA_2048',
  'ECC_NIST_P384',
  'ECC_NIST_P256',
  'ECC_NIST_P521',
  'HMAC_384',
  'RSA_3072',
  'ECC_SECG_P256K1',
  'RSA_4096',
  'SYMMETRIC_DEFAULT',
  'HMAC_256',
  'HMAC_224',
  'HMAC_512',
] as const;

export const KeyIdType = { type: 'string', min: 1, max: 2048 } as const satisfies Shape;
export const BooleanType = { type: 'boolean' } as const satisfies Shape;
export const StringType = { type: 'string' } as const satisfies Shape;
export const DateType = { type: 'timestamp' } as const satisfies Shape;
export const GrantTokenType = { type: 'string', min: 1, max: 8192 } as const satisfies Shape;
export const GrantTokenList = { type: 'list', of: GrantTokenType, min: 0, max: 10 } as const satisfies Shape;
export const EncryptionContextType = { type: 'map', of: StringType } as const satisfies Shape;
export const LimitType = { type: 'integer', min: 1, max: 1000 } as const satisfies Shape;
export const MarkerType = { type: 'string', min: 1, max: 1024, pattern: '[\\u0020-\\u00FF]*' } as const satisfies Shape;
export const CustomKeyStoreIdType = { type: 'string', min: 1, max: 64 } as const satisfies Shape;
export const GrantIdType = { type: 'string', min: 1, max: 128 } as const satisfies Shape;
export const TagKeyType = { type: 'string', min: 1, max: 128 } as const satisfies Shape;
export const CiphertextType = { type: 'blob', min: 1, max: 6144 } as const satisfies Shape;
export const AttestationDocumentType = { type: 'blob', min: 1, max: 262144 } as const satisfies Shape;
export const KeyEncryptionMechanism = { type: 'string', enum: ['RSAES_OAEP_SHA_256'] } as const satisfies Shape;
export const RecipientInfo = {
  type: 'structure',
  members: { KeyEncryptionAlgorithm: KeyEncryptionMechanism, AttestationDocument: AttestationDocumentType },
  required: [],
} as const satisfies Shape;
export const PlaintextType = { type: 'blob', min: 1, max: 4096, sensitive: true } as const satisfies Shape;
export const NameType = { type: 'string', min: 1, max: 256, pattern: '^[a-zA-Z0-9:/_-]+$' } as const satisfies Shape;
export const PrincipalIdType = {
  type: 'string',
  min: 1,
  max: 256,
  pattern: '^[\\w+=,.@:/-]+$',
} as const satisfies Shape;
export const EncryptionAlgorithmSpec = {
  type: 'string',
  enum: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'],
  printedEnum: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE', 'SYMMETRIC_DEFAULT'],
} as const satisfies Shape;
export const CustomKeyStoreNameType = { type: 'string', min: 1, max: 256 } as const satisfies Shape;
export const PolicyType = {
  type: 'string',
  min: 1,
  max: 131072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
} as const satisfies Shape;
export const DescriptionType = { type: 'string', min: 0, max: 8192 } as const satisfies Shape;
export const TagValueType = { type: 'string', min: 0, max: 256 } as const satisfies Shape;
export const Tag = {
  type: 'structure',
  members: { TagKey: TagKeyType, TagValue: TagValueType },
  required: ['TagKey', 'TagValue'],
} as const satisfies Shape;
export const TagList = { type: 'list', of: Tag } as const satisfies Shape;
export const NumberOfBytesType = { type: 'integer', min: 1, max: 1024 } as const satisfies Shape;
export const CloudHsmClusterIdType = {
  type: 'string',
  min: 19,
  max: 24,
  pattern: 'cluster-[2-7a-zA-Z]{11,16}',
} as const satisfies Shape;
export const KeyStorePasswordType = { type: 'string', min: 7, max: 32, sensitive: true } as const satisfies Shape;
export const XksProxyUriEndpointType = {
  type: 'string',
  min: 10,
  max: 128,
  pattern: '^https://[a-zA-Z0-9.-]+$',
} as const satisfies Shape;
export const XksProxyUriPathType = {
  type: 'string',
  min: 10,
  max: 128,
  pattern: '^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$',
} as const satisfies Shape;
export const XksProxyVpcEndpointServiceNameType = {
  type: 'string',
  min: 20,
  max: 64,
  pattern: '^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$',
} as const satisfies Shape;
export const AccountIdType = { type: 'string', min: 12, max: 12, pattern: '[0-9]{12}' } as const satisfies Shape;
export const XksProxyAuthenticationCredentialType = {
  type: 'structure',
  members: {
    AccessKeyId: { type: 'string', min: 20, max: 30, pattern: '^[A-Z2-7]+$', sensitive: true },
    RawSecretAccessKey: { type: 'string', min: 43, max: 64, pattern: '^[a-zA-Z0-9\\/+=]+$', sensitive: true },
  },
  required: ['AccessKeyId', 'RawSecretAccessKey'],
} as const satisfies Shape;
export const XksProxyConnectivityType = {
  type: 'string',
  enum: ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'],
} as const satisfies Shape;
export const DryRunModifierList = {
  type: 'list',
  of: { type: 'string', enum: ['IGNORE_CIPHERTEXT'] },
} as const satisfies Shape;
export const KeyMaterialIdType = { type: 'string', min: 64, max: 64, pattern: '^[a-f0-9]+$' } as const satisfies Shape;
export const DataKeySpec = {
  type: 'string',
  enum: ['AES_256', 'AES_128'],
  printedEnum: PRINTED_KEY_SPECS,
} as const satisfies Shape;
export const DataKeyPairSpec = {
  type: 'string',
  enum: [
    'RSA_2048',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'SM2',
    'ECC_NIST_EDWARDS25519',
    'ML_KEM_512',
    'ML_KEM_768',
    'ML_KEM_1024',
  ],
} as const satisfies Shape;
export const MacAlgorithmSpec = {
  type: 'string',
  enum: ['HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
  printedEnum: ['HMAC_SHA_384', 'HMAC_SHA_256', 'HMAC_SHA_224', 'HMAC_SHA_512'],
} as const satisfies Shape;
export const KeySpec = {
  type: 'string',
  enum: [
    'RSA_2048',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'SYMMETRIC_DEFAULT',
    'HMAC_224',
    'HMAC_256',
    'HMAC_384',
    'HMAC_512',
    'SM2',
    'ML_DSA_44',
    'ML_DSA_65',
    'ML_DSA_87',
    'ECC_NIST_EDWARDS25519',
    'ML_KEM_512',
    'ML_KEM_768',
    'ML_KEM_1024',
  ],
  printedEnum: PRINTED_KEY_SPECS,
} as const satisfies Shape;
export const KeyUsageType = {
  type: 'string',
  enum: ['SIGN_VERIFY', 'ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT', 'ENCAPSULATE_DECAPSULATE'],
  printedEnum: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC'],
} as const satisfies Shape;
export const CustomerMasterKeySpec = {
  type: 'string',
  enum: [
    'RSA_2048',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'SYMMETRIC_DEFAULT',
    'HMAC_224',
    'HMAC_256',
    'HMAC_384',
    'HMAC_512',
    'SM2',
  ],
  printedEnum: PRINTED_KEY_SPECS,
} as const satisfies Shape;
export const OriginType = {
  type: 'string',
  enum: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
} as const satisfies Shape;
export const PolicyNameType = { type: 'string', min: 1, max: 128, pattern: '[\\w]+' } as const satisfies Shape;
export const RegionType = { type: 'string', min: 1, max: 32, pattern: '^([a-z]+-){2,3}\\d+$' } as const satisfies Shape;
export const MessageType = { type: 'string', enum: ['RAW', 'DIGEST', 'EXTERNAL_MU'] } as const satisfies Shape;
export const SigningAlgorithmSpec = {
  type: 'string',
  enum: [
    'RSASSA_PSS_SHA_256',
    'RSASSA_PSS_SHA_384',
    'RSASSA_PSS_SHA_512',
    'RSASSA_PKCS1_V1_5_SHA_256',
    'RSASSA_PKCS1_V1_5_SHA_384',
    'RSASSA_PKCS1_V1_5_SHA_512',
    'ECDSA_SHA_256',
    'ECDSA_SHA_384',
    'ECDSA_SHA_512',
    'SM2DSA',
    'ML_DSA_SHAKE_256',
    'ED25519_SHA_512',
    'ED25519_PH_SHA_512',
  ],
} as const satisfies Shape;
export const GrantOperation = {
  type: 'string',
  enum: [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
    'Sign',
    'Verify',
    'GetPublicKey',
    'CreateGrant',
    'RetireGrant',
    'DescribeKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateMac',
    'VerifyMac',
    'DeriveSharedSecret',
    'Encapsulate',
    'Decapsulate',
  ],
} as const satisfies Shape;
export const EncapsulationAlgorithmSpec = { type: 'string', enum: ['ML_KEM'] } as const satisfies Shape;
export const KeyAgreementAlgorithmSpec = { type: 'string', enum: ['ECDH'] } as const satisfies Shape;
