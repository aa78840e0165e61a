import { describe, expect, test } from 'vitest';
import {
  decryptMessage,
  encryptMessage,
  explainMessage,
  isRefused,
  OPENING_STEPS,
  stepOf,
  stepsOf,
  suiteOf,
} from '../../src/esdk/index.ts';
import { decryptWith, FakeKms, keyringOf, seeded } from './fake-kms.ts';

const kms = new FakeKms();
const sealed = encryptMessage({ plaintext: new Uint8Array(40), frameLength: 16 }, keyringOf(kms), seeded('steps'));
if (isRefused(sealed)) throw new Error(sealed.refusal.reason);

const stepAfter = (message: Uint8Array) => {
  const answer = decryptMessage(message, decryptWith(kms));
  return isRefused(answer) ? stepOf(answer.refusal, explainMessage(message)) : 'opened';
};

describe('The step at which a message stops', () => {
  test('goes forward with the damaged byte, except that an inner check may come after an outer one', () => {
    const { fields } = explainMessage(sealed);
    for (const { path, start, end } of fields) {
      const damaged = sealed.slice();
      damaged[end - 1] = (damaged[end - 1] ?? 0) ^ 1;
      const step = stepAfter(damaged);
      expect(OPENING_STEPS, `${path} at ${start}`).toContain(step);
      if (path.startsWith('body')) expect(step, path).toBe('body');
      if (path === 'header.commitment' || path === 'header.messageId') expect(step, path).toBe('commitment');
      if (path === 'header.tag') expect(step, path).toBe('headerTag');
      if (path.startsWith('footer')) expect(step, path).toBe('signature');
      if (path.endsWith('.ciphertext') || path.endsWith('.0.value')) expect(step, path).toBe('dataKey');
    }
  });

  test('tells an early end by where it is', () => {
    const { fields } = explainMessage(sealed);
    const bodyStart = fields.find(({ path }) => path.startsWith('body'))?.start ?? 0;
    expect(stepAfter(sealed.subarray(0, bodyStart - 1))).toBe('read');
    expect(stepAfter(sealed.subarray(0, bodyStart + 30))).toBe('body');
    expect(stepAfter(sealed.subarray(0, sealed.length - 1))).toBe('signature');
  });

  test('a suite without commitment and signature has neither step', () => {
    expect(stepsOf(suiteOf(0x0578))).toEqual(OPENING_STEPS);
    expect(stepsOf(suiteOf(0x0178))).toEqual(['read', 'dataKey', 'headerTag', 'body']);
  });
});
