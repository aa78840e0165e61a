/**
 * Puts an answer into the shape that the CLI prints: members in the order of the API model, members it does not know left out,
 * dates as ISO 8601 text.
 */
import { isoText } from './instant.ts';
import type { CliOperation } from './service.ts';

const KEY_METADATA = [
  'AWSAccountId',
  'KeyId',
  'Arn',
  'CreationDate',
  'Enabled',
  'Description',
  'KeyUsage',
  'KeyState',
  'DeletionDate',
  'ValidTo',
  'Origin',
  'CustomKeyStoreId',
  'CloudHsmClusterId',
  'ExpirationModel',
  'KeyManager',
  'CustomerMasterKeySpec',
  'KeySpec',
  'EncryptionAlgorithms',
  'SigningAlgorithms',
  'KeyAgreementAlgorithms',
  'EncapsulationAlgorithms',
  'MultiRegion',
  'MultiRegionConfiguration',
  'PendingDeletionWindowInDays',
  'MacAlgorithms',
  'XksKeyConfiguration',
  'CurrentKeyMaterialId',
];
const TAG = ['TagKey', 'TagValue'];
const MULTI_REGION_KEY = ['Arn', 'Region'];

/** The members of each structure inside an answer, by the member that holds it. */
const NESTED: { readonly [member: string]: readonly string[] } = {
  KeyMetadata: KEY_METADATA,
  ReplicaKeyMetadata: KEY_METADATA,
  MultiRegionConfiguration: ['MultiRegionKeyType', 'PrimaryKey', 'ReplicaKeys'],
  PrimaryKey: MULTI_REGION_KEY,
  ReplicaKeys: MULTI_REGION_KEY,
  XksKeyConfiguration: ['Id'],
  CustomKeyStores: [
    'CustomKeyStoreId',
    'CustomKeyStoreName',
    'CloudHsmClusterId',
    'TrustAnchorCertificate',
    'ConnectionState',
    'ConnectionErrorCode',
    'CreationDate',
    'CustomKeyStoreType',
    'XksProxyConfiguration',
  ],
  XksProxyConfiguration: [
    'Connectivity',
    'AccessKeyId',
    'UriEndpoint',
    'UriPath',
    'VpcEndpointServiceName',
    'VpcEndpointServiceOwner',
  ],
  KeyLastUsage: ['Operation', 'Timestamp', 'CloudTrailEventId', 'KmsRequestId'],
  Aliases: ['AliasName', 'AliasArn', 'TargetKeyId', 'CreationDate', 'LastUpdatedDate'],
  Grants: [
    'KeyId',
    'GrantId',
    'Name',
    'CreationDate',
    'GranteePrincipal',
    'RetiringPrincipal',
    'IssuingAccount',
    'Operations',
    'Constraints',
    'GranteeServicePrincipal',
    'RetiringServicePrincipal',
  ],
  Constraints: ['EncryptionContextSubset', 'EncryptionContextEquals', 'SourceArn'],
  Rotations: [
    'KeyId',
    'KeyMaterialId',
    'KeyMaterialDescription',
    'ImportState',
    'KeyMaterialState',
    'ExpirationModel',
    'ValidTo',
    'RotationDate',
    'RotationType',
  ],
  Keys: ['KeyId', 'KeyArn'],
  Tags: TAG,
  ReplicaTags: TAG,
  Events: [
    'EventId',
    'EventName',
    'ReadOnly',
    'AccessKeyId',
    'EventTime',
    'EventSource',
    'Username',
    'Resources',
    'CloudTrailEvent',
  ],
  Resources: ['ResourceType', 'ResourceName'],
  matches: ['eventNumber', 'eventMessage', 'extractedValues'],
};

const DATES = new Set([
  'CreationDate',
  'DeletionDate',
  'EventTime',
  'KeyCreationDate',
  'LastUpdatedDate',
  'NextRotationDate',
  'OnDemandRotationStartDate',
  'ParametersValidTo',
  'RotationDate',
  'Timestamp',
  'TrackingStartDate',
  'ValidTo',
]);

export type Answer = { readonly [member: string]: unknown };

export const arrangeAnswer = ({ output }: CliOperation, answer: Answer): Answer => arrange(answer, output) as Answer;

const arrange = (value: unknown, members: readonly string[] | undefined): unknown => {
  if (Array.isArray(value)) return value.map((item) => arrange(item, members));
  if (typeof value !== 'object' || value === null || members === undefined) return value;
  const record = value as Answer;
  return Object.fromEntries(
    members
      .filter((member) => Object.hasOwn(record, member) && record[member] !== null && record[member] !== undefined)
      .map((member) => [member, print(member, record[member])]),
  );
};

const print = (member: string, value: unknown): unknown =>
  DATES.has(member) && typeof value === 'number' ? isoText(value) : arrange(value, NESTED[member]);
