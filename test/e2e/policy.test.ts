/** The story of the chapter on key policies, by keyboard: refused, why, tried on a copy, mended, let in. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  ja: {
    path: '/chapters/key-policies/',
    why: 'なぜ?',
    stopped: '権限の判定 ここで停止',
    refused: '暗黙の拒否',
    tryIt: 'コピーで試す',
    tried: 'コピーで試した結果: 許可',
    text: 'ポリシー(JSON)',
    problems: /^誤り\d+件$/,
    save: 'PutKeyPolicyで保存',
    caption: '「payroll」に誰が何をできるか',
    cell: (word: string) => `adminのDecrypt: ${word}`,
    denied: '拒否',
    yes: '可',
    changes: /マスが変わります/,
  },
  en: {
    path: '/en/chapters/key-policies/',
    why: 'Why?',
    stopped: 'Decide on permission stopped here',
    refused: 'Denied implicitly',
    tryIt: 'Try on a copy',
    tried: 'On the copy: Allowed',
    text: 'Policy (JSON)',
    problems: /^\d+ errors?$/,
    save: 'Save with PutKeyPolicy',
    caption: 'Who may do what with "payroll"',
    cell: (word: string) => `Decrypt by admin: ${word}`,
    denied: 'denied',
    yes: 'yes',
    changes: /cells? changes?\./,
  },
} as const;

const focused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

/** The widget, awake. */
const widget = async (page: Page, id: string): Promise<Locator> => {
  const island = page.locator(`#${id}`);
  await island.scrollIntoViewIfNeeded();
  await page.locator(`astro-island:not([ssr]):has(#${id})`).waitFor();
  return island;
};

const MENDED = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Account',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
});

describe.each(['ja', 'en'] as const)('In %s', (locale) => {
  const words = WORDS[locale];

  test('an administrator is refused, finds out why, and tries what would help', async () => {
    const { page, complaints } = await visit(words.path);
    const journey = await widget(page, 'journey-key-policies');
    const stop = journey.locator('[aria-current=step]');
    expect((await stop.innerText()).replace(/\s+/g, ' ')).toContain(words.stopped);

    const why = journey.locator('.why > summary');
    await why.focus();
    await page.keyboard.press('Enter');
    const trace = journey.locator('.why .trace');
    await trace.waitFor();
    expect(await trace.innerText()).toContain(words.refused);

    await trace.getByRole('button', { name: words.tryIt }).first().focus();
    await page.keyboard.press('Enter');
    await trace.getByText(words.tried).waitFor();
    expect(complaints).toEqual([]);
  });

  test('the matrix is walked by arrow keys, and a cell tells its reason', async () => {
    const { page } = await visit(words.path);
    const matrix = await widget(page, 'matrix-key-policies');
    await matrix.getByRole('table', { name: words.caption }).waitFor();
    const first = matrix.locator('[data-at="0-0"]');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    const decrypt = matrix.getByRole('button', { name: words.cell(words.denied), exact: true });
    expect(await focused(decrypt)).toBe(true);
    await page.keyboard.press('Enter');
    await matrix.locator('.trace').waitFor();
    expect(await focused(matrix.locator('.reason'))).toBe(true);
    expect(await matrix.locator('[tabindex="0"][data-at]').count()).toBe(1);
  });

  test('a policy is completed, mended and saved, and every widget knows', async () => {
    const { page, complaints } = await visit(words.path);
    const editor = await widget(page, 'editor-key-policies');
    const text = editor.getByLabel(words.text);
    await text.waitFor();

    await text.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('{"Statement":[{"Effect":"Allow","Action":"kms:Put');
    await editor.getByText(words.problems).waitFor();
    await page.keyboard.press('Control+Space');
    await editor.getByRole('option', { name: 'kms:PutKeyPolicy', exact: false }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await text.inputValue()).toMatch(/"kms:PutKeyPolicy"$/);

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(MENDED);
    await editor.getByText(words.changes).waitFor();
    await editor.getByRole('button', { name: words.save }).focus();
    await page.keyboard.press('Enter');

    const matrix = await widget(page, 'matrix-key-policies');
    await matrix.getByRole('button', { name: words.cell(words.yes), exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});
