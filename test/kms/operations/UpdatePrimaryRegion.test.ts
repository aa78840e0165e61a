import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../../src/kms/cloudtrail.ts';
import { SIMULATED_CREATING, SIMULATED_UPDATING } from '../../../src/kms/durations.ts';
import { DAY } from '../../../src/kms/vocabulary.ts';
import { keyStateOf } from '../../../src/kms/world.ts';
import { type Given, given } from '../given.ts';

const OTHER = 'eu-west-1';
const THIRD = 'us-east-1';
const there = { region: OTHER };

const inRegion = (Arn: string, Region: string): string => Arn.replace('ap-northeast-1', Region);

const withFamily = () => {
  const g = given('promotion');
  const KeyId = g.key({ MultiRegion: true });
  for (const ReplicaRegion of [OTHER, THIRD]) g.ask('ReplicateKey', { KeyId, ReplicaRegion });
  g.wait(SIMULATED_CREATING);
  return { g, KeyId, replica: inRegion(KeyId, OTHER), third: inRegion(KeyId, THIRD) };
};

const statesOf = (g: Given) =>
  Object.fromEntries(Object.values(g.world.keys).map((key) => [key.Region, keyStateOf(key)]));

const typeOf = (g: Given, KeyId: string) => {
  const region = KeyId.split(':')[3];
  const { KeyMetadata } = g.ask('DescribeKey', { KeyId }, { region }) as {
    KeyMetadata: { MultiRegionConfiguration: { MultiRegionKeyType: string; PrimaryKey: { Region: string } } };
  };
  const { MultiRegionKeyType, PrimaryKey } = KeyMetadata.MultiRegionConfiguration;
  return [MultiRegionKeyType, PrimaryKey.Region];
};

describe('UpdatePrimaryRegion', () => {
  test('sets both keys Updating, answers nothing, and leaves their cryptography alone', () => {
    const { g, KeyId } = withFamily();
    expect(g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER })).toEqual({});
    expect(statesOf(g)).toEqual({ 'ap-northeast-1': 'Updating', [OTHER]: 'Updating', [THIRD]: 'Enabled' });
    g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' });
    expect(g.refuse('DisableKey', { KeyId }).message).toBe(`${KeyId} is updating.`);
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-2' }).message).toBe(`${KeyId} is updating.`);
  });

  test('changes the roles of the whole family when both are done', () => {
    const { g, KeyId, replica, third } = withFamily();
    g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    g.wait(SIMULATED_UPDATING - 1);
    expect(statesOf(g)[OTHER]).toBe('Updating');
    g.wait(1);
    expect(new Set(Object.values(statesOf(g)))).toEqual(new Set(['Enabled']));
    expect(typeOf(g, KeyId)).toEqual(['REPLICA', OTHER]);
    expect(typeOf(g, replica)).toEqual(['PRIMARY', OTHER]);
    expect(typeOf(g, third)).toEqual(['REPLICA', OTHER]);
    for (const key of Object.values(g.world.keys)) expect(key).not.toHaveProperty('PromotingTo');

    g.ask('ReplicateKey', { KeyId: replica, ReplicaRegion: 'eu-west-2' }, there);
    expect(g.refuse('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-3' }).__type).toBe(
      'UnsupportedOperationException',
    );
  });

  test('takes the automatic rotation along, with its date', () => {
    const { g, KeyId, replica, third } = withFamily();
    g.ask('EnableKeyRotation', { KeyId, RotationPeriodInDays: 100 });
    g.ask('RotateKeyOnDemand', { KeyId });
    const due = g.world.now + 100 * DAY;
    g.wait(40 * DAY);
    g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    g.wait(SIMULATED_UPDATING);
    const status = g.ask('GetKeyRotationStatus', { KeyId: replica }, there);
    expect(status).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 100, NextRotationDate: due / 1000 });
    expect(g.world.keys[replica]?.onDemandRotations).toBe(1);

    g.tell({ clock: { to: due - 1 } });
    expect(g.world.keys[third]?.materials).toHaveLength(2);
    g.wait(1);
    for (const Arn of [KeyId, replica, third]) expect(g.world.keys[Arn]?.materials).toHaveLength(3);
    expect(g.last.happenings.filter(({ what }) => what === 'KeyRotated').at(-1)?.KeyArn).toBe(replica);

    g.ask('DisableKeyRotation', { KeyId: replica }, there);
    expect(g.ask('GetKeyRotationStatus', { KeyId }).KeyRotationEnabled).toBe(false);
    g.wait(400 * DAY);
    expect(g.world.keys[KeyId]?.materials).toHaveLength(3);
  });

  test('and back again leaves the family as it was', () => {
    const { g, KeyId, replica } = withFamily();
    g.ask('EnableKeyRotation', { KeyId });
    const before = g.world.keys;
    g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    g.wait(SIMULATED_UPDATING);
    g.ask('UpdatePrimaryRegion', { KeyId: replica, PrimaryRegion: 'ap-northeast-1' }, there);
    g.wait(SIMULATED_UPDATING);
    expect(g.world.keys).toEqual(before);
  });

  test('lets the old primary be deleted as a replica, while the family lives on', () => {
    const { g, KeyId, replica } = withFamily();
    g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    g.wait(SIMULATED_UPDATING);
    expect(g.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }).KeyState).toBe('PendingDeletion');
    g.wait(7 * DAY);
    expect(g.world.keys[KeyId]).toBeUndefined();
    expect(typeOf(g, replica)).toEqual(['PRIMARY', OTHER]);
  });

  test('may be repeated while it is at work, but not be contradicted', () => {
    const { g, KeyId } = withFamily();
    g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    expect(g.refuse('UpdatePrimaryRegion', { KeyId, PrimaryRegion: THIRD }).message).toBe(`${KeyId} is updating.`);
    g.wait(SIMULATED_UPDATING);
    expect(new Set(Object.values(statesOf(g)))).toEqual(new Set(['Enabled']));
  });
});

describe('UpdatePrimaryRegion refuses', () => {
  test('a key that is no primary', () => {
    const { g, replica } = withFamily();
    expect(g.refuse('UpdatePrimaryRegion', { KeyId: replica, PrimaryRegion: THIRD }, there)).toEqual({
      __type: 'UnsupportedOperationException',
      message: `${replica} is not a multi-region primary key.`,
    });
  });

  test('a Region without replica, and the one where the primary is', () => {
    const { g, KeyId } = withFamily();
    expect(g.refuse('UpdatePrimaryRegion', { KeyId, PrimaryRegion: 'eu-west-2' }).__type).toBe('NotFoundException');
    const here = { KeyId, PrimaryRegion: 'ap-northeast-1' };
    expect(g.refuse('UpdatePrimaryRegion', here).__type).toBe('ValidationException');
  });

  test('keys that are not Enabled, whichever of the two it is', () => {
    const { g, KeyId, replica } = withFamily();
    g.ask('DisableKey', { KeyId: replica }, there);
    const request = { KeyId, PrimaryRegion: OTHER };
    expect(g.refuse('UpdatePrimaryRegion', request)).toEqual({
      __type: 'DisabledException',
      message: `${replica} is disabled.`,
    });
    g.ask('EnableKey', { KeyId: replica }, there);
    g.ask('DisableKey', { KeyId });
    expect(g.refuse('UpdatePrimaryRegion', request).message).toBe(`${KeyId} is disabled.`);
  });

  test('a caller whom the policy of the replica does not let', () => {
    const { g, KeyId, replica } = withFamily();
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          NotAction: 'kms:UpdatePrimaryRegion',
          Resource: '*',
        },
      ],
    });
    g.ask('PutKeyPolicy', { KeyId: replica, Policy }, there);
    const { message } = g.refuse('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
    expect(message).toContain(`kms:UpdatePrimaryRegion on resource: ${replica}`);
  });
});

test('UpdatePrimaryRegion is logged in both Regions', () => {
  const { g, KeyId, replica } = withFamily();
  g.ask('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
  const records = recordsOf([g.last]).filter(({ eventName }) => eventName === 'UpdatePrimaryRegion');
  expect(records.map(({ awsRegion }) => awsRegion)).toEqual(['ap-northeast-1', OTHER]);
  expect(records[1]?.responseElements).toEqual({ keyId: replica });
});
