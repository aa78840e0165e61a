import { describe, expect, test } from 'vitest';
import { authorizationRequests, bigBang, call } from '../../src/kms/index.ts';
import { smallestChange } from '../../src/kms/policy/index.ts';
import { accessMatrix, later, probeCommand, probed } from '../../src/learn/access-matrix.ts';
import { changedPolicies, policyText, withPolicyText } from '../../src/learn/policy-change.ts';

const DAY = 86_400_000;
const made = call(bigBang('matrix'), { operation: 'CreateKey', input: {} });
const [KeyArn = ''] = Object.keys(made.world.keys);
const { world } = made;

describe('The access matrix', () => {
  test('tells for every principal and operation what would come of the call, and leaves the world alone', () => {
    const before = structuredClone(world);
    const rows = accessMatrix(
      world,
      KeyArn,
      ['admin', 'app', 'auditor', 'B:bi'],
      [{ operation: 'Decrypt' }, { operation: 'PutKeyPolicy' }, { operation: 'DescribeKey' }],
    );
    expect(rows.map((row) => row.map(({ outcome }) => (outcome === 'ok' ? 'ok' : 'no')))).toEqual([
      ['ok', 'ok', 'ok'],
      ['ok', 'no', 'ok'],
      ['no', 'no', 'ok'],
      ['no', 'no', 'no'],
    ]);
    expect(world).toEqual(before);
  });

  test.each(
    (
      [
        'CreateGrant',
        'Decrypt',
        'DescribeKey',
        'DisableKey',
        'EnableKey',
        'Encrypt',
        'GenerateDataKey',
        'GetKeyPolicy',
        'ListGrants',
        'PutKeyPolicy',
        'ScheduleKeyDeletion',
      ] as const
    ).map((operation) => [operation] as const),
  )('tries %s with an input that KMS accepts', (operation) => {
    expect(probed(world, KeyArn, 'admin', { operation }).outcome).toBe('ok');
  });

  test('in ten days a key that is going to be deleted is gone', () => {
    const { world: pending } = call(world, {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: KeyArn, PendingWindowInDays: 7 },
    });
    const decrypt = { operation: 'Decrypt' } as const;
    expect(probed(pending, KeyArn, 'app', decrypt).outcome).toBe('KMSInvalidStateException');
    expect(probed(later(pending, 10 * DAY), KeyArn, 'app', decrypt).outcome).toBe('NotFoundException');
  });
});

describe('A change tried on a copy', () => {
  const command = probeCommand(world, KeyArn, 'batch', { operation: 'Encrypt' });
  const [request] = authorizationRequests(world, command);

  test('turns the verdict when its policies are put in place', () => {
    if (!request) throw new Error('Encrypt asks about its key');
    const changes = smallestChange(request);
    expect(changes.length).toBeGreaterThan(1);
    for (const { edits } of changes) {
      const changed = changedPolicies(world, command, request, edits);
      if (changed.length === 0) continue;
      const copy = changed.reduce((one, { holder, after }) => withPolicyText(one, holder, after), world);
      expect(probed(copy, KeyArn, 'batch', { operation: 'Encrypt' }).outcome).toBe('ok');
    }
    expect(probed(world, KeyArn, 'batch', { operation: 'Encrypt' }).outcome).toBe('AccessDeniedException');
  });

  test('reads back what was put in place', () => {
    const holder = { kind: 'identity', principal: 'batch', index: 0 } as const;
    expect(policyText(world, holder)).toBeUndefined();
    expect(policyText(withPolicyText(world, holder, '{}'), holder)).toBe('{}');
    const key = { kind: 'key', KeyArn } as const;
    expect(policyText(withPolicyText(world, key, '{}'), key)).toBe('{}');
  });
});
