import { expect, test } from 'vitest';
import { partNeededFor } from '../../src/learn/needs.ts';

test.each([
  [
    'nothing for a key and its daily work',
    { steps: [{ operation: 'CreateKey', input: {} }, { advance: 'P1D' }] },
    undefined,
  ],
  [
    'all operations for a rare one, however deep it lies',
    { a: [{ b: { operation: 'CreateGrant', input: {} } }] },
    'whole',
  ],
  ['all operations for a key with a policy', [{ operation: 'CreateKey', input: { Policy: { $policy: [] } } }], 'whole'],
  ['all operations for a verb of the bench', { actions: ['Encrypt', 'ReEncrypt'] }, 'whole'],
  [
    'all operations where requests are metered',
    [{ command: { stage: { setOptions: { requestQuotas: true } } } }],
    'whole',
  ],
  ['the cryptography of key pairs for one', [{ operation: 'CreateKey', input: { KeySpec: 'RSA_2048' } }], 'full'],
  ['nothing for prose', { title: 'Sign here', start: null }, undefined],
] as const)('a widget needs %s', (_, props, part) => {
  expect(partNeededFor(props)).toBe(part);
});
