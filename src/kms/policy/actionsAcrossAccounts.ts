/**
 * Lower-case `kms:…` names that work on a key of another account; all others fail there whatever the policies say.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
 */
export const ACTIONS_ACROSS_ACCOUNTS: ReadonlySet<string> = new Set(
  [
    'CreateGrant',
    'Decapsulate',
    'Decrypt',
    'DeriveSharedSecret',
    'DescribeKey',
    'Encapsulate',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateMac',
    'GetKeyRotationStatus',
    'GetPublicKey',
    'ListGrants',
    'ReEncryptFrom',
    'ReEncryptTo',
    'RetireGrant',
    'RevokeGrant',
    'Sign',
    'Verify',
    'VerifyMac',
  ].map((name) => `kms:${name.toLowerCase()}`),
);
