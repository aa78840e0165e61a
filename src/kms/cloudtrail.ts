import { sha256 } from '@noble/hashes/sha2.js';
import { accountOf } from './arn.ts';
import { utf8 } from './crypto/bytes.ts';
import { entropy, uuid } from './entropy.ts';
import type { ApiEntry, Caller, Entry } from './entry.ts';
import type { Happening } from './happening.ts';
import { isoInstant, trailInstant } from './instant-text.ts';
import { READ_ONLY } from './model/read-only.ts';
import { operationNamed } from './operations/named.ts';
import type { Instant, OperationName } from './vocabulary.ts';

/**
 * What CloudTrail writes about an entry, field by field. A record is derived, never stored: nothing can be logged that
 * the entry does not hold.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html
 */
export interface CloudTrailRecord {
  readonly eventVersion: '1.11';
  readonly userIdentity: UserIdentity;
  /** ISO 8601, UTC, to the second. */
  readonly eventTime: string;
  readonly eventSource: 'kms.amazonaws.com';
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Json;
  readonly responseElements: Json;
  readonly additionalEventData?: Json;
  readonly requestID?: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources: readonly { readonly accountId: string; readonly type: string; readonly ARN: string }[];
  readonly eventType: 'AwsApiCall' | 'AwsServiceEvent';
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  /** Set when two accounts each hold a record of one call. */
  readonly sharedEventID?: string;
  readonly serviceEventDetails?: Json;
  readonly eventCategory: 'Management';
  readonly tlsDetails?: Json;
}

export type Json = null | { readonly [name: string]: unknown };

export type UserIdentity = Readonly<Record<string, unknown>>;

/** The records of an entry, in the order of time. */
export const toRecords = (entry: Entry): readonly CloudTrailRecord[] => [
  ...(entry.kind === 'api' ? [...callRecords(entry), ...secondRecords(entry)] : []),
  ...entry.happenings.flatMap((happening, index) => serviceRecord(entry.seq, index, happening)),
];

export const recordsOf = (entries: readonly Entry[]): readonly CloudTrailRecord[] => entries.flatMap(toRecords);

/**
 * A successful call on another account's key is logged on both sides, a refused one on the caller's alone. To the owner
 * the caller is an account: CloudTrail keeps names and ARNs of other accounts to itself.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
const callRecords = (entry: ApiEntry): readonly CloudTrailRecord[] => {
  const { caller, eventId: sharedEventID } = entry;
  const owners = new Set(entry.keys.map(({ Arn }) => accountOf(Arn) ?? ''));
  owners.delete(caller.AccountId);
  const own = callRecord(entry);
  if (entry.error || owners.size === 0) return [own];
  const { principalId } = own.userIdentity;
  return [
    { ...own, sharedEventID },
    ...[...owners].map((owner) => ({
      ...own,
      userIdentity: { type: 'AWSAccount', principalId, accountId: caller.AccountId },
      eventID: eventIdOf(entry.seq, 'shared', owner),
      sharedEventID,
      recipientAccountId: owner,
    })),
  ];
};

/** What a call did to a key in another Region is logged there too. */
const secondRecords = (entry: ApiEntry): readonly CloudTrailRecord[] =>
  entry.happenings.flatMap((happening) => {
    if (happening.what !== 'AlsoRecorded') return [];
    const { operation, input, output, KeyArn } = happening;
    const command = { ...entry.command, operation, input };
    const keys = [{ role: 'key', Arn: KeyArn, action: operation }] as const;
    const awsRegion = KeyArn.split(':')[3] ?? '';
    const record = callRecord({ ...entry, command, keys, output, Region: awsRegion });
    return [{ ...record, eventID: eventIdOf(entry.seq, 'second', KeyArn) }];
  });

const callRecord = (entry: ApiEntry): CloudTrailRecord => {
  const { caller, command, error, Region } = entry;
  const { operation } = command;
  const service = caller.via === undefined ? undefined : `${caller.via}.amazonaws.com`;
  return {
    eventVersion: '1.11',
    userIdentity: userIdentity(caller, entry.at),
    eventTime: isoInstant(entry.at),
    eventSource: 'kms.amazonaws.com',
    eventName: operation,
    awsRegion: Region,
    sourceIPAddress: service ?? sourceAddress(entry),
    userAgent: service ?? 'kms-notebook',
    ...(error && {
      errorCode: errorCode(error.__type),
      ...(error.message && { errorMessage: withoutSecrets(error.message, command.input) }),
    }),
    requestParameters: requestParameters(entry),
    responseElements: error ? null : responseElements(entry),
    ...(entry.additionalEventData && { additionalEventData: entry.additionalEventData }),
    requestID: entry.requestId,
    eventID: entry.eventId,
    readOnly: READ_ONLY.has(operation),
    resources: resourcesOf(entry),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: caller.AccountId,
    eventCategory: 'Management',
    ...(service === undefined && {
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_256_GCM_SHA384',
        clientProvidedHostHeader: `kms.${Region}.amazonaws.com`,
      },
    }),
  };
};

/** The API's AccessDeniedException stands in the log without its suffix. */
const errorCode = (type: string): string => (type === 'AccessDeniedException' ? 'AccessDenied' : type);

const sourceAddress = ({ command }: ApiEntry): string => {
  const brought = command.requestContext?.['aws:SourceIp'];
  return typeof brought === 'string' ? brought : '203.0.113.10';
};

const resourcesOf = ({ keys, AliasArn }: ApiEntry): CloudTrailRecord['resources'] => [
  ...(AliasArn === undefined ? [] : [{ accountId: accountOf(AliasArn) ?? '', type: 'AWS::KMS::Alias', ARN: AliasArn }]),
  ...[...new Set(keys.map(({ Arn }) => Arn))].map((ARN) => ({
    accountId: accountOf(ARN) ?? '',
    type: 'AWS::KMS::Key',
    ARN,
  })),
];

/** Plaintext, ciphertext, key material and secrets. They are in no record, whatever the operation. */
const NEVER_LOGGED = new Set([
  'CiphertextBlob',
  'CiphertextForRecipient',
  'EncryptedKeyMaterial',
  'GrantToken',
  'GrantTokens',
  'ImportToken',
  'KeyStorePassword',
  'Mac',
  'Message',
  'Plaintext',
  'PrivateKeyCiphertextBlob',
  'PrivateKeyPlaintext',
  'PublicKey',
  'Recipient',
  'SharedSecret',
  'SharedSecretCiphertextBlob',
  'Signature',
  'XksProxyAuthenticationCredential',
]);

/**
 * A refusal may quote what it refuses, such as a grant token that is too long; its record does not. AWS writes the
 * refusal of a sensitive member without the value, too.
 */
const withoutSecrets = (message: string, input: Readonly<Record<string, unknown>>): string =>
  secretsIn(input)
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, '***'), message);

/** Below it no text is a secret of anybody, and it might be a word of the message: a password has 7 characters. */
const SHORTEST_SECRET = 7;

const secretsIn = (value: unknown, isSecret = false): readonly string[] => {
  if (typeof value === 'string') return isSecret ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => secretsIn(inner, isSecret || NEVER_LOGGED.has(name)));
};

/** Members whose own members are names of the user's, not of the API's. */
const OPEN_MAPS = new Set([
  'EncryptionContext',
  'SourceEncryptionContext',
  'DestinationEncryptionContext',
  'EncryptionContextEquals',
  'EncryptionContextSubset',
]);

const DATES = new Set(['CreationDate', 'DeletionDate', 'ValidTo']);

/** What AWS fills in although the caller left it out. */
const DEFAULTS: { readonly [Name in OperationName]?: Readonly<Record<string, unknown>> } = {
  CreateKey: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    description: '',
    keySpec: 'SYMMETRIC_DEFAULT',
    keyUsage: 'ENCRYPT_DECRYPT',
    multiRegion: false,
    origin: 'AWS_KMS',
  },
  Decrypt: { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  Encrypt: { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  GetKeyPolicy: { policyName: 'default' },
  ImportKeyMaterial: { expirationModel: 'KEY_MATERIAL_EXPIRES' },
  PutKeyPolicy: { bypassPolicyLockoutSafetyCheck: false, policyName: 'default' },
  ReEncrypt: {
    sourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    destinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  },
  ReplicateKey: { bypassPolicyLockoutSafetyCheck: false, description: '' },
  ScheduleKeyDeletion: { pendingWindowInDays: 30 },
  Sign: { messageType: 'RAW' },
  Verify: { messageType: 'RAW' },
};

const requestParameters = ({ command: { operation, input } }: ApiEntry): Json => {
  // Not even how many bytes were asked for: https://docs.aws.amazon.com/kms/latest/developerguide/ct-generaterandom.html
  if (operation === 'GenerateRandom') return null;
  const all = { ...DEFAULTS[operation], ...(operation === 'CreateKey' && bothSpecs(input)), ...loggedMembers(input) };
  return Object.keys(all).length === 0 ? null : all;
};

/** CreateKey's spec has two names, the older one being deprecated. AWS logs both, whichever was sent. */
const bothSpecs = ({ KeySpec, CustomerMasterKeySpec }: Readonly<Record<string, unknown>>) => {
  const spec = KeySpec ?? CustomerMasterKeySpec;
  return spec === undefined ? {} : { customerMasterKeySpec: spec, keySpec: spec };
};

const responseElements = (entry: ApiEntry): Json => {
  const { responds = [], respondsKeyId } = operationNamed(entry.command.operation).trail;
  const output = Object.entries(entry.output ?? {}).filter(([name]) => responds.includes(name));
  const all = {
    ...loggedMembers(Object.fromEntries(output)),
    ...(respondsKeyId && { keyId: entry.keys[0]?.Arn ?? null }),
  };
  return Object.keys(all).length === 0 ? null : all;
};

const loggedMembers = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members)
      .filter(([name, value]) => !NEVER_LOGGED.has(name) && value !== undefined)
      .map(([name, value]) => [lowerCamel(name), loggedValue(name, value)]),
  );

const loggedValue = (name: string, value: unknown): unknown => {
  if (DATES.has(name) && typeof value === 'number') return trailInstant(value * 1000);
  if (Array.isArray(value)) return value.map((item) => loggedValue('', item));
  if (typeof value !== 'object' || value === null || OPEN_MAPS.has(name)) return value;
  return loggedMembers(value as Record<string, unknown>);
};

/** AWSAccountId becomes aWSAccountId: only the first letter changes, as AWS does it. */
const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const userIdentity = ({ Arn, AccountId, kind, via }: Caller, at: Instant): UserIdentity => {
  const name = Arn.split('/').at(-1) ?? '';
  const invokedBy = via === undefined ? {} : { invokedBy: `${via}.amazonaws.com` };
  switch (kind) {
    case 'root':
      return { type: 'Root', principalId: AccountId, arn: Arn, accountId: AccountId, ...invokedBy };
    case 'service':
      return { type: 'AWSService', invokedBy: Arn };
    case 'user':
      return {
        type: 'IAMUser',
        principalId: uniqueId('AIDA', Arn),
        arn: Arn,
        accountId: AccountId,
        accessKeyId: uniqueId('AKIA', Arn),
        userName: name,
        ...invokedBy,
      };
    case 'role':
      return {
        type: 'AssumedRole',
        principalId: `${uniqueId('AROA', Arn)}:${name}`,
        arn: `arn:aws:sts::${AccountId}:assumed-role/${name}/${name}`,
        accountId: AccountId,
        accessKeyId: uniqueId('ASIA', Arn),
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            principalId: uniqueId('AROA', Arn),
            arn: Arn,
            accountId: AccountId,
            userName: name,
          },
          attributes: { creationDate: isoInstant(at), mfaAuthenticated: 'false' },
        },
        ...invokedBy,
      };
  }
};

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** As AWS's own: 21 characters for a principal, 20 for an access key, the first four telling which. */
const ID_LENGTHS = { AIDA: 21, AROA: 21, AKIA: 20, ASIA: 20 } as const;

/** An IAM unique id, the same whenever it is asked for one ARN. */
export const uniqueId = (prefix: keyof typeof ID_LENGTHS, Arn: string): string =>
  prefix +
  [...sha256(utf8(Arn)).subarray(0, ID_LENGTHS[prefix] - prefix.length)].map((byte) => BASE32[byte % 32]).join('');

const serviceRecord = (seq: number, index: number, happening: Happening): readonly CloudTrailRecord[] => {
  const event = SERVICE_EVENTS[happening.what]?.(happening as never);
  if (!event) return [];
  const { KeyArn = happening.KeyArn, eventName, serviceEventDetails, isApiCall = false, tellsKeyId = false } = event;
  const AccountId = accountOf(KeyArn) ?? '';
  return [
    {
      eventVersion: '1.11',
      userIdentity: { accountId: AccountId, invokedBy: 'AWS Internal' },
      eventTime: isoInstant(happening.at),
      eventSource: 'kms.amazonaws.com',
      eventName,
      awsRegion: KeyArn.split(':')[3] ?? '',
      sourceIPAddress: 'AWS Internal',
      userAgent: 'AWS Internal',
      requestParameters: null,
      responseElements: tellsKeyId ? { keyId: KeyArn } : null,
      ...(isApiCall && { requestID: eventIdOf(seq, `request ${index}`, KeyArn) }),
      eventID: eventIdOf(seq, index, happening.KeyArn),
      readOnly: false,
      resources: [{ accountId: AccountId, type: 'AWS::KMS::Key', ARN: KeyArn }],
      eventType: isApiCall ? 'AwsApiCall' : 'AwsServiceEvent',
      managementEvent: true,
      recipientAccountId: AccountId,
      ...(serviceEventDetails && { serviceEventDetails }),
      eventCategory: 'Management',
    },
  ];
};

interface ServiceEvent {
  readonly eventName: string;
  /** The key that the record is about, if it is not the one that something happened to. */
  readonly KeyArn?: string;
  readonly tellsKeyId?: true;
  readonly isApiCall?: true;
  readonly serviceEventDetails?: Json;
}

/** What KMS does by itself. Source: https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html */
const SERVICE_EVENTS: {
  readonly [What in Happening['what']]?: (happening: Extract<Happening, { what: What }>) => ServiceEvent;
} = {
  KeyDeleted: () => ({ eventName: 'DeleteKey', tellsKeyId: true }),
  KeyRotated: ({ KeyArn, KeyOrigin, RotationType, previousKeyMaterialId, currentKeyMaterialId }) => ({
    eventName: 'RotateKey',
    tellsKeyId: true,
    serviceEventDetails: {
      rotationType: RotationType,
      keyOrigin: KeyOrigin,
      ...(previousKeyMaterialId !== undefined && { previousKeyMaterialId }),
      currentKeyMaterialId,
      keyId: KeyArn,
    },
  }),
  MaterialExpired: ({ KeyArn, KeyMaterialId }) => ({
    eventName: 'DeleteExpiredKeyMaterial',
    serviceEventDetails: { keyId: KeyArn, keyMaterialId: KeyMaterialId },
  }),
  // https://docs.aws.amazon.com/kms/latest/developerguide/ct-synchronize-multi-region-key.html
  MultiRegionKeySynchronized: ({ PrimaryKeyArn }) => ({
    eventName: 'SynchronizeMultiRegionKey',
    KeyArn: PrimaryKeyArn,
    tellsKeyId: true,
    isApiCall: true,
  }),
};

const eventIdOf = (seq: number, part: string | number, of: string): string =>
  uuid(entropy('CloudTrail event', seq, [part, of]));
