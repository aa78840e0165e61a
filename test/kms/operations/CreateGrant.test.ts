import { describe, expect, test } from 'vitest';
import { SIMULATED_GRANT_PROPAGATION } from '../../../src/kms/durations.ts';
import { GRANTS_PER_KEY, grantsFor } from '../../../src/kms/grants.ts';
import type { GrantRecord, World } from '../../../src/kms/world.ts';
import { type Given, given } from '../given.ts';

const BATCH = 'arn:aws:iam::111122223333:role/batch';
const B_BI = 'arn:aws:iam::444455556666:role/bi';

const withKey = (input: object = {}): { g: Given; KeyId: string } => {
  const g = given('grants');
  return { g, KeyId: g.key(input as Record<string, unknown>) };
};

const grant = (KeyId: string, more: object = {}) => ({
  KeyId,
  GranteePrincipal: BATCH,
  Operations: ['Encrypt', 'Decrypt'],
  ...more,
});

describe('a grant takes its time', () => {
  test('until it is known everywhere it works only with its token', () => {
    const { g, KeyId } = withKey();
    const use = { KeyId, Plaintext: 'aGVsbG8=' };
    const { GrantToken } = g.ask('CreateGrant', grant(KeyId));
    expect(g.refuse('Encrypt', use, { as: 'batch' }).__type).toBe('AccessDeniedException');
    g.ask('Encrypt', { ...use, GrantTokens: [GrantToken] }, { as: 'batch' });

    g.wait(SIMULATED_GRANT_PROPAGATION - 1);
    expect(g.refuse('Encrypt', use, { as: 'batch' }).__type).toBe('AccessDeniedException');
    g.wait(1);
    expect(g.last.happenings).toContainEqual(expect.objectContaining({ what: 'GrantBecameEffective' }));
    g.ask('Encrypt', use, { as: 'batch' });
  });

  test('a token helps nobody but the grantee', () => {
    const { g, KeyId } = withKey();
    const { GrantToken } = g.ask('CreateGrant', grant(KeyId));
    const use = { KeyId, Plaintext: 'aGVsbG8=', GrantTokens: [GrantToken] };
    expect(g.refuse('Encrypt', use, { as: 'leaver' }).__type).toBe('AccessDeniedException');
  });

  test('a text that was never a token is refused', () => {
    const { g, KeyId } = withKey();
    const request = grant(KeyId, { GrantTokens: ['bm8gdG9rZW4='] });
    expect(g.refuse('CreateGrant', request).__type).toBe('InvalidGrantTokenException');
  });

  test('another account needs nothing but the grant', () => {
    const { g, KeyId } = withKey();
    g.ask('CreateGrant', grant(KeyId, { GranteePrincipal: B_BI }));
    g.wait(SIMULATED_GRANT_PROPAGATION);
    g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' }, { as: 'B:bi' });
  });
});

describe('the answer', () => {
  test('is a grant id of 64 hexadecimal digits and a token', () => {
    const { g, KeyId } = withKey();
    const answer = g.ask('CreateGrant', grant(KeyId));
    expect(Object.keys(answer).sort()).toEqual(['GrantId', 'GrantToken']);
    expect(answer.GrantId).toMatch(/^[0-9a-f]{64}$/);
  });

  test('repeats the grant id, with a new token, for the same request with a Name', () => {
    const { g, KeyId } = withKey();
    const request = grant(KeyId, { Name: 'nightly' });
    const first = g.ask('CreateGrant', request);
    const second = g.ask('CreateGrant', { ...request, Operations: ['Decrypt', 'Encrypt'] });
    expect(second.GrantId).toBe(first.GrantId);
    expect(second.GrantToken).not.toBe(first.GrantToken);
    const tokens = [second.GrantToken as string];
    expect(grantsFor(g.world, KeyId, { tokens })).toHaveLength(1);
    expect(Object.keys(g.world.grants)).toHaveLength(1);
  });

  test('is another grant for another request of that Name, and for any request without one', () => {
    const { g, KeyId } = withKey();
    g.ask('CreateGrant', grant(KeyId, { Name: 'nightly' }));
    g.ask('CreateGrant', grant(KeyId, { Name: 'nightly', Operations: ['Decrypt'] }));
    g.ask('CreateGrant', grant(KeyId));
    g.ask('CreateGrant', grant(KeyId));
    expect(Object.keys(g.world.grants)).toHaveLength(4);
  });

  test('is DryRunOperationException when only asked', () => {
    const { g, KeyId } = withKey();
    expect(g.refuse('CreateGrant', grant(KeyId, { DryRun: true })).__type).toBe('DryRunOperationException');
  });
});

describe('what a grant may hold', () => {
  test.each([
    ['a grantee or a grantee service, not both', { GranteeServicePrincipal: 'rds.amazonaws.com' }],
    ['no grantee at all', { GranteePrincipal: undefined }],
    ['no operation', { Operations: [] }],
    ['two retiring principals', { RetiringPrincipal: BATCH, RetiringServicePrincipal: 'rds.amazonaws.com' }],
    [
      'both kinds of context constraint',
      { Constraints: { EncryptionContextEquals: { a: '1' }, EncryptionContextSubset: { a: '1' } } },
    ],
    [
      'a grantee service without SourceArn',
      { GranteePrincipal: undefined, GranteeServicePrincipal: 'rds.amazonaws.com', RetiringPrincipal: BATCH },
    ],
    [
      'a grantee service without retiring principal',
      {
        GranteePrincipal: undefined,
        GranteeServicePrincipal: 'rds.amazonaws.com',
        Constraints: { SourceArn: 'arn:aws:rds:ap-northeast-1:111122223333:db:x' },
      },
    ],
    ['an operation that the key cannot do', { Operations: ['Sign'] }],
  ])('%s is a ValidationException', (_, more) => {
    const { g, KeyId } = withKey();
    expect(g.refuse('CreateGrant', grant(KeyId, more)).__type).toBe('ValidationException');
  });

  test('a grantee service with SourceArn and retiring principal is fine', () => {
    const { g, KeyId } = withKey();
    g.ask('CreateGrant', {
      KeyId,
      Operations: ['Decrypt'],
      GranteeServicePrincipal: 'rds.amazonaws.com',
      RetiringServicePrincipal: 'rds.amazonaws.com',
      Constraints: { SourceArn: 'arn:aws:rds:ap-northeast-1:111122223333:db:x' },
    });
  });

  test('eight pairs, not nine', () => {
    const { g, KeyId } = withKey();
    const pairs = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 'v']));
    g.ask('CreateGrant', grant(KeyId, { Constraints: { EncryptionContextSubset: pairs(8) } }));
    const nine = grant(KeyId, { Constraints: { EncryptionContextSubset: pairs(9) } });
    expect(g.refuse('CreateGrant', nine).__type).toBe('ValidationException');
  });

  test('384 characters of context, not 385', () => {
    const { g, KeyId } = withKey();
    const context = (length: number) => ({ EncryptionContextEquals: { k: 'v'.repeat(length - 1) } });
    g.ask('CreateGrant', grant(KeyId, { Constraints: context(384) }));
    const over = grant(KeyId, { Constraints: context(385) });
    expect(g.refuse('CreateGrant', over).__type).toBe('ValidationException');
  });

  test('an encryption context constrains symmetric keys only', () => {
    const { g, KeyId } = withKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    const request = { KeyId, GranteePrincipal: BATCH, Operations: ['GenerateMac', 'DescribeKey'] };
    g.ask('CreateGrant', request);
    const constrained = { ...request, Constraints: { EncryptionContextSubset: { a: '1' } } };
    expect(g.refuse('CreateGrant', constrained).__type).toBe('ValidationException');
  });

  test.each([
    'arn:aws:iam::111122223333:role/nobody',
    'arn:aws:iam::999999999999:root',
    'arn:aws:iam::111122223333:group/people',
    'rds.amazonaws.com',
  ])('%s is nobody whom a grant can name', (GranteePrincipal) => {
    const { g, KeyId } = withKey();
    expect(g.refuse('CreateGrant', grant(KeyId, { GranteePrincipal }))).toEqual({
      __type: 'InvalidArnException',
      message: `ARN does not refer to a valid principal: ${GranteePrincipal}`,
    });
  });

  test.each([
    'arn:aws:iam::444455556666:root',
    'arn:aws:sts::111122223333:assumed-role/batch/tonight',
    'arn:aws:sts::111122223333:federated-user/someone',
  ])('%s is somebody', (GranteePrincipal) => {
    const { g, KeyId } = withKey();
    g.ask('CreateGrant', grant(KeyId, { GranteePrincipal }));
  });

  test('50,000 grants a key', () => {
    const { g, KeyId } = withKey();
    const { GrantId } = g.ask('CreateGrant', grant(KeyId));
    const one = g.world.grants[GrantId as string] as GrantRecord;
    const full = Object.fromEntries(
      Array.from({ length: GRANTS_PER_KEY }, (_, i) => [`g${i}`, { ...one, GrantId: `g${i}` }]),
    );
    const crowded = given('crowded');
    Object.assign(crowded.world, { ...g.world, grants: full } satisfies Partial<World> as World);
    expect(crowded.refuse('CreateGrant', grant(KeyId)).__type).toBe('LimitExceededException');
  });
});

describe('a grant that allows CreateGrant', () => {
  const parent = (KeyId: string) =>
    grant(KeyId, {
      Operations: ['CreateGrant', 'Decrypt', 'Encrypt'],
      Constraints: { EncryptionContextSubset: { dept: 'hr' } },
    });
  const child = (KeyId: string, more: object) => ({
    KeyId,
    GranteePrincipal: B_BI,
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextSubset: { dept: 'hr' } },
    ...more,
  });
  const withParent = () => {
    const { g, KeyId } = withKey();
    g.ask('CreateGrant', parent(KeyId));
    g.wait(SIMULATED_GRANT_PROPAGATION);
    return { g, KeyId };
  };

  test.each([
    ['the same constraint', {}],
    ['one more pair', { Constraints: { EncryptionContextSubset: { dept: 'hr', year: '2026' } } }],
    ['Equals instead of Subset', { Constraints: { EncryptionContextEquals: { dept: 'hr' } } }],
  ])('lets its grantee make a child with %s', (_, more) => {
    const { g, KeyId } = withParent();
    g.ask('CreateGrant', child(KeyId, more), { as: 'batch' });
  });

  test.each([
    ['an operation of its own', { Operations: ['Decrypt', 'GenerateDataKey'] }],
    ['no constraint', { Constraints: undefined }],
    ['another constraint', { Constraints: { EncryptionContextSubset: { dept: 'sales' } } }],
  ])('refuses a child with %s', (_, more) => {
    const { g, KeyId } = withParent();
    expect(g.refuse('CreateGrant', child(KeyId, more), { as: 'batch' }).__type).toBe('AccessDeniedException');
  });
});
