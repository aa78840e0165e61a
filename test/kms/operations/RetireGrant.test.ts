import { describe, expect, test } from 'vitest';
import { SIMULATED_GRANT_PROPAGATION } from '../../../src/kms/durations.ts';
import { given } from '../given.ts';

const BATCH = 'arn:aws:iam::111122223333:role/batch';
const APP = 'arn:aws:iam::111122223333:role/app';

const withGrant = (more: object = {}) => {
  const g = given('retire');
  const KeyId = g.key();
  const { GrantId, GrantToken } = g.ask('CreateGrant', {
    KeyId,
    GranteePrincipal: BATCH,
    Operations: ['Encrypt'],
    ...more,
  }) as { GrantId: string; GrantToken: string };
  return { g, KeyId, GrantId, GrantToken, use: { KeyId, Plaintext: 'aGVsbG8=' } };
};

describe('RetireGrant', () => {
  test('is for the retiring principal, by token or by key and id', () => {
    const { g, GrantToken } = withGrant({ RetiringPrincipal: APP });
    expect(g.ask('RetireGrant', { GrantToken }, { as: 'app' })).toEqual({});
    const other = withGrant({ RetiringPrincipal: APP });
    other.g.ask('RetireGrant', { KeyId: other.KeyId, GrantId: other.GrantId }, { as: 'app' });
  });

  test('is for the grantee only if the grant says so', () => {
    const { g, GrantToken } = withGrant();
    expect(g.refuse('RetireGrant', { GrantToken }, { as: 'batch' }).__type).toBe('AccessDeniedException');
    const other = withGrant({ Operations: ['Encrypt', 'RetireGrant'] });
    other.g.ask('RetireGrant', { GrantToken: other.GrantToken }, { as: 'batch' });
  });

  test('takes a grant off the list at once, and its traces within minutes', () => {
    const { g, KeyId, GrantToken, use } = withGrant({ RetiringPrincipal: APP });
    g.wait(SIMULATED_GRANT_PROPAGATION);
    g.ask('RetireGrant', { GrantToken }, { as: 'app' });
    expect(g.last.additionalEventData).toEqual({ grantId: Object.keys(g.world.grants)[0] });
    expect(g.ask('ListGrants', { KeyId }).Grants).toEqual([]);
    g.ask('Encrypt', use, { as: 'batch' });
    g.wait(SIMULATED_GRANT_PROPAGATION);
    expect(g.world.grants).toEqual({});
    expect(g.last.happenings).toContainEqual(expect.objectContaining({ what: 'GrantForgotten', KeyArn: KeyId }));
    expect(g.refuse('RetireGrant', { GrantToken }, { as: 'app' }).__type).toBe('NotFoundException');
  });

  test('by id is known to another account too, if the grant was given there', () => {
    const g = given('abroad');
    const KeyId = g.key();
    const { GrantId } = g.ask('CreateGrant', {
      KeyId,
      GranteePrincipal: 'arn:aws:iam::444455556666:role/bi',
      RetiringPrincipal: 'arn:aws:iam::444455556666:role/bi',
      Operations: ['Decrypt'],
    });
    expect(g.refuse('RetireGrant', { KeyId, GrantId }, { as: 'B:other' }).__type).toBe('AccessDeniedException');
    g.ask('RetireGrant', { KeyId, GrantId }, { as: 'B:bi' });
  });

  test.each([
    ['nothing', {}],
    ['a key without grant', { KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }],
    ['a grant without key', { GrantId: 'a'.repeat(64) }],
  ])('needs to know which: %s is not enough', (_, input) => {
    expect(given('which').refuse('RetireGrant', input).__type).toBe('ValidationException');
  });

  test('knows neither a foreign token nor an unknown grant', () => {
    const { g, KeyId } = withGrant();
    expect(g.refuse('RetireGrant', { GrantToken: 'bm9uZQ==' }).__type).toBe('InvalidGrantTokenException');
    expect(g.refuse('RetireGrant', { KeyId, GrantId: 'a'.repeat(64) }).__type).toBe('NotFoundException');
    expect(g.refuse('RetireGrant', { KeyId, GrantId: 'no-grant' }).__type).toBe('InvalidGrantIdException');
  });
});

describe('RevokeGrant', () => {
  test('takes a grant off the list at once, and its permission within minutes', () => {
    const { g, KeyId, GrantId, use } = withGrant();
    g.wait(SIMULATED_GRANT_PROPAGATION);
    g.ask('RevokeGrant', { KeyId, GrantId });
    expect(g.ask('ListGrants', { KeyId }).Grants).toEqual([]);
    expect(g.refuse('RevokeGrant', { KeyId, GrantId }).__type).toBe('NotFoundException');
    g.ask('Encrypt', use, { as: 'batch' });

    g.wait(SIMULATED_GRANT_PROPAGATION);
    expect(g.refuse('Encrypt', use, { as: 'batch' }).__type).toBe('AccessDeniedException');
    expect(g.world.grants).toEqual({});
    expect(g.world.keys[KeyId]).toBeDefined();
  });

  test('of a grant that nobody knew of yet leaves its token working as long', () => {
    const { g, KeyId, GrantId, GrantToken, use } = withGrant();
    g.ask('RevokeGrant', { KeyId, GrantId });
    expect(g.refuse('Encrypt', use, { as: 'batch' }).__type).toBe('AccessDeniedException');
    g.ask('Encrypt', { ...use, GrantTokens: [GrantToken] }, { as: 'batch' });
    g.wait(SIMULATED_GRANT_PROPAGATION);
    const late = g.refuse('Encrypt', { ...use, GrantTokens: [GrantToken] }, { as: 'batch' });
    expect(late.__type).toBe('AccessDeniedException');
  });

  test('works while the key waits for deletion, and the deletion of the key takes its grants along', () => {
    const { g, KeyId, GrantId } = withGrant();
    g.ask('CreateGrant', { KeyId, GranteePrincipal: BATCH, Operations: ['Decrypt'] });
    g.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    g.ask('RevokeGrant', { KeyId, GrantId });
    g.wait(7 * 86_400_000);
    expect(g.world.grants).toEqual({});
  });

  test('is not for a retiring principal', () => {
    const { g, KeyId, GrantId } = withGrant({ RetiringPrincipal: BATCH });
    expect(g.refuse('RevokeGrant', { KeyId, GrantId }, { as: 'batch' }).__type).toBe('AccessDeniedException');
  });
});
