import { describe, expect, test } from 'vitest';
import { call } from '../../src/kms/call.ts';
import { type Given, given } from './given.ts';

const MANY = 60;

const metered = (): Given => given('quotas', { stage: { setOptions: { requestQuotas: true } } });

/** How many calls of this kind go through before the first is throttled. */
const until = (g: Given, operation: 'CreateKey', input: object) => {
  for (let count = 0; count < MANY; count += 1) {
    g.tell({ operation, input: { ...input } });
    if (g.last.error?.__type === 'ThrottlingException') return count;
  }
  return MANY;
};

describe('request quotas', () => {
  test('are off unless a world asks for them', () => {
    expect(until(given('off'), 'CreateKey', {})).toBe(MANY);
  });

  test('let five keys a second be made, and one more each 200 ms', () => {
    const g = metered();
    expect(until(g, 'CreateKey', {})).toBe(5);
    expect(g.refuse('CreateKey')).toEqual({
      __type: 'ThrottlingException',
      message: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    });
    g.wait(200);
    expect(until(g, 'CreateKey', {})).toBe(1);
    g.wait(60_000);
    expect(until(g, 'CreateKey', {})).toBe(5);
  });

  test('count each operation, account and Region for itself', () => {
    const g = metered();
    until(g, 'CreateKey', {});
    g.ask('ListKeys');
    g.key({}, { region: 'eu-west-1' });
    g.key({}, { as: 'thief' });
  });

  test('count refused calls too', () => {
    const g = metered();
    const KeyId = g.key();
    for (let i = 0; i < 5; i += 1) g.tell({ operation: 'DisableKey', input: { KeyId }, as: 'leaver' });
    expect(g.refuse('DisableKey', { KeyId }).__type).toBe('ThrottlingException');
  });

  test('take two calls of CreateKey where a replica is made', () => {
    const g = metered();
    const there = { region: 'eu-west-1' };
    const KeyId = g.key({ MultiRegion: true });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-1' });
    for (let i = 0; i < 3; i += 1) g.key({}, there);
    expect(g.refuse('CreateKey', {}, there).__type).toBe('ThrottlingException');
  });

  test('of cryptography are shared by its operations, 20,000 in Tokyo', () => {
    const g = metered();
    const KeyId = g.key();
    const before = g.world;
    const bucket = '111122223333 ap-northeast-1 cryptographic operations, symmetric';
    g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' });
    g.ask('GenerateRandom', { NumberOfBytes: 1 });
    expect(g.world.quotaBuckets?.[bucket]?.left).toBe(19_998);
    const empty = { ...before, quotaBuckets: { [bucket]: { left: 0, at: before.now } } };
    const { entry } = call(empty, { operation: 'GenerateRandom', input: { NumberOfBytes: 1 } });
    expect(entry).toMatchObject({ error: { __type: 'ThrottlingException' } });
  });
});
