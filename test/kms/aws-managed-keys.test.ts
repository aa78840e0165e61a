import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/kms/vocabulary.ts';
import { given } from './given.ts';

const S3 = 'alias/aws/s3';
const viaS3 = { as: 'app', via: 's3' };

const withS3Key = () => {
  const g = given('aws/s3');
  const { KeyMetadata } = g.ask('DescribeKey', { KeyId: S3 }) as { KeyMetadata: { Arn: string; KeyId: string } };
  return { g, ...KeyMetadata };
};

type Aliases = { Aliases: { AliasName: string; TargetKeyId?: string; CreationDate?: number }[] };

describe('an AWS managed key', () => {
  test('is made when somebody first needs it, and only once', () => {
    const { g, Arn } = withS3Key();
    expect(g.last.happenings).toContainEqual(
      expect.objectContaining({ what: 'AwsManagedKeyCreated', AliasName: S3, KeyArn: Arn }),
    );
    expect(g.ask('DescribeKey', { KeyId: S3 }).KeyMetadata).toMatchObject({
      Arn,
      KeyManager: 'AWS',
      MultiRegion: false,
    });
    expect(g.last.happenings).toEqual([]);
    const alias = `arn:aws:kms:ap-northeast-1:111122223333:${S3}`;
    expect(g.ask('DescribeKey', { KeyId: alias }).KeyMetadata).toMatchObject({ Arn });
  });

  test('comes with the first object that S3 encrypts', () => {
    const g = given('put');
    g.ask('GenerateDataKey', { KeyId: S3, KeySpec: 'AES_256' }, viaS3);
    expect(Object.values(g.world.keys)).toHaveLength(1);
  });

  test('is another one in each account and Region', () => {
    const { g } = withS3Key();
    g.ask('DescribeKey', { KeyId: S3 }, { region: 'eu-west-1' });
    g.ask('DescribeKey', { KeyId: S3 }, { as: 'thief' });
    expect(new Set(Object.values(g.world.keys).map(({ Arn }) => Arn)).size).toBe(3);
  });

  test('is not made by a request that is refused', () => {
    const g = given('refused');
    expect(g.refuse('DescribeKey', { KeyId: S3 }, { as: 'leaver' }).__type).toBe('AccessDeniedException');
    expect(g.refuse('Encrypt', { KeyId: S3, Plaintext: 'aGVsbG8=' }).__type).toBe('AccessDeniedException');
    expect(g.refuse('DisableKey', { KeyId: S3 }).__type).toBe('InvalidArnException');
    expect(g.refuse('DescribeKey', { KeyId: 'alias/aws/nothing' }).__type).toBe('NotFoundException');
  });

  test('works through its service alone', () => {
    const { g } = withS3Key();
    const use = { KeyId: S3, KeySpec: 'AES_256' };
    g.ask('GenerateDataKey', use, viaS3);
    expect(g.refuse('GenerateDataKey', use).__type).toBe('AccessDeniedException');
    expect(g.refuse('GenerateDataKey', use, { via: 'ec2' }).__type).toBe('AccessDeniedException');
  });

  test.each([
    ['DisableKey', {}],
    ['ScheduleKeyDeletion', { PendingWindowInDays: 7 }],
    ['PutKeyPolicy', { Policy: '{}' }],
    ['EnableKeyRotation', {}],
    ['DisableKeyRotation', {}],
    ['RotateKeyOnDemand', {}],
    ['TagResource', { Tags: [{ TagKey: 'a', TagValue: '1' }] }],
    ['UpdateKeyDescription', { Description: 'mine' }],
    ['CreateGrant', { GranteePrincipal: 'arn:aws:iam::111122223333:role/app', Operations: ['Decrypt'] }],
  ] as const)('refuses %s even to administrators and to the root user', (operation, input) => {
    const { g, KeyId, Arn } = withS3Key();
    expect(g.refuse(operation, { KeyId, ...input })).toEqual({
      __type: 'AccessDeniedException',
      message: `User: arn:aws:iam::111122223333:user/admin is not authorized to perform: kms:${operation} on resource: ${Arn} because no resource-based policy allows the kms:${operation} action`,
    });
    expect(g.refuse(operation, { KeyId, ...input }, { as: 'root' }).__type).toBe('AccessDeniedException');
  });

  test('may be looked at: its policy, its tags, its rotation', () => {
    const { g, KeyId } = withS3Key();
    expect(g.ask('GetKeyPolicy', { KeyId }).Policy).toContain('s3.ap-northeast-1.amazonaws.com');
    expect(g.ask('ListResourceTags', { KeyId }).Tags).toEqual([]);
    expect(g.ask('ListGrants', { KeyId }).Grants).toEqual([]);
    expect(g.ask('GetKeyRotationStatus', { KeyId })).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
    });
  });

  test('rotates each year from its birth', () => {
    const { g, Arn } = withS3Key();
    g.wait(365 * DAY - 1);
    expect(g.world.keys[Arn]?.materials).toHaveLength(1);
    g.wait(1);
    expect(g.world.keys[Arn]?.materials).toHaveLength(2);
    g.wait(365 * DAY);
    expect(g.world.keys[Arn]?.materials).toHaveLength(3);
  });
});

describe('predefined aliases', () => {
  test('are listed without a key until they have one', () => {
    const g = given('aliases');
    const ofS3 = () => (g.ask('ListAliases') as Aliases).Aliases.find(({ AliasName }) => AliasName === S3);
    expect(ofS3()).toEqual({ AliasName: S3, AliasArn: `arn:aws:kms:ap-northeast-1:111122223333:${S3}` });
    const { KeyMetadata } = g.ask('DescribeKey', { KeyId: S3 }) as { KeyMetadata: { KeyId: string } };
    expect(ofS3()).toMatchObject({ TargetKeyId: KeyMetadata.KeyId });
    const ofKey = g.ask('ListAliases', { KeyId: KeyMetadata.KeyId }) as Aliases;
    expect(ofKey.Aliases.map(({ AliasName }) => AliasName)).toEqual([S3]);
  });

  test('belong to AWS', () => {
    const { g, KeyId } = withS3Key();
    const own = g.key();
    expect(g.refuse('CreateAlias', { AliasName: 'alias/aws/mine', TargetKeyId: own }).__type).toBe(
      'InvalidAliasNameException',
    );
    expect(g.refuse('UpdateAlias', { AliasName: S3, TargetKeyId: own }).__type).toBe('InvalidAliasNameException');
    expect(g.refuse('DeleteAlias', { AliasName: S3 }).__type).toBe('InvalidAliasNameException');
    expect(g.refuse('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: KeyId }).__type).toBe(
      'AccessDeniedException',
    );
  });
});
