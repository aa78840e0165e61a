import * as sdk from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { describeOperation, OPERATION_NAMES } from '../../../src/kms/model/index.ts';

describe('describeOperation', () => {
  test('gives the members in the API order with their limits', () => {
    const { members, required, optional } = describeOperation('ScheduleKeyDeletion');
    expect(members).toEqual([
      { name: 'KeyId', isRequired: true, type: 'string', min: 1, max: 2048 },
      { name: 'PendingWindowInDays', isRequired: false, type: 'integer', min: 1, max: 365 },
    ]);
    expect([required, optional]).toEqual([['KeyId'], ['PendingWindowInDays']]);
  });

  test.each(OPERATION_NAMES)('names the members of the answer of %s as the SDK does', (operation) => {
    // ListRetirableGrants answers with the shape of ListGrants.
    const answer = operation === 'ListRetirableGrants' ? 'ListGrants' : operation;
    const schema = (sdk as unknown as Record<string, unknown[] | undefined>)[`${answer}Response$`];
    expect([...describeOperation(operation).responseFields].sort()).toEqual(
      [...((schema?.[4] as string[]) ?? [])].sort(),
    );
  });

  test.each(OPERATION_NAMES)('names only exceptions that the SDK knows for %s', (operation) => {
    for (const error of describeOperation(operation).errors) expect(sdk).toHaveProperty([error]);
  });
});
