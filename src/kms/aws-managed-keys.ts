import { aliasArn, parseKeyName } from './arn.ts';
import type { ApiCall } from './command.ts';
import { AWS_MANAGED_ROTATION_DAYS } from './durations.ts';
import type { Entropy } from './entropy.ts';
import type { Happening } from './happening.ts';
import { bornKey } from './key-birth.ts';
import { keyLife } from './key-life.ts';
import type { Scope } from './operations/define.ts';
import { PREDEFINED_ALIASES, type PredefinedAlias } from './predefined-aliases.ts';
import type { OperationName } from './vocabulary.ts';
import { type KeyRecord, type PolicyText, put, type World } from './world.ts';

/**
 * The policy that the service sets and nobody can change: everybody in the account may use the key, but only through the
 * service; directly the account may look and no more. That is all that refuses management: KMS was seen to answer with
 * AccessDeniedException, "because no resource-based policy allows" it. The statements' names are ours.
 */
export const awsManagedKeyPolicy = (
  { AliasName, service, usesGrants }: PredefinedAlias,
  AccountId: string,
  Region: string,
): PolicyText =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: `auto-${AliasName.slice('alias/aws/'.length)}-1`,
    Statement: [
      {
        Sid: 'Use through the service',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
          ...(usesGrants ? ['kms:CreateGrant'] : []),
          'kms:DescribeKey',
        ],
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:CallerAccount': AccountId, 'kms:ViaService': `${service}.${Region}.amazonaws.com` },
        },
      },
      {
        Sid: 'Read directly',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${AccountId}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', ...(usesGrants ? ['kms:RevokeGrant'] : [])],
        Resource: '*',
      },
    ],
  });

export interface Prepared {
  readonly world: World;
  readonly happenings: readonly Happening[];
}

/**
 * The world in which a request is answered: with the AWS managed key that it names by a predefined alias, if there was
 * none yet. It comes to stay only if the request succeeds.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html#KMS-DescribeKey-request-KeyId
 */
export const withAwsManagedKey = (scope: Scope, command: ApiCall, random: Entropy): Prepared => {
  const { world, Region, caller } = scope;
  const predefined = predefinedAliasIn(command, scope);
  if (!predefined) return { world, happenings: [] };
  const { AliasName } = predefined;
  const AliasArn = aliasArn(Region, caller.AccountId, AliasName);
  const key = bornAwsManagedKey(predefined, caller.AccountId, Region, world.now, random);
  return {
    world: {
      ...world,
      keys: put(world.keys, key.Arn, key),
      aliases: put(world.aliases, AliasArn, {
        AliasName,
        AliasArn,
        TargetKeyArn: key.Arn,
        CreationDate: world.now,
        LastUpdatedDate: world.now,
      }),
    },
    happenings: [{ at: world.now, KeyArn: key.Arn, what: 'AwsManagedKeyCreated', AliasName }],
  };
};

const KEY_PARAMETERS = ['KeyId', 'SourceKeyId', 'DestinationKeyId'];

/** The operations that take an alias for a key; model/operation-facts.ts has them with the rest. */
export const BY_ALIAS: ReadonlySet<OperationName> = new Set<OperationName>([
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
  'GetPublicKey',
  'ReEncrypt',
  'Sign',
  'Verify',
  'VerifyMac',
]);

const predefinedAliasIn = ({ operation, input }: ApiCall, scope: Scope): PredefinedAlias | undefined => {
  const { world, Region, caller } = scope;
  if (!BY_ALIAS.has(operation)) return undefined;
  for (const parameter of KEY_PARAMETERS) {
    const text = input[parameter];
    if (typeof text !== 'string' || !text.includes('alias/aws/')) continue;
    const named = PREDEFINED_ALIASES.find(({ AliasName }) => isName(text, AliasName, scope));
    if (named && !(aliasArn(Region, caller.AccountId, named.AliasName) in world.aliases)) return named;
  }
  return undefined;
};

const isName = (text: string, AliasName: string, { Region, caller }: Scope): boolean => {
  const name = parseKeyName(text);
  return name.form === 'alias' ? name.AliasName === AliasName : text === aliasArn(Region, caller.AccountId, AliasName);
};

const bornAwsManagedKey = (
  predefined: PredefinedAlias,
  AccountId: string,
  Region: string,
  now: number,
  random: Entropy,
): KeyRecord => {
  const key = bornKey(
    {
      AWSAccountId: AccountId,
      Region,
      Description: `Default key that protects my ${predefined.protects} when no other key is defined`,
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeySpec: 'SYMMETRIC_DEFAULT',
      Origin: 'AWS_KMS',
      KeyManager: 'AWS',
      MultiRegion: false,
      Policy: awsManagedKeyPolicy(predefined, AccountId, Region),
      Tags: [],
    },
    now,
    random,
    undefined,
  );
  const rotates = { type: 'EnableKeyRotation', RotationPeriodInDays: AWS_MANAGED_ROTATION_DAYS } as const;
  return { ...key, life: keyLife.step(key.life, rotates, now).life };
};
