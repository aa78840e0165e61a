import { describe, expect, test } from 'vitest';
import { BEHAVIOUR_CONFORMANCE, type Conformance, OPERATION_CONFORMANCE } from '../../src/kms/conformance.ts';
import { OPERATIONS } from '../../src/kms/operations/index.ts';
import { OPERATION_NAMES } from '../../src/kms/vocabulary.ts';

const wordsOf = (conformance: Conformance) =>
  conformance === 'modelled' ? [] : 'simplified' in conformance ? [conformance.simplified] : [conformance.notModelled];

const all = [
  ...Object.values(OPERATION_CONFORMANCE).flatMap(wordsOf),
  ...Object.values(BEHAVIOUR_CONFORMANCE).flatMap(({ name, conformance }) => [name, ...wordsOf(conformance)]),
];

describe('the account of conformance', () => {
  test('names every operation, and none is left out of the model', () => {
    expect(Object.keys(OPERATION_CONFORMANCE).sort()).toEqual([...OPERATION_NAMES].sort());
    expect(Object.keys(OPERATIONS).sort()).toEqual([...OPERATION_NAMES].sort());
    const missing = Object.entries(OPERATION_CONFORMANCE).filter(
      ([, how]) => how !== 'modelled' && 'notModelled' in how,
    );
    expect(missing).toEqual([]);
  });

  test('speaks both languages, without typed spaces between Japanese and Latin letters', () => {
    for (const { ja, en } of all) {
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      expect(ja).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });
});
