import { describe, expect, test } from 'vitest';
import { SIMULATED_CREATING } from '../../../src/kms/durations.ts';
import { HOUR, MINUTE } from '../../../src/kms/vocabulary.ts';
import { given } from '../given.ts';

const withKey = () => {
  const g = given('usage');
  const KeyId = g.key({ MultiRegion: true });
  return { g, KeyId, use: () => g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' }) };
};

describe('GetKeyLastUsage', () => {
  test('of a key that nobody used tells its age alone', () => {
    const { g, KeyId } = withKey();
    const born = g.world.now / 1000;
    g.wait(HOUR);
    expect(g.ask('GetKeyLastUsage', { KeyId })).toEqual({
      KeyId: KeyId.split('/')[1],
      TrackingStartDate: born,
      KeyCreationDate: born,
    });
  });

  test('tells a use within the hour, with its place in the log', () => {
    const { g, KeyId, use } = withKey();
    g.wait(10 * MINUTE);
    use();
    const { requestId, eventId, at } = g.last;
    expect(g.ask('GetKeyLastUsage', { KeyId })).not.toHaveProperty('KeyLastUsage');
    g.wait(50 * MINUTE - 1);
    expect(g.ask('GetKeyLastUsage', { KeyId })).not.toHaveProperty('KeyLastUsage');
    g.wait(1);
    expect(g.ask('GetKeyLastUsage', { KeyId }).KeyLastUsage).toEqual({
      Operation: 'Encrypt',
      Timestamp: at / 1000,
      CloudTrailEventId: eventId,
      KmsRequestId: requestId,
    });
  });

  test('keeps telling the last hour’s use while newer ones are on their way', () => {
    const { g, KeyId, use } = withKey();
    use();
    g.wait(MINUTE);
    use();
    const { eventId } = g.last;
    g.wait(HOUR);
    g.ask('GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
    g.ask('GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
    expect(g.ask('GetKeyLastUsage', { KeyId }).KeyLastUsage).toMatchObject({ CloudTrailEventId: eventId });
    g.wait(HOUR);
    expect(g.ask('GetKeyLastUsage', { KeyId }).KeyLastUsage).toMatchObject({ Operation: 'GenerateDataKey' });
  });

  test('counts successful cryptography only', () => {
    const { g, KeyId } = withKey();
    g.ask('DescribeKey', { KeyId });
    g.refuse('Encrypt', { KeyId, Plaintext: 'aGVsbG8=', DryRun: true });
    g.ask('DisableKey', { KeyId });
    g.refuse('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' });
    g.wait(HOUR);
    expect(g.ask('GetKeyLastUsage', { KeyId })).not.toHaveProperty('KeyLastUsage');
  });

  test('is each related key’s own', () => {
    const { g, KeyId, use } = withKey();
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-1' });
    g.wait(SIMULATED_CREATING);
    use();
    g.wait(HOUR);
    const replica = { KeyId: KeyId.split('/')[1] };
    expect(g.ask('GetKeyLastUsage', replica, { region: 'eu-west-1' })).not.toHaveProperty('KeyLastUsage');
    expect(g.ask('GetKeyLastUsage', replica)).toHaveProperty('KeyLastUsage');
  });
});
