import '../../src/kms/full.ts';
import { describe, expect, test } from 'vitest';
import type { OperationName } from '../../src/kms/index.ts';
import { OPERATIONS } from '../../src/kms/operations/index.ts';
import { runCacheProof } from '../../src/learn/cache-proof.ts';
import type { WorldProof } from '../../src/learn/content-schema/proof.ts';
import { runFilterProof } from '../../src/learn/filter-proof.ts';
import { callsOf, proofProblems, runWorldProof } from '../../src/learn/proof.ts';
import { content } from './content.ts';
import { freshRsaKey } from './rsa.ts';

/** An operation that the model does not have yet, if the proof needs one. */
const missingOperation = (proof: WorldProof): string | undefined =>
  callsOf(proof).find(({ operation }) => !OPERATIONS[operation as OperationName])?.operation;

describe('the answer keys, run against the model', () => {
  for (const { id, proof } of content.questions) {
    if ('world' in proof) {
      const missing = missingOperation(proof);
      // A model that lacks an operation can prove nothing about it.
      if (missing) test.skip(`${id} (waits for ${missing})`, () => {});
      else test(id, () => expect(proofProblems(runWorldProof(id, proof, freshRsaKey))).toEqual([]));
    } else if ('pattern' in proof) test(id, () => expect(runFilterProof(proof)).toMatchObject({ holds: true }));
    else if ('cache' in proof) test(id, () => expect(runCacheProof(proof)).toMatchObject({ holds: true }));
  }
});

describe('a wrong answer key', () => {
  const proof = (expect: WorldProof['checks'][number]['expect']): WorldProof => ({
    world: [{ as: 'admin', region: 'ap-northeast-1', operation: 'CreateKey', input: {}, save: 'k1' }],
    checks: [
      {
        after: [],
        call: {
          as: 'admin',
          region: 'ap-northeast-1',
          operation: 'ScheduleKeyDeletion',
          input: { KeyId: '$k1.KeyMetadata.KeyId' },
        },
        expect,
      } as WorldProof['checks'][number],
    ],
  });
  const problems = (expected: WorldProof['checks'][number]['expect']) =>
    proofProblems(runWorldProof('wrong', proof(expected)));

  test('is found, with what the model said instead', () => {
    expect(problems({ error: 'DisabledException' })).toEqual([
      'check 1: expected {"error":"DisabledException"}, found ok',
    ]);
    expect(problems({ ok: true, fields: { PendingWindowInDays: 7 } })).toHaveLength(1);
    expect(problems({ ok: true, fields: { PendingWindowInDays: 30 } })).toEqual([]);
  });

  test('is found when its world does not come about', () => {
    const { checks } = proof({ ok: true });
    const world: WorldProof['world'] = [
      { as: 'thief', region: 'ap-northeast-1', operation: 'DisableKey', input: { KeyId: 'nothing' } },
    ];
    expect(proofProblems(runWorldProof('wrong', { world, checks }))[0]).toMatch(/^the start world: DisableKey/);
  });

  test('is found for a filter and for a cache', () => {
    const filter = { pattern: '{ $.eventName = "Decrypt" }', records: [{ eventName: 'Decrypt' }], matches: [] };
    expect(runFilterProof(filter)).toEqual({ matched: [0], holds: false });
    const message = { atMinute: 0, bytes: 10, context: {} };
    expect(runCacheProof({ cache: { maxAgeMinutes: 5 }, messages: [message, message], calls: 2 })).toEqual({
      verdicts: ['miss', 'hit'],
      calls: 1,
      holds: false,
    });
  });
});
