import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/kms/policy/evaluate.ts';
import { CASES, requestOf } from './policyCase.ts';

describe('the authorisation cases written from AWS documentation', () => {
  test('the table is complete', () => expect(CASES.length).toBe(120));

  test.each(CASES)('$id: $title', (policyCase) => {
    expect(evaluate(requestOf(policyCase)).decision).toBe(policyCase.expected);
  });
});
