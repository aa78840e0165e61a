/**
 * The names AWS gives to things, as values and types. Everything else in the model speaks with these words.
 * Sources: https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
 *          https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */

/** Milliseconds since 1970-01-01T00:00Z on the simulated clock. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const KEY_STATES = [
  'Creating',
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
] as const;
export type KeyState = (typeof KEY_STATES)[number];

export const ORIGINS = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const;
export type Origin = (typeof ORIGINS)[number];

export const KEY_SPECS = [
  'SYMMETRIC_DEFAULT',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
  'SM2',
] as const;
export type KeySpec = (typeof KEY_SPECS)[number];

export const KEY_USAGES = [
  'ENCRYPT_DECRYPT',
  'SIGN_VERIFY',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

export type KeyManager = 'AWS' | 'CUSTOMER';

// The groups follow the rows of AWS's key-state table: operations of one group meet the same answer in every state.

export const READING = [
  'DescribeKey',
  'GetKeyLastUsage',
  'GetKeyPolicy',
  'ListAliases',
  'ListGrants',
  'ListKeyPolicies',
  'ListResourceTags',
] as const;
export const ACCESS_CONTROL = ['DeleteAlias', 'PutKeyPolicy', 'RetireGrant', 'RevokeGrant'] as const;
export const LABELLING = ['CreateAlias', 'TagResource', 'UntagResource', 'UpdateKeyDescription'] as const;
export const ENCRYPTION = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncrypt',
] as const;
export const DATA_KEY_PAIRS = ['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'] as const;
/** Cryptography that no key in a custom key store can do, since those keys are all SYMMETRIC_DEFAULT. */
export const OTHER_CRYPTOGRAPHY = [
  'Decapsulate',
  'DeriveSharedSecret',
  'Encapsulate',
  'GenerateMac',
  'Sign',
  'Verify',
  'VerifyMac',
] as const;
export const CRYPTOGRAPHIC = [...ENCRYPTION, ...DATA_KEY_PAIRS, ...OTHER_CRYPTOGRAPHY] as const;
export const ROTATION_SETTINGS = ['DisableKeyRotation', 'EnableKeyRotation'] as const;
export const MULTI_REGION = ['ReplicateKey', 'UpdatePrimaryRegion'] as const;

/** Every operation that is answered according to the state of a key. */
export type KeyOperation =
  | (typeof READING)[number]
  | (typeof ACCESS_CONTROL)[number]
  | (typeof LABELLING)[number]
  | (typeof CRYPTOGRAPHIC)[number]
  | (typeof ROTATION_SETTINGS)[number]
  | (typeof MULTI_REGION)[number]
  | 'CancelKeyDeletion'
  | 'CreateGrant'
  | 'DeleteImportedKeyMaterial'
  | 'DisableKey'
  | 'EnableKey'
  | 'GetKeyRotationStatus'
  | 'GetParametersForImport'
  | 'GetPublicKey'
  | 'ImportKeyMaterial'
  | 'ListKeyRotations'
  | 'RotateKeyOnDemand'
  | 'ScheduleKeyDeletion'
  | 'UpdateAlias';

/** Operations that meet no key, or meet one only by being given its id. */
export const ACCOUNT_OPERATIONS = [
  'ConnectCustomKeyStore',
  'CreateCustomKeyStore',
  'CreateKey',
  'DeleteCustomKeyStore',
  'DescribeCustomKeyStores',
  'DisconnectCustomKeyStore',
  'GenerateRandom',
  'ListKeys',
  'ListRetirableGrants',
  'UpdateCustomKeyStore',
] as const;
export type AccountOperation = (typeof ACCOUNT_OPERATIONS)[number];

export type OperationName = KeyOperation | AccountOperation;

export const KEY_OPERATIONS = [
  ...READING,
  ...ACCESS_CONTROL,
  ...LABELLING,
  ...CRYPTOGRAPHIC,
  ...ROTATION_SETTINGS,
  ...MULTI_REGION,
  'CancelKeyDeletion',
  'CreateGrant',
  'DeleteImportedKeyMaterial',
  'DisableKey',
  'EnableKey',
  'GetKeyRotationStatus',
  'GetParametersForImport',
  'GetPublicKey',
  'ImportKeyMaterial',
  'ListKeyRotations',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'UpdateAlias',
] as const satisfies readonly KeyOperation[];

export const OPERATION_NAMES: readonly OperationName[] = [...KEY_OPERATIONS, ...ACCOUNT_OPERATIONS];

/** An EncryptionContext: plain, case-sensitive names and values. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** Bytes in AWS's wire form: base64 with padding. */
export type Base64 = string;
