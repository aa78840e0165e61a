import type { Principal } from './world.ts';

/**
 * The people of the notebook: who they are and what IAM allows them, before a chapter or an exercise changes it.
 * A, 111122223333, owns the keys; B, 444455556666, is a partner; C, 777788889999, is a stranger.
 */
const A = '111122223333';
const B = '444455556666';
const C = '777788889999';

const allow = (...Action: readonly string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

const role = (name: string, AccountId: string, ...policies: Principal['policies']): Principal => ({
  Arn: `arn:aws:iam::${AccountId}:role/${name}`,
  AccountId,
  name: AccountId === B ? `B:${name}` : name,
  kind: 'role',
  policies,
});

const user = (name: string, AccountId: string, ...policies: Principal['policies']): Principal => ({
  Arn: `arn:aws:iam::${AccountId}:user/${name}`,
  AccountId,
  name,
  kind: 'user',
  policies,
});

const CRYPTOGRAPHIC_USE = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
] as const;

const KEY_ADMINISTRATION = [
  'kms:Create*',
  'kms:Describe*',
  'kms:Enable*',
  'kms:List*',
  'kms:Put*',
  'kms:Update*',
  'kms:Revoke*',
  'kms:Disable*',
  'kms:Get*',
  'kms:Delete*',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:ScheduleKeyDeletion',
  'kms:CancelKeyDeletion',
  'kms:RotateKeyOnDemand',
  'kms:ImportKeyMaterial',
  'kms:ReplicateKey',
] as const;

const ALL: readonly Principal[] = [
  { Arn: `arn:aws:iam::${A}:root`, AccountId: A, name: 'root', kind: 'root', policies: [] },
  user('admin', A, { name: 'AdministratorAccess', document: allow('*') }),
  role('keyadmin', A, { name: 'KeyAdministration', document: allow(...KEY_ADMINISTRATION) }),
  role('app', A, {
    name: 'UseKeys',
    document: allow(...CRYPTOGRAPHIC_USE, 's3:GetObject', 's3:PutObject'),
  }),
  role('maker', A, { name: 'MakeSealedDataKeys', document: allow('kms:GenerateDataKeyWithoutPlaintext') }),
  role('writer', A, { name: 'OpenDataKeys', document: allow('kms:Decrypt') }),
  role('batch', A),
  role('auditor', A, {
    name: 'ReadOnly',
    document: allow('kms:Describe*', 'kms:Get*', 'kms:List*', 'cloudtrail:LookupEvents', 'logs:Get*', 'logs:Filter*'),
  }),
  user('leaver', A),
  { Arn: `arn:aws:iam::${B}:root`, AccountId: B, name: 'B:root', kind: 'root', policies: [] },
  role('bi', B),
  role('other', B),
  user('thief', C, { name: 'AdministratorAccess', document: allow('*') }),
];

export const DEFAULT_PRINCIPALS: Readonly<Record<string, Principal>> = Object.fromEntries(
  ALL.map((principal) => [principal.Arn, principal]),
);
