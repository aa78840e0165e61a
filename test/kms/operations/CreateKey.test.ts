import { describe, expect, test } from 'vitest';
import { KEYS_PER_REGION, keyQuotaProblem } from '../../../src/kms/resource-quotas.ts';
import type { KeyRecord } from '../../../src/kms/world.ts';
import { given } from '../given.ts';

const creator = (...Action: readonly string[]) => ({
  stage: {
    putPrincipal: {
      Arn: 'arn:aws:iam::111122223333:role/creator',
      AccountId: '111122223333',
      name: 'creator',
      kind: 'role' as const,
      policies: [
        {
          name: 'Create',
          document: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }),
        },
      ],
    },
  },
});

const Tags = [{ TagKey: 'a', TagValue: '1' }];

describe('CreateKey', () => {
  test('with tags needs kms:TagResource besides', () => {
    const g = given('tagged', creator('kms:CreateKey'));
    g.ask('CreateKey', {}, { as: 'creator' });
    expect(g.refuse('CreateKey', { Tags }, { as: 'creator' }).message).toContain('kms:TagResource');
    const h = given('tagged', creator('kms:CreateKey', 'kms:TagResource'));
    h.ask('CreateKey', { Tags }, { as: 'creator' });
  });

  test('stops at 100,000 keys of the customer in an account and Region', () => {
    const g = given('quota');
    const Arn = g.key();
    const key = g.world.keys[Arn] as KeyRecord;
    const many = (count: number, more: Partial<KeyRecord> = {}) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, { ...key, ...more }]));
    const problem = (keys: Readonly<Record<string, KeyRecord>>) =>
      keyQuotaProblem({ ...g.world, keys }, '111122223333', 'ap-northeast-1');
    expect(problem(many(KEYS_PER_REGION - 1))).toBeUndefined();
    expect(problem(many(KEYS_PER_REGION))?.error.__type).toBe('LimitExceededException');
    expect(problem(many(KEYS_PER_REGION, { KeyManager: 'AWS' }))).toBeUndefined();
    expect(problem(many(KEYS_PER_REGION, { Region: 'eu-west-1' }))).toBeUndefined();
  });
});
