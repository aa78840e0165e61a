import type { OperationName } from './constraints.ts';

/**
 * The operations that CloudTrail calls `readOnly`. Cryptography is among them: it changes nothing in KMS.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html
 */
export const READ_ONLY: ReadonlySet<OperationName> = new Set<OperationName>([
  'Decapsulate',
  'Decrypt',
  'DeriveSharedSecret',
  'DescribeCustomKeyStores',
  'DescribeKey',
  'Encapsulate',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GenerateRandom',
  'GetKeyLastUsage',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  'GetParametersForImport',
  'GetPublicKey',
  'ListAliases',
  'ListGrants',
  'ListKeyPolicies',
  'ListKeyRotations',
  'ListKeys',
  'ListResourceTags',
  'ListRetirableGrants',
  'ReEncrypt',
  'Sign',
  'Verify',
  'VerifyMac',
]);
