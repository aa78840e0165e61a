import { describe, expect, test } from 'vitest';
import * as messages from '../../src/esdk/messages.ts';

// That every code has its words is the compiler's business; this looks at the words.
describe.each(Object.entries(messages))('%s', (_, table) => {
  test.each(Object.entries(table))('%s is said in both languages', (_code, { ja, en }) => {
    expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(en).toMatch(/^[\x20-\x7e’]+$/);
    expect(ja.endsWith('。')).toBe(en.endsWith('.'));
  });
});
