import { describe, expect, test } from 'vitest';
import { given } from '../given.ts';

const ROOT = 'arn:aws:iam::111122223333:root';

const policy = (principal: unknown, more: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*', ...more }],
  });

const DEFAULT = policy({ AWS: ROOT });

const withKey = () => {
  const g = given('policies');
  return { g, KeyId: g.key() };
};

describe('PutKeyPolicy', () => {
  test('stores the text as it was written', () => {
    const { g, KeyId } = withKey();
    const Policy = DEFAULT.replace('{', '{\n\t ');
    expect(g.ask('PutKeyPolicy', { KeyId, PolicyName: 'default', Policy })).toEqual({});
    expect(g.ask('GetKeyPolicy', { KeyId })).toEqual({ Policy, PolicyName: 'default' });
  });

  test('takes effect at once', () => {
    const { g, KeyId } = withKey();
    g.ask('PutKeyPolicy', { KeyId, Policy: DEFAULT, BypassPolicyLockoutSafetyCheck: false });
    g.ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' }, { as: 'app' });
    g.ask('PutKeyPolicy', { KeyId, Policy: policy({ AWS: 'arn:aws:iam::111122223333:user/admin' }) });
    const use = { KeyId, Plaintext: 'aGVsbG8=' };
    expect(g.refuse('Encrypt', use, { as: 'app' }).__type).toBe('AccessDeniedException');
  });

  test('knows one name only', () => {
    const { g, KeyId } = withKey();
    const unknown = { __type: 'NotFoundException', message: 'No such policy exists' };
    expect(g.refuse('PutKeyPolicy', { KeyId, PolicyName: 'mine', Policy: DEFAULT })).toEqual(unknown);
    expect(g.refuse('GetKeyPolicy', { KeyId, PolicyName: 'mine' })).toEqual(unknown);
    expect(g.ask('ListKeyPolicies', { KeyId })).toEqual({ PolicyNames: ['default'], Truncated: false });
  });

  test('takes 32,768 bytes, not one more', () => {
    const { g, KeyId } = withKey();
    const padded = (length: number) => DEFAULT + ' '.repeat(length - DEFAULT.length);
    g.ask('PutKeyPolicy', { KeyId, Policy: padded(32_768) });
    expect(g.refuse('PutKeyPolicy', { KeyId, Policy: padded(32_769) }).__type).toBe('LimitExceededException');
  });

  test.each([
    ['no JSON', '{'],
    ['no statement', '{"Version":"2012-10-17"}'],
    ['no principal', policy(undefined)],
    ['a misspelt effect', DEFAULT.replace('Allow', 'allow')],
  ])('refuses a document with %s', (_, Policy) => {
    const { g, KeyId } = withKey();
    expect(g.refuse('PutKeyPolicy', { KeyId, Policy }).__type).toBe('MalformedPolicyDocumentException');
  });

  test.each([
    ['an unknown role', 'arn:aws:iam::111122223333:role/nobody'],
    ['an unknown account', '999999999999'],
    ['a group', 'arn:aws:iam::111122223333:group/people'],
    ['a session of an unknown role', 'arn:aws:sts::111122223333:assumed-role/nobody/x'],
  ])('refuses %s', (_, AWS) => {
    const { g, KeyId } = withKey();
    expect(g.refuse('PutKeyPolicy', { KeyId, Policy: policy({ AWS: [ROOT, AWS] }) })).toEqual({
      __type: 'MalformedPolicyDocumentException',
      message: 'Policy contains a statement with one or more invalid principals.',
    });
  });

  test.each([
    ['another account', { AWS: [ROOT, '444455556666'] }],
    ['a session of a role', { AWS: [ROOT, 'arn:aws:sts::111122223333:assumed-role/app/x'] }],
    ['a service', { AWS: ROOT, Service: 'logs.amazonaws.com' }],
    ['everybody', '*'],
  ])('accepts %s', (_, principal) => {
    const { g, KeyId } = withKey();
    g.ask('PutKeyPolicy', { KeyId, Policy: policy(principal) });
  });

  test('will not lock its caller out, unless told to', () => {
    const { g, KeyId } = withKey();
    const Policy = policy({ AWS: 'arn:aws:iam::111122223333:role/app' });
    expect(g.refuse('PutKeyPolicy', { KeyId, Policy })).toEqual({
      __type: 'MalformedPolicyDocumentException',
      message: 'The new key policy will not allow you to update the key policy in the future.',
    });
    g.ask('PutKeyPolicy', { KeyId, Policy, BypassPolicyLockoutSafetyCheck: true });
    expect(g.refuse('PutKeyPolicy', { KeyId, Policy: DEFAULT }).__type).toBe('AccessDeniedException');
  });

  test('is closed to other accounts', () => {
    const { g, KeyId } = withKey();
    g.ask('PutKeyPolicy', { KeyId, Policy: policy({ AWS: [ROOT, '777788889999'] }) });
    expect(g.refuse('PutKeyPolicy', { KeyId, Policy: DEFAULT }, { as: 'thief' }).__type).toBe('AccessDeniedException');
  });
});

describe('CreateKey with a policy', () => {
  test('is checked the same way', () => {
    const g = given('create');
    const Policy = policy({ AWS: 'arn:aws:iam::111122223333:role/app' });
    expect(g.refuse('CreateKey', { Policy }).__type).toBe('MalformedPolicyDocumentException');
    g.ask('CreateKey', { Policy, BypassPolicyLockoutSafetyCheck: true });
    g.ask('CreateKey', { Policy: DEFAULT });
  });

  test('without one needs no right to change it later', () => {
    const g = given('no policy');
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'kms:CreateKey', Resource: '*' }],
    });
    const Arn = 'arn:aws:iam::111122223333:role/creator';
    const creator = { Arn, AccountId: '111122223333', name: 'creator', kind: 'role' as const };
    g.tell({ stage: { putPrincipal: { ...creator, policies: [{ name: 'Create', document }] } } });
    g.ask('CreateKey', {}, { as: 'creator' });
    expect(g.refuse('CreateKey', { Policy: DEFAULT }, { as: 'creator' }).__type).toBe(
      'MalformedPolicyDocumentException',
    );
  });
});
