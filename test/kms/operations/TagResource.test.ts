import { describe, expect, test } from 'vitest';
import { given } from '../given.ts';

const tags = (...keys: readonly string[]) => keys.map((TagKey) => ({ TagKey, TagValue: '1' }));
const numbered = (count: number, from = 0) =>
  tags(...Array.from({ length: count }, (_, i) => `k${String(i + from).padStart(2, '0')}`));

const withKey = () => {
  const g = given('tags');
  return { g, KeyId: g.key() };
};

describe('tags', () => {
  test('are added, overwritten and taken away by key', () => {
    const { g, KeyId } = withKey();
    expect(g.ask('TagResource', { KeyId, Tags: tags('a', 'b') })).toEqual({});
    g.ask('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: '2' }] });
    g.ask('UntagResource', { KeyId, TagKeys: ['b', 'never there'] });
    expect(g.ask('ListResourceTags', { KeyId })).toEqual({
      Tags: [{ TagKey: 'a', TagValue: '2' }],
      Truncated: false,
    });
  });

  test('are told apart by case', () => {
    const { g, KeyId } = withKey();
    g.ask('TagResource', { KeyId, Tags: tags('a', 'A') });
    expect(g.world.keys[KeyId]?.Tags).toHaveLength(2);
  });

  test('number fifty at most, counted after the change', () => {
    const { g, KeyId } = withKey();
    g.ask('TagResource', { KeyId, Tags: numbered(50) });
    g.ask('TagResource', { KeyId, Tags: [{ TagKey: 'k00', TagValue: 'new' }] });
    expect(g.refuse('TagResource', { KeyId, Tags: tags('one more') })).toEqual({
      __type: 'TagException',
      message: 'Too many tags',
    });
  });

  test('come in pages', () => {
    const { g, KeyId } = withKey();
    g.ask('TagResource', { KeyId, Tags: numbered(3) });
    const { NextMarker: Marker, ...first } = g.ask('ListResourceTags', { KeyId, Limit: 2 });
    expect(first).toEqual({ Tags: numbered(2), Truncated: true });
    expect(g.ask('ListResourceTags', { KeyId, Limit: 2, Marker })).toEqual({ Tags: numbered(1, 2), Truncated: false });
    expect(g.refuse('ListResourceTags', { KeyId, Limit: 51 }).message).toContain('less than or equal to 50');
  });

  test.each([
    ['the same key twice', tags('a', 'a'), 'Duplicate tag keys'],
    ['AWS’s own prefix', tags('aws:x'), 'Tags beginning with aws: are reserved'],
    ['AWS’s own prefix in capitals', tags('AWS:x'), 'Tags beginning with aws: are reserved'],
  ])('refuse %s', (_, Tags, message) => {
    const { g, KeyId } = withKey();
    expect(g.refuse('TagResource', { KeyId, Tags })).toEqual({ __type: 'TagException', message });
  });

  test('of a key that waits for deletion stay as they are', () => {
    const { g, KeyId } = withKey();
    g.ask('ScheduleKeyDeletion', { KeyId });
    const message = `${KeyId} is pending deletion.`;
    expect(g.refuse('TagResource', { KeyId, Tags: tags('a') }).message).toBe(message);
    expect(g.refuse('UntagResource', { KeyId, TagKeys: ['a'] }).message).toBe(message);
    expect(g.refuse('UpdateKeyDescription', { KeyId, Description: 'x' }).message).toBe(message);
    expect(g.ask('ListResourceTags', { KeyId }).Tags).toEqual([]);
  });

  test('cannot be put on a key by alias', () => {
    const { g, KeyId } = withKey();
    g.ask('CreateAlias', { AliasName: 'alias/x', TargetKeyId: KeyId });
    expect(g.refuse('TagResource', { KeyId: 'alias/x', Tags: tags('a') }).__type).toBe('InvalidArnException');
  });
});

test('a description is replaced, also by nothing', () => {
  const { g, KeyId } = withKey();
  g.ask('UpdateKeyDescription', { KeyId, Description: 'payroll' });
  expect(g.ask('DescribeKey', { KeyId }).KeyMetadata).toMatchObject({ Description: 'payroll' });
  g.ask('UpdateKeyDescription', { KeyId, Description: '' });
  expect(g.ask('DescribeKey', { KeyId }).KeyMetadata).toMatchObject({ Description: '' });
});
