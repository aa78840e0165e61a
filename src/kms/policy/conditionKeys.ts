/**
 * The condition keys that matter for KMS, for completion, spelling and warnings.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html, …/conditions-aws.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
import { KMS_ACTIONS } from './actions.ts';

export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress';

export interface ConditionKey {
  /** A name that ends in `:` or `/` takes a part of the reader's own: `kms:EncryptionContext:department`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  readonly multivalued?: true;
  /** Action names without prefix where the key can be present; `every`: all; `key`: all that are authorised on a KMS key. */
  readonly actions: readonly string[] | 'every' | 'key';
  /** Refused by PutKeyPolicy and CreateKey. */
  readonly notInKeyPolicy?: true;
  readonly values?: readonly string[];
  readonly deprecated?: string;
}

const DATA_KEYS = ['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'];
const DATA_KEY_PAIRS = ['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'];
const RE_ENCRYPT = ['ReEncryptFrom', 'ReEncryptTo'];
const ENCRYPTING = ['Decrypt', 'Encrypt', ...DATA_KEYS, ...DATA_KEY_PAIRS, ...RE_ENCRYPT];
const WITH_CONTEXT = [...ENCRYPTING, 'CreateGrant'];
const CRYPTOGRAPHIC = KMS_ACTIONS.filter((action) => action.use === 'cryptographic' && action.resource === 'key').map(
  ({ name }) => name,
);
const ON_KEYS = KMS_ACTIONS.filter((action) => action.resource !== 'none').map(({ name }) => name);
const ATTESTED = ['Decrypt', 'DeriveSharedSecret', 'GenerateDataKey', 'GenerateDataKeyPair', 'GenerateRandom'];
const STORES = KMS_ACTIONS.map(({ name }) => name).filter((name) => name.includes('CustomKeyStore'));
const BOOL = ['true', 'false'];
const AND_CREATE_KEY = [...ON_KEYS, 'CreateKey'];
const GRANT_OPERATIONS = KMS_ACTIONS.filter((action) => action.inGrants).map(({ name }) => name);
const KEY_SPECS = [
  'SYMMETRIC_DEFAULT',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_NIST_EDWARDS25519',
  'ECC_SECG_P256K1',
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
];
const KEY_USAGES = [
  'ENCRYPT_DECRYPT',
  'SIGN_VERIFY',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
];
const PAIR_SPECS = KEY_SPECS.filter((spec) => /^(RSA|ECC|SM2|ML_KEM)/.test(spec));

const KMS_KEYS: readonly ConditionKey[] = [
  { name: 'kms:BypassPolicyLockoutSafetyCheck', type: 'Bool', actions: ['CreateKey', 'PutKeyPolicy'], values: BOOL },
  { name: 'kms:CallerAccount', type: 'String', actions: [...ON_KEYS, ...STORES] },
  {
    name: 'kms:CustomerMasterKeySpec',
    type: 'String',
    actions: AND_CREATE_KEY,
    values: KEY_SPECS,
    deprecated: 'kms:KeySpec',
  },
  {
    name: 'kms:CustomerMasterKeyUsage',
    type: 'String',
    actions: AND_CREATE_KEY,
    values: KEY_USAGES,
    deprecated: 'kms:KeyUsage',
  },
  { name: 'kms:DataKeyPairSpec', type: 'String', actions: DATA_KEY_PAIRS, values: PAIR_SPECS },
  {
    name: 'kms:EncryptionAlgorithm',
    type: 'String',
    actions: ENCRYPTING,
    values: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'],
  },
  { name: 'kms:EncryptionContext:', type: 'String', actions: WITH_CONTEXT },
  { name: 'kms:EncryptionContextKeys', type: 'String', multivalued: true, actions: [...WITH_CONTEXT, 'RetireGrant'] },
  {
    name: 'kms:ExpirationModel',
    type: 'String',
    actions: ['ImportKeyMaterial'],
    values: ['KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'],
  },
  { name: 'kms:GrantConstraintSourceArn', type: 'ARN', actions: ['CreateGrant'] },
  {
    name: 'kms:GrantConstraintType',
    type: 'String',
    actions: ['CreateGrant', 'RetireGrant'],
    values: ['EncryptionContextEquals', 'EncryptionContextSubset'],
  },
  {
    name: 'kms:GrantIsForAWSResource',
    type: 'Bool',
    actions: ['CreateGrant', 'ListGrants', 'RevokeGrant'],
    values: BOOL,
  },
  {
    name: 'kms:GrantOperations',
    type: 'String',
    multivalued: true,
    actions: ['CreateGrant'],
    values: GRANT_OPERATIONS,
  },
  { name: 'kms:GranteePrincipal', type: 'String', actions: ['CreateGrant'] },
  { name: 'kms:GranteeServicePrincipal', type: 'String', actions: ['CreateGrant'] },
  { name: 'kms:KeyAgreementAlgorithm', type: 'String', actions: ['DeriveSharedSecret'], values: ['ECDH'] },
  {
    name: 'kms:KeyOrigin',
    type: 'String',
    actions: AND_CREATE_KEY,
    values: ['AWS_KMS', 'AWS_CLOUDHSM', 'EXTERNAL', 'EXTERNAL_KEY_STORE'],
  },
  { name: 'kms:KeySpec', type: 'String', actions: AND_CREATE_KEY, values: KEY_SPECS },
  { name: 'kms:KeyUsage', type: 'String', actions: AND_CREATE_KEY, values: KEY_USAGES },
  {
    name: 'kms:MacAlgorithm',
    type: 'String',
    actions: ['GenerateMac', 'VerifyMac'],
    values: ['HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
  },
  { name: 'kms:MessageType', type: 'String', actions: ['Sign', 'Verify'], values: ['RAW', 'DIGEST', 'EXTERNAL_MU'] },
  { name: 'kms:MultiRegion', type: 'Bool', actions: AND_CREATE_KEY, values: BOOL },
  { name: 'kms:MultiRegionKeyType', type: 'String', actions: AND_CREATE_KEY, values: ['PRIMARY', 'REPLICA'] },
  { name: 'kms:PrimaryRegion', type: 'String', actions: ['UpdatePrimaryRegion'] },
  { name: 'kms:ReEncryptOnSameKey', type: 'Bool', actions: RE_ENCRYPT, values: BOOL },
  { name: 'kms:RequestAlias', type: 'String', actions: [...CRYPTOGRAPHIC, 'DescribeKey', 'GetPublicKey'] },
  { name: 'kms:ResourceAliases', type: 'String', multivalued: true, actions: 'key', notInKeyPolicy: true },
  { name: 'kms:ReplicaRegion', type: 'String', actions: ['ReplicateKey'] },
  { name: 'kms:RetiringPrincipal', type: 'String', actions: ['CreateGrant'] },
  { name: 'kms:RetiringServicePrincipal', type: 'String', actions: ['CreateGrant'] },
  { name: 'kms:RotationPeriodInDays', type: 'Numeric', actions: ['EnableKeyRotation'] },
  { name: 'kms:ScheduleKeyDeletionPendingWindowInDays', type: 'Numeric', actions: ['ScheduleKeyDeletion'] },
  {
    name: 'kms:SigningAlgorithm',
    type: 'String',
    actions: ['Sign', 'Verify'],
    values: [
      'RSASSA_PSS_SHA_256',
      'RSASSA_PSS_SHA_384',
      'RSASSA_PSS_SHA_512',
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSASSA_PKCS1_V1_5_SHA_384',
      'RSASSA_PKCS1_V1_5_SHA_512',
      'ECDSA_SHA_256',
      'ECDSA_SHA_384',
      'ECDSA_SHA_512',
      'ED25519_SHA_512',
      'ED25519_PH_SHA_512',
      'ML_DSA_SHAKE_256',
      'SM2DSA',
    ],
  },
  { name: 'kms:TrailingDaysWithoutKeyUsage', type: 'Numeric', actions: ['DisableKey', 'ScheduleKeyDeletion'] },
  { name: 'kms:ValidTo', type: 'Date', actions: ['ImportKeyMaterial'] },
  { name: 'kms:ViaService', type: 'String', actions: 'key' },
  {
    name: 'kms:WrappingAlgorithm',
    type: 'String',
    actions: ['GetParametersForImport'],
    values: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'RSA_AES_KEY_WRAP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256', 'SM2PKE'],
  },
  {
    name: 'kms:WrappingKeySpec',
    type: 'String',
    actions: ['GetParametersForImport'],
    values: ['RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'],
  },
  { name: 'kms:RecipientAttestation:ImageSha384', type: 'String', actions: ATTESTED },
  { name: 'kms:RecipientAttestation:PCR', type: 'String', actions: ATTESTED },
  { name: 'kms:RecipientAttestation:NitroTPMPCR', type: 'String', actions: ATTESTED },
];

const TAGGING = ['CreateKey', 'TagResource', 'ReplicateKey'];

const GLOBAL_KEYS: readonly ConditionKey[] = [
  { name: 'aws:CalledVia', type: 'String', multivalued: true, actions: 'every' },
  { name: 'aws:CalledViaFirst', type: 'String', actions: 'every' },
  { name: 'aws:CalledViaLast', type: 'String', actions: 'every' },
  { name: 'aws:CurrentTime', type: 'Date', actions: 'every' },
  { name: 'aws:EpochTime', type: 'Date', actions: 'every' },
  { name: 'aws:FederatedProvider', type: 'String', actions: 'every' },
  { name: 'aws:MultiFactorAuthAge', type: 'Numeric', actions: 'every' },
  { name: 'aws:MultiFactorAuthPresent', type: 'Bool', actions: 'every', values: BOOL },
  { name: 'aws:PrincipalAccount', type: 'String', actions: 'every' },
  { name: 'aws:PrincipalArn', type: 'ARN', actions: 'every' },
  { name: 'aws:PrincipalIsAWSService', type: 'Bool', actions: 'every', values: BOOL },
  { name: 'aws:PrincipalOrgID', type: 'String', actions: 'every' },
  { name: 'aws:PrincipalOrgPaths', type: 'String', multivalued: true, actions: 'every' },
  { name: 'aws:PrincipalServiceName', type: 'String', actions: 'every' },
  { name: 'aws:PrincipalServiceNamesList', type: 'String', multivalued: true, actions: 'every' },
  { name: 'aws:PrincipalTag/', type: 'String', actions: 'every' },
  { name: 'aws:PrincipalType', type: 'String', actions: 'every' },
  { name: 'aws:RequestedRegion', type: 'String', actions: 'every' },
  { name: 'aws:RequestTag/', type: 'String', actions: TAGGING },
  { name: 'aws:ResourceAccount', type: 'String', actions: 'key' },
  { name: 'aws:ResourceOrgID', type: 'String', actions: 'key' },
  { name: 'aws:ResourceOrgPaths', type: 'String', multivalued: true, actions: 'key' },
  { name: 'aws:ResourceTag/', type: 'String', actions: 'key', notInKeyPolicy: true },
  { name: 'aws:SecureTransport', type: 'Bool', actions: 'every', values: BOOL },
  { name: 'aws:SourceAccount', type: 'String', actions: 'every' },
  { name: 'aws:SourceArn', type: 'ARN', actions: 'every' },
  { name: 'aws:SourceIdentity', type: 'String', actions: 'every' },
  { name: 'aws:SourceIp', type: 'IPAddress', actions: 'every' },
  { name: 'aws:SourceOrgID', type: 'String', actions: 'every' },
  { name: 'aws:SourceOrgPaths', type: 'String', multivalued: true, actions: 'every' },
  { name: 'aws:SourceVpc', type: 'String', actions: 'every' },
  { name: 'aws:SourceVpce', type: 'String', actions: 'every' },
  { name: 'aws:TagKeys', type: 'String', multivalued: true, actions: [...TAGGING, 'UntagResource'] },
  { name: 'aws:TokenIssueTime', type: 'Date', actions: 'every' },
  { name: 'aws:UserAgent', type: 'String', actions: 'every' },
  { name: 'aws:userid', type: 'String', actions: 'every' },
  { name: 'aws:username', type: 'String', actions: 'every' },
  { name: 'aws:ViaAWSService', type: 'Bool', actions: 'every', values: BOOL },
  { name: 'aws:VpcSourceIp', type: 'IPAddress', actions: 'every' },
];

export const CONDITION_KEYS: readonly ConditionKey[] = [...KMS_KEYS, ...GLOBAL_KEYS];

/** A trailing register number of an attestation document belongs to the name. */
const takesOwnPart = (name: string): boolean => /[:/]$|PCR$/.test(name);

const EXACT: ReadonlyMap<string, ConditionKey> = new Map(
  CONDITION_KEYS.filter(({ name }) => !takesOwnPart(name)).map((key) => [key.name.toLowerCase(), key]),
);
const PREFIXES = CONDITION_KEYS.filter(({ name }) => takesOwnPart(name)).map((key) => ({
  prefix: key.name.toLowerCase(),
  key,
}));

/** Case is ignored, as IAM does. */
export function conditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  return (
    EXACT.get(lower) ?? PREFIXES.find(({ prefix }) => lower.startsWith(prefix) && lower.length > prefix.length)?.key
  );
}

/** @param action name without prefix */
export const keyAppearsIn = (key: ConditionKey, action: string): boolean =>
  key.actions === 'every' || (key.actions === 'key' ? ON_KEYS : key.actions).includes(action);
