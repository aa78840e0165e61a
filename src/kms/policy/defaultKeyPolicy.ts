/**
 * The key policies that AWS writes when nobody else does.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html; the API's was recorded on AWS.
 */
import type { PolicyDocument, PolicyStatement } from './types.ts';

const oneOrMore = (arns: readonly string[]): string | readonly string[] => (arns.length === 1 ? (arns[0] ?? []) : arns);

/** Hands the decision over the key to the account's IAM. @param account 12 digits */
export const accountStatement = (account: string, partition = 'aws'): PolicyStatement => ({
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: `arn:${partition}:iam::${account}:root` },
  Action: 'kms:*',
  Resource: '*',
});

/** What CreateKey attaches when the request has no Policy. */
export const apiDefaultKeyPolicy = (account: string, partition = 'aws'): PolicyDocument => ({
  Version: '2012-10-17',
  Id: 'key-default-1',
  Statement: [accountStatement(account, partition)],
});

export type ConsoleKeyType = 'symmetric' | 'hmac' | 'asymmetricEncryption' | 'signing' | 'keyAgreement';

export interface ConsoleKeyPolicyChoices {
  /** 12 digits. */
  readonly account: string;
  readonly partition?: string;
  readonly keyType: ConsoleKeyType;
  readonly administrators: readonly string[];
  /** The box «Allow key administrators to delete this key». Default true, as in the console. */
  readonly administratorsMayDelete?: boolean;
  /** ARNs of users and roles; root ARNs for other accounts. */
  readonly users: readonly string[];
  readonly external?: boolean;
  readonly multiRegion?: boolean;
}

const USES: Readonly<Record<ConsoleKeyType, readonly string[]>> = {
  symmetric: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  hmac: ['kms:DescribeKey', 'kms:GenerateMac', 'kms:VerifyMac'],
  asymmetricEncryption: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:DescribeKey', 'kms:GetPublicKey'],
  signing: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Verify'],
  keyAgreement: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:DeriveSharedSecret'],
};

function administratorActions({
  administratorsMayDelete = true,
  external,
  multiRegion,
}: ConsoleKeyPolicyChoices): readonly string[] {
  return [
    ...[
      'Create*',
      'Describe*',
      'Enable*',
      'List*',
      'Put*',
      'Update*',
      'Revoke*',
      'Disable*',
      'Get*',
      'Delete*',
      'TagResource',
      'UntagResource',
    ],
    // Delete* does not reach these two.
    ...(administratorsMayDelete ? ['ScheduleKeyDeletion', 'CancelKeyDeletion'] : []),
    'RotateKeyOnDemand',
    ...(external ? ['ImportKeyMaterial'] : []),
    ...(multiRegion ? ['ReplicateKey', 'UpdatePrimaryRegion'] : []),
  ].map((name) => `kms:${name}`);
}

/** What the console's wizard writes. */
export function consoleKeyPolicy(choices: ConsoleKeyPolicyChoices): PolicyDocument {
  const { account, partition, administrators, users, keyType } = choices;
  const statements: PolicyStatement[] = [accountStatement(account, partition)];
  if (administrators.length > 0) {
    statements.push({
      Sid: 'Allow access for Key Administrators',
      Effect: 'Allow',
      Principal: { AWS: oneOrMore(administrators) },
      Action: administratorActions(choices),
      Resource: '*',
    });
  }
  if (users.length > 0) {
    statements.push(
      {
        Sid: 'Allow use of the key',
        Effect: 'Allow',
        Principal: { AWS: oneOrMore(users) },
        Action: USES[keyType],
        Resource: '*',
      },
      {
        Sid: 'Allow attachment of persistent resources',
        Effect: 'Allow',
        Principal: { AWS: oneOrMore(users) },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': true } },
      },
    );
  }
  return { Version: '2012-10-17', Id: 'key-consolepolicy-3', Statement: statements };
}
