import { describe, expect, test } from 'vitest';
import { given } from '../given.ts';

const BATCH = 'arn:aws:iam::111122223333:role/batch';
const APP = 'arn:aws:iam::111122223333:role/app';

const withGrants = () => {
  const g = given('list');
  const KeyId = g.key();
  const ids = [APP, BATCH, APP].map((GranteePrincipal) => {
    g.wait(1000);
    return g.ask('CreateGrant', {
      KeyId,
      GranteePrincipal,
      RetiringPrincipal: BATCH,
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: { a: '1' } },
    }).GrantId as string;
  });
  return { g, KeyId, ids };
};

const idsOf = ({ Grants }: Readonly<Record<string, unknown>>) =>
  (Grants as { GrantId: string }[]).map(({ GrantId }) => GrantId);

describe('ListGrants', () => {
  test('tells all of a grant but its token', () => {
    const { g, KeyId, ids } = withGrants();
    expect((g.ask('ListGrants', { KeyId, GrantId: ids[0] }).Grants as unknown[])[0]).toEqual({
      KeyId,
      GrantId: ids[0],
      Name: '',
      CreationDate: g.world.now / 1000 - 2,
      GranteePrincipal: APP,
      RetiringPrincipal: BATCH,
      IssuingAccount: 'arn:aws:iam::111122223333:root',
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: { a: '1' } },
    });
  });

  test('can be asked for one grantee', () => {
    const { g, KeyId, ids } = withGrants();
    expect(idsOf(g.ask('ListGrants', { KeyId, GranteePrincipal: APP }))).toEqual([ids[0], ids[2]]);
  });

  test('comes in pages, oldest first', () => {
    const { g, KeyId, ids } = withGrants();
    const first = g.ask('ListGrants', { KeyId, Limit: 2 });
    expect(idsOf(first)).toEqual(ids.slice(0, 2));
    expect(first.Truncated).toBe(true);
    const rest = g.ask('ListGrants', { KeyId, Limit: 2, Marker: first.NextMarker });
    expect(idsOf(rest)).toEqual(ids.slice(2));
    expect(rest.Truncated).toBe(false);
    expect(rest).not.toHaveProperty('NextMarker');
  });

  test('takes a Limit of 100, not of 101', () => {
    const { g, KeyId } = withGrants();
    g.ask('ListGrants', { KeyId, Limit: 100 });
    expect(g.refuse('ListGrants', { KeyId, Limit: 101 }).message).toContain('less than or equal to 100');
    expect(g.refuse('ListGrants', { KeyId, Marker: 'x' }).__type).toBe('InvalidMarkerException');
  });
});

describe('ListRetirableGrants', () => {
  test('finds what a principal of the account may retire, whatever the key', () => {
    const { g, ids } = withGrants();
    const other = g.key();
    g.ask('CreateGrant', { KeyId: other, GranteePrincipal: APP, Operations: ['Decrypt'] });
    expect(idsOf(g.ask('ListRetirableGrants', { RetiringPrincipal: BATCH }))).toEqual(ids);
    expect(idsOf(g.ask('ListRetirableGrants', { RetiringPrincipal: BATCH }, { region: 'eu-west-1' }))).toEqual([]);
  });

  test('needs somebody who retires', () => {
    const { g } = withGrants();
    expect(g.refuse('ListRetirableGrants', {}).__type).toBe('ValidationException');
    const unknown = { RetiringPrincipal: 'arn:aws:iam::111122223333:role/nobody' };
    expect(g.refuse('ListRetirableGrants', unknown).__type).toBe('InvalidArnException');
  });
});
