import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../../src/kms/cloudtrail.ts';
import { SIMULATED_CREATING } from '../../../src/kms/durations.ts';
import { DAY } from '../../../src/kms/vocabulary.ts';
import { keyStateOf } from '../../../src/kms/world.ts';
import { type Given, given } from '../given.ts';

const OTHER = 'eu-west-1';
const THIRD = 'us-east-1';
const there = { region: OTHER };

const stateOf = (g: Given, Arn: string) => {
  const key = g.world.keys[Arn];
  return key && keyStateOf(key);
};

const inRegion = (Arn: string, Region: string): string => Arn.replace('ap-northeast-1', Region);

const withPrimary = (input: object = {}) => {
  const g = given('replicas');
  const KeyId = g.key({ MultiRegion: true, ...input });
  return { g, KeyId, replica: inRegion(KeyId, OTHER) };
};

const withReplica = (input: object = {}) => {
  const { g, KeyId, replica } = withPrimary(input);
  g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER });
  g.wait(SIMULATED_CREATING);
  return { g, KeyId, replica };
};

describe('the answer of ReplicateKey', () => {
  test('is the metadata of a key that is Creating, with the defaults of CreateKey', () => {
    const { g, KeyId, replica } = withPrimary({ Description: 'primary', Tags: [{ TagKey: 'a', TagValue: '1' }] });
    const answer = g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER });
    expect(answer.ReplicaKeyMetadata).toMatchObject({
      Arn: replica,
      KeyState: 'Creating',
      Enabled: false,
      Description: '',
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'REPLICA',
        PrimaryKey: { Arn: KeyId, Region: 'ap-northeast-1' },
        ReplicaKeys: [{ Arn: replica, Region: OTHER }],
      },
    });
    expect(answer.ReplicaKeyMetadata).not.toHaveProperty('CurrentKeyMaterialId');
    expect(answer.ReplicaTags).toEqual([]);
    expect(JSON.parse(answer.ReplicaPolicy as string).Id).toBe('key-default-1');
  });

  test('shows the tags and the description that were sent along', () => {
    const { g, KeyId, replica } = withPrimary();
    const Tags = [{ TagKey: 'dept', TagValue: 'hr' }];
    const answer = g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER, Tags, Description: 'here' });
    expect(answer.ReplicaTags).toEqual(Tags);
    expect(g.world.keys[replica]).toMatchObject({ Tags, Description: 'here' });
  });
});

describe('a replica', () => {
  test('cannot be used while it is Creating, and then opens what its primary sealed', () => {
    const { g, KeyId, replica } = withPrimary();
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER });
    expect(g.refuse('Decrypt', { CiphertextBlob }, there)).toEqual({
      __type: 'KMSInvalidStateException',
      message: `${replica} is creating.`,
    });
    g.wait(SIMULATED_CREATING);
    expect(g.last.happenings).toContainEqual(
      expect.objectContaining({ what: 'MultiRegionKeySynchronized', KeyArn: replica }),
    );
    expect(g.ask('Decrypt', { CiphertextBlob }, there)).toMatchObject({ Plaintext: 'aGVsbG8=', KeyId: replica });
  });

  test('holds the materials from before it was made too', () => {
    const { g, KeyId } = withPrimary();
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' });
    g.ask('RotateKeyOnDemand', { KeyId });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER });
    g.wait(SIMULATED_CREATING);
    expect(g.ask('Decrypt', { CiphertextBlob }, there).Plaintext).toBe('aGVsbG8=');
  });

  test('of an EXTERNAL key waits for its own import', () => {
    const { g, KeyId, replica } = withPrimary({ Origin: 'EXTERNAL' });
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: OTHER }).message).toBe(`${KeyId} is pending import.`);
    // As if material had been imported.
    const key = g.world.keys[KeyId];
    if (!key) throw new Error('no primary');
    const materials = [
      {
        KeyMaterialId: 'a'.repeat(64),
        bytes: 'AA==',
        KeyMaterialState: 'CURRENT' as const,
        KeyMaterialDescription: 'mine',
      },
    ];
    const life = { ...key.life, value: { ...(key.life.value as object), KeyState: 'Enabled' } };
    Object.assign(g.world, { keys: { ...g.world.keys, [KeyId]: { ...key, materials, life } } });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER });
    expect(g.world.keys[replica]?.materials).toEqual([
      { KeyMaterialId: 'a'.repeat(64), KeyMaterialState: 'CURRENT', KeyMaterialDescription: 'mine' },
    ]);
    g.wait(SIMULATED_CREATING);
    expect(stateOf(g, replica)).toBe('PendingImport');
  });

  test('keeps its own state, policy, description and aliases', () => {
    const { g, KeyId, replica } = withReplica();
    g.ask('DisableKey', { KeyId });
    g.ask('UpdateKeyDescription', { KeyId, Description: 'asleep' });
    g.ask('CreateAlias', { AliasName: 'alias/family', TargetKeyId: KeyId });
    expect(stateOf(g, replica)).toBe('Enabled');
    expect(g.world.keys[replica]?.Description).toBe('');
    g.ask('CreateAlias', { AliasName: 'alias/family', TargetKeyId: replica }, there);
  });

  test('gets a new material before its primary does', () => {
    const { g, KeyId, replica } = withReplica();
    g.ask('RotateKeyOnDemand', { KeyId });
    const rotated = g.last.happenings.filter(({ what }) => what === 'KeyRotated').map(({ KeyArn }) => KeyArn);
    expect(rotated).toEqual([replica, KeyId]);
    expect(g.world.keys[replica]?.materials).toEqual(g.world.keys[KeyId]?.materials);
  });

  test('shows the rotation of its primary, and cannot change it', () => {
    const { g, KeyId, replica } = withReplica();
    g.ask('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    expect(g.ask('GetKeyRotationStatus', { KeyId: replica }, there).KeyRotationEnabled).toBe(true);
    expect(g.refuse('DisableKeyRotation', { KeyId: replica }, there).__type).toBe('UnsupportedOperationException');
    g.wait(90 * DAY);
    expect(g.world.keys[replica]?.materials).toHaveLength(2);
  });
});

describe('ReplicateKey refuses', () => {
  test('a replica and a single-Region key, as recorded from AWS', () => {
    const { g, replica } = withReplica();
    expect(g.refuse('ReplicateKey', { KeyId: replica, ReplicaRegion: THIRD }, there)).toEqual({
      __type: 'UnsupportedOperationException',
      message: `${replica} is not a multi-region primary key.`,
    });
    const single = g.key();
    expect(g.refuse('ReplicateKey', { KeyId: single, ReplicaRegion: OTHER }).message).toBe(
      `${single} is not a multi-region primary key.`,
    );
  });

  test('a Region that has a related key, even one that waits for deletion', () => {
    const { g, KeyId, replica } = withReplica();
    const again = { KeyId, ReplicaRegion: OTHER };
    expect(g.refuse('ReplicateKey', again).__type).toBe('AlreadyExistsException');
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: 'ap-northeast-1' }).__type).toBe('AlreadyExistsException');
    g.ask('ScheduleKeyDeletion', { KeyId: replica, PendingWindowInDays: 7 }, there);
    expect(g.refuse('ReplicateKey', again).__type).toBe('AlreadyExistsException');
    g.wait(7 * DAY);
    g.ask('ReplicateKey', again);
  });

  test('a Region that is none, and one that does not answer', () => {
    const { g, KeyId } = withPrimary();
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: 'ap-northeast-9' }).__type).toBe('ValidationException');
    g.tell({ stage: { setOutages: [OTHER] } });
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: OTHER }).__type).toBe('KMSInternalException');
  });

  test('a caller who may not create keys in the Region of the replica', () => {
    const { g, KeyId } = withPrimary();
    g.tell({
      stage: {
        putPrincipal: {
          Arn: 'arn:aws:iam::111122223333:role/copier',
          AccountId: '111122223333',
          name: 'copier',
          kind: 'role',
          policies: [
            {
              name: 'Copy',
              document: JSON.stringify({
                Version: '2012-10-17',
                Statement: [
                  { Effect: 'Allow', Action: 'kms:ReplicateKey', Resource: '*' },
                  {
                    Effect: 'Allow',
                    Action: 'kms:CreateKey',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:RequestedRegion': OTHER } },
                  },
                ],
              }),
            },
          ],
        },
      },
    });
    const as = { as: 'copier' };
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: THIRD }, as).__type).toBe('AccessDeniedException');
    const Tags = [{ TagKey: 'a', TagValue: '1' }];
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: OTHER, Tags }, as).message).toContain('kms:TagResource');
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER }, as);
  });

  test('a policy that would lock the caller out', () => {
    const { g, KeyId } = withPrimary();
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    });
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: OTHER, Policy }).message).toBe(
      'The new key policy will not allow you to update the key policy in the future.',
    );
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER, Policy, BypassPolicyLockoutSafetyCheck: true });
  });
});

describe('a primary that is to be deleted', () => {
  test('waits for its last replica, and its own waiting period begins only then', () => {
    const { g, KeyId, replica } = withReplica();
    const third = inRegion(KeyId, THIRD);
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: THIRD });
    g.wait(SIMULATED_CREATING);

    const answer = g.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 10 });
    expect(answer).toEqual({ KeyId, KeyState: 'PendingReplicaDeletion', PendingWindowInDays: 10 });
    g.ask('ScheduleKeyDeletion', { KeyId: replica, PendingWindowInDays: 7 }, there);
    g.wait(20 * DAY);
    expect(g.world.keys[replica]).toBeUndefined();
    expect(stateOf(g, KeyId)).toBe('PendingReplicaDeletion');

    g.ask('ScheduleKeyDeletion', { KeyId: third, PendingWindowInDays: 7 }, { region: THIRD });
    g.wait(7 * DAY);
    expect(stateOf(g, KeyId)).toBe('PendingDeletion');
    const { KeyMetadata } = g.ask('DescribeKey', { KeyId }) as { KeyMetadata: { DeletionDate: number } };
    expect(KeyMetadata.DeletionDate * 1000).toBe(g.world.now + 10 * DAY);
    g.wait(10 * DAY - 1);
    expect(stateOf(g, KeyId)).toBe('PendingDeletion');
    g.wait(1);
    expect(g.world.keys[KeyId]).toBeUndefined();
  });

  test('comes to the same end when the clock jumps over all of it', () => {
    const { g, KeyId, replica } = withReplica();
    g.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 10 });
    g.ask('ScheduleKeyDeletion', { KeyId: replica, PendingWindowInDays: 7 }, there);
    const start = g.world.now;
    g.wait(365 * DAY);
    expect(g.world.deletedKeys).toEqual({ [replica]: start + 7 * DAY, [KeyId]: start + 17 * DAY });
  });
});

test('ReplicateKey is logged in its Region, and CreateKey in that of the replica', () => {
  const { g, KeyId, replica } = withPrimary();
  g.ask('ReplicateKey', { KeyId, ReplicaRegion: OTHER });
  const [first, second] = recordsOf([g.last]);
  expect(first).toMatchObject({ eventName: 'ReplicateKey', awsRegion: 'ap-northeast-1', readOnly: false });
  expect(second).toMatchObject({
    eventName: 'CreateKey',
    awsRegion: OTHER,
    requestParameters: { multiRegion: true, keySpec: 'SYMMETRIC_DEFAULT' },
    responseElements: { keyMetadata: { keyState: 'Creating' } },
    resources: [{ ARN: replica }],
  });
  expect(second?.requestParameters).not.toHaveProperty('keyId');
  expect(second?.eventID).not.toBe(first?.eventID);
});
