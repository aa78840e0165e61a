import { isoInstant } from './instant-text.ts';
import type { Scope } from './operations/define.ts';
import type { ContextValue } from './policy/types.ts';
import { DAY, type EncryptionContext, type OperationName } from './vocabulary.ts';
import { type GrantRecord, isPrimary, type KeyRecord, type Tag } from './world.ts';

type Context = Readonly<Record<string, ContextValue>>;
type Input = Readonly<Record<string, unknown>>;

/** Addresses from the block that is reserved for documentation (RFC 5737). */
const SOURCE_IP = '203.0.113.10';

/**
 * The condition keys that a request carries.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 *          https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const requestContext = (
  operation: OperationName,
  input: Input,
  scope: Scope,
  brought: Readonly<Record<string, string | readonly string[]>> = {},
): Context => ({
  ...globalKeys(scope),
  ...serviceKeys(scope, 'aws:SourceVpce' in brought),
  ...grantForServiceKey(operation, scope),
  ...tagKeys(input),
  ...parameterKeys(operation, input),
  ...encryptionContextKeys(contextOf(operation, input)),
  ...brought,
});

/** Actions that can be made to depend on how long the key has been idle. */
const IDLE_TIME_MATTERS: ReadonlySet<string | undefined> = new Set(['DisableKey', 'ScheduleKeyDeletion']);

/** The condition keys that come from the key itself, and from the way it was named. */
export const resourceContext = (
  { world }: Scope,
  key: KeyRecord | undefined,
  RequestAlias: string | undefined,
  action?: string,
): Context => {
  if (!key) return {};
  const aliases = Object.values(world.aliases).filter(({ TargetKeyArn }) => TargetKeyArn === key.Arn);
  const usage = world.usage[key.Arn];
  const organization = world.accounts[key.AWSAccountId]?.organization;
  return {
    'aws:ResourceAccount': key.AWSAccountId,
    ...(organization && { 'aws:ResourceOrgID': organization.id }),
    ...prefixed('aws:ResourceTag/', tagsAsRecord(key.Tags)),
    ...keyTypeContext(key),
    ...(key.MultiRegion && { 'kms:MultiRegionKeyType': isPrimary(key) ? 'PRIMARY' : 'REPLICA' }),
    ...(aliases.length > 0 && { 'kms:ResourceAliases': aliases.map(({ AliasName }) => AliasName) }),
    ...(RequestAlias !== undefined && { 'kms:RequestAlias': RequestAlias }),
    ...(IDLE_TIME_MATTERS.has(action) && {
      'kms:TrailingDaysWithoutKeyUsage': String(Math.floor((world.now - (usage?.Timestamp ?? key.CreationDate)) / DAY)),
    }),
  };
};

/** The condition keys that RetireGrant takes from the grant it names. */
export const retiredGrantContext = ({ Constraints }: GrantRecord): Context => {
  const pairs = Constraints?.EncryptionContextEquals ?? Constraints?.EncryptionContextSubset;
  return {
    ...encryptionContextKeys(pairs),
    ...grantConstraintType(Constraints),
  };
};

/** The condition keys that tell what kind of key it is. */
export const keyTypeContext = (key: KeyRecord): Context => ({
  'kms:KeyOrigin': key.Origin,
  'kms:KeySpec': key.KeySpec,
  'kms:KeyUsage': key.KeyUsage,
  'kms:CustomerMasterKeySpec': key.KeySpec,
  'kms:CustomerMasterKeyUsage': key.KeyUsage,
  'kms:MultiRegion': String(key.MultiRegion),
});

const globalKeys = ({ world, caller, Region }: Scope): Context => {
  const organization = world.accounts[caller.AccountId]?.organization;
  return {
    'aws:PrincipalArn': roleOfSession(caller.Arn) ?? caller.Arn,
    'aws:PrincipalAccount': caller.AccountId,
    ...(PRINCIPAL_TYPES[caller.kind] && { 'aws:PrincipalType': PRINCIPAL_TYPES[caller.kind] }),
    ...(caller.kind === 'user' && { 'aws:username': caller.Arn.slice(caller.Arn.lastIndexOf('/') + 1) }),
    'aws:PrincipalIsAWSService': String(caller.kind === 'service'),
    ...(caller.kind === 'service' && { 'aws:PrincipalServiceName': caller.Arn }),
    ...(organization && { 'aws:PrincipalOrgID': organization.id, 'aws:PrincipalOrgPaths': [organization.path] }),
    ...prefixed('aws:PrincipalTag/', caller.tags),
    'aws:RequestedRegion': Region,
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': isoInstant(world.now),
    'aws:EpochTime': String(Math.floor(world.now / 1000)),
    'kms:CallerAccount': caller.AccountId,
  };
};

const PRINCIPAL_TYPES: Partial<Record<Scope['caller']['kind'], string>> = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
};

/** A session counts as its role: `…:sts::1:assumed-role/R/s` → `…:iam::1:role/R`. */
const roleOfSession = (arn: string): string | undefined => {
  const [, partition, account, role] = /^arn:([^:]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? undefined : `arn:${partition}:iam::${account}:role/${role}`;
};

/** A grant is for an AWS resource when an AWS service makes it, lists it or revokes it for somebody. */
const grantForServiceKey = (operation: OperationName, { via, caller }: Scope): Context =>
  operation === 'CreateGrant' || operation === 'ListGrants' || operation === 'RevokeGrant'
    ? { 'kms:GrantIsForAWSResource': String(via !== undefined || caller.kind === 'service') }
    : {};

/**
 * A service that calls for a user (forward access session) leaves its name, and hides the user's address; so do a
 * service that calls for itself, and a VPC endpoint.
 */
const serviceKeys = ({ via, Region, caller }: Scope, throughEndpoint: boolean): Context =>
  via === undefined
    ? {
        'aws:ViaAWSService': 'false',
        ...(caller.kind !== 'service' && !throughEndpoint && { 'aws:SourceIp': SOURCE_IP }),
      }
    : {
        'aws:ViaAWSService': 'true',
        'aws:CalledVia': [`${via}.amazonaws.com`],
        'aws:CalledViaFirst': `${via}.amazonaws.com`,
        'aws:CalledViaLast': `${via}.amazonaws.com`,
        'kms:ViaService': `${via}.${Region}.amazonaws.com`,
      };

const tagKeys = ({ Tags, TagKeys }: Input): Context => ({
  ...(Array.isArray(Tags) && {
    ...prefixed('aws:RequestTag/', tagsAsRecord(Tags as Tag[])),
    'aws:TagKeys': (Tags as Tag[]).map(({ TagKey }) => TagKey),
  }),
  ...(Array.isArray(TagKeys) && { 'aws:TagKeys': TagKeys as string[] }),
});

/**
 * Parameters that are condition keys under their own name, with the operations where they are. ListGrants has a
 * GranteePrincipal too, and ReplicateKey a BypassPolicyLockoutSafetyCheck, which are none.
 */
const BY_NAME: { readonly [parameter: string]: readonly OperationName[] } = {
  BypassPolicyLockoutSafetyCheck: ['CreateKey', 'PutKeyPolicy'],
  EncryptionAlgorithm: ['Decrypt', 'Encrypt'],
  ExpirationModel: ['ImportKeyMaterial'],
  GranteePrincipal: ['CreateGrant'],
  GranteeServicePrincipal: ['CreateGrant'],
  KeyAgreementAlgorithm: ['DeriveSharedSecret'],
  MacAlgorithm: ['GenerateMac', 'VerifyMac'],
  PrimaryRegion: ['UpdatePrimaryRegion'],
  ReplicaRegion: ['ReplicateKey'],
  RetiringPrincipal: ['CreateGrant'],
  RetiringServicePrincipal: ['CreateGrant'],
  RotationPeriodInDays: ['EnableKeyRotation'],
  SigningAlgorithm: ['Sign', 'Verify'],
  ValidTo: ['ImportKeyMaterial'],
  WrappingAlgorithm: ['GetParametersForImport'],
  WrappingKeySpec: ['GetParametersForImport'],
};

const parameterKeys = (operation: OperationName, input: Input): Context => {
  const keys: Record<string, ContextValue> = {};
  for (const [name, operations] of Object.entries(BY_NAME))
    if (input[name] !== undefined && operations.includes(operation)) keys[`kms:${name}`] = String(input[name]);
  Object.assign(keys, OWN_KEYS[operation]?.(input));
  return keys;
};

const encryptionAlgorithm = ({ EncryptionAlgorithm = 'SYMMETRIC_DEFAULT' }: Input): Context => ({
  'kms:EncryptionAlgorithm': String(EncryptionAlgorithm),
});
const dataKeyPair = (input: Input): Context => ({
  ...encryptionAlgorithm(input),
  'kms:DataKeyPairSpec': String(input.KeyPairSpec),
});
const messageType = ({ MessageType = 'RAW' }: Input): Context => ({ 'kms:MessageType': String(MessageType) });

const grantConstraintType = (constraints: GrantRecord['Constraints']): Context => {
  const type = (['EncryptionContextEquals', 'EncryptionContextSubset'] as const).find((name) => constraints?.[name]);
  return type === undefined ? {} : { 'kms:GrantConstraintType': type };
};

/** Keys that an operation names otherwise than its parameters, or that have a value even when nothing was sent. */
const OWN_KEYS: { readonly [Name in OperationName]?: (input: Input) => Context } = {
  CreateGrant: ({ Operations, Constraints }) => {
    const constraints = Constraints as GrantRecord['Constraints'];
    return {
      'kms:GrantOperations': (Operations ?? []) as string[],
      ...grantConstraintType(constraints),
      ...(typeof constraints?.SourceArn === 'string' && { 'kms:GrantConstraintSourceArn': constraints.SourceArn }),
    };
  },
  CreateKey: ({ KeySpec, CustomerMasterKeySpec, KeyUsage, Origin, MultiRegion }) => ({
    'kms:KeySpec': String(KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT'),
    'kms:KeyUsage': String(KeyUsage ?? 'ENCRYPT_DECRYPT'),
    'kms:KeyOrigin': String(Origin ?? 'AWS_KMS'),
    'kms:MultiRegion': String(MultiRegion ?? false),
    ...(MultiRegion === true && { 'kms:MultiRegionKeyType': 'PRIMARY' }),
  }),
  Decrypt: encryptionAlgorithm,
  Encrypt: encryptionAlgorithm,
  GenerateDataKey: encryptionAlgorithm,
  GenerateDataKeyPair: dataKeyPair,
  GenerateDataKeyPairWithoutPlaintext: dataKeyPair,
  GenerateDataKeyWithoutPlaintext: encryptionAlgorithm,
  ScheduleKeyDeletion: ({ PendingWindowInDays = 30 }) => ({
    'kms:ScheduleKeyDeletionPendingWindowInDays': String(PendingWindowInDays),
  }),
  Sign: messageType,
  Verify: messageType,
};

/** The encryption context that a request is judged by. ReEncrypt has two: see authorize.ts. */
const contextOf = (operation: OperationName, input: Input): EncryptionContext | undefined => {
  if (operation !== 'CreateGrant') return input.EncryptionContext as EncryptionContext | undefined;
  const { EncryptionContextEquals, EncryptionContextSubset } = (input.Constraints ?? {}) as Record<
    string,
    EncryptionContext
  >;
  return EncryptionContextEquals ?? EncryptionContextSubset;
};

export const encryptionContextKeys = (context: EncryptionContext | undefined): Context =>
  context === undefined || Object.keys(context).length === 0
    ? {}
    : { ...prefixed('kms:EncryptionContext:', context), 'kms:EncryptionContextKeys': Object.keys(context) };

const prefixed = (prefix: string, values: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));

const tagsAsRecord = (tags: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]));
