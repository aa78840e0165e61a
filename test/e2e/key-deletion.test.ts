import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { awake } from './awake.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  '/chapters/key-deletion/': {
    cancel: /CancelKeyDeletion/,
    schedule: /ScheduleKeyDeletion/,
    days: '待機期間(日)',
    week: '+7日',
    undo: '元に戻す',
    redo: 'やり直す',
    share: 'リンクをコピー',
    left: 'あと7日',
    refused: /DecryptはKMSInvalidStateException|Decryptは拒否されました: KMSInvalidStateException/,
    resumed: '前回の続きです',
    damaged: 'リンクが壊れている',
    unkept: 'ブラウザーに保存できません',
    scrub: '時間をさかのぼる',
  },
  '/en/chapters/key-deletion/': {
    cancel: /CancelKeyDeletion/,
    schedule: /ScheduleKeyDeletion/,
    days: 'Waiting period (days)',
    week: '+7 days',
    undo: 'Undo',
    redo: 'Redo',
    share: 'Copy link',
    left: '7 days left',
    refused: /Decrypt was refused: KMSInvalidStateException/,
    resumed: 'Continued from your last visit',
    damaged: 'This link is damaged',
    unkept: 'Your browser keeps nothing',
    scrub: 'Go back in time',
  },
} as const;

/** How a reader presses: by mouse, or by keyboard alone. */
const HANDS = {
  mouse: (button: Locator) => button.click(),
  keyboard: async (button: Locator) => {
    await button.focus();
    await button.press('Enter');
  },
};

const benchOf = (page: Page) => awake(page.locator('#lab-key-deletion'));
const payroll = (bench: Locator) => bench.locator('.key-card', { hasText: 'payroll' });
const said = (bench: Locator, text: string | RegExp) =>
  expect.poll(() => bench.getByRole('status').innerText()).toMatch(text);
const shows = (card: Locator, text: string) => expect.poll(() => card.innerText()).toContain(text);

describe.each(Object.entries(WORDS))('%s', (address, words) => {
  describe.each(Object.entries(HANDS))('by %s', (_, press) => {
    test('a reader schedules a deletion, sees it refuse, turns the clock, and the key goes; and comes back by undo', async () => {
      const { page, complaints } = await visit(address);
      const bench = await benchOf(page);
      const button = (name: string | RegExp) => bench.getByRole('button', { name });

      await bench.getByLabel(words.days).fill('7');
      await press(button(words.schedule));
      await shows(payroll(bench), 'PendingDeletion');
      await shows(payroll(bench), words.left);

      const box = bench.locator('.boxes li').first();
      await press(box.getByRole('button'));
      await said(bench, words.refused);

      await press(button(words.week));
      await expect.poll(() => bench.locator('.key-card--deleted', { hasText: 'payroll' }).count()).toBe(1);
      await shows(box, 'AccessDeniedException');

      await press(button(words.undo));
      await shows(payroll(bench), 'PendingDeletion');
      await press(button(words.redo));
      await expect.poll(() => bench.locator('.key-card--deleted', { hasText: 'payroll' }).count()).toBe(1);

      const scrub = bench.getByRole('slider', { name: words.scrub });
      await scrub.focus();
      await scrub.press('Home');
      await shows(payroll(bench), 'Enabled');
      await scrub.press('ArrowRight');
      await shows(payroll(bench), 'PendingDeletion');

      await press(button(words.cancel));
      await shows(payroll(bench), 'Disabled');
      expect(complaints).toEqual([]);
    });
  });

  test('a window of 6 or 31 days is refused in the words of AWS, and the key stays as it was', async () => {
    const { page } = await visit(address);
    const bench = await benchOf(page);
    for (const days of ['6', '31']) {
      await bench.getByLabel(words.days).fill(days);
      await bench.getByRole('button', { name: words.schedule }).click();
      await said(bench, /ValidationException/);
      await said(bench, /7 .*30/);
      await shows(payroll(bench), 'Enabled');
    }
  });

  test('a reload and a link keep the world; half a link begins anew and says so', async () => {
    const { page } = await visit(address);
    const bench = await benchOf(page);
    await bench.getByRole('button', { name: words.schedule }).click();
    await shows(payroll(bench), 'PendingDeletion');
    await bench.getByRole('button', { name: words.share }).click();
    await expect.poll(() => page.url()).toContain('#w=');
    const link = page.url();

    const other = await visit(`${address}${new URL(link).hash}`);
    const linked = await benchOf(other.page);
    await shows(payroll(linked), 'PendingDeletion');

    await page.goto(link.split('#')[0] ?? '', { waitUntil: 'networkidle' });
    await page.reload({ waitUntil: 'networkidle' });
    const again = await benchOf(page);
    await shows(payroll(again), 'PendingDeletion');
    await said(again, words.resumed);

    const { hash } = new URL(link);
    const half = await visit(`${address}${hash.slice(0, hash.length / 2)}`);
    const fresh = await benchOf(half.page);
    await said(fresh, words.damaged);
    await shows(payroll(fresh), 'Enabled');
    expect([...other.complaints, ...half.complaints]).toEqual([]);
  });

  test('where the browser keeps nothing, the bench works and says so', async () => {
    const { page } = await visit('/404.html');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(new URL(address, page.url()).href, { waitUntil: 'networkidle' });
    const bench = await benchOf(page);
    await bench.getByRole('button', { name: words.schedule }).click();
    await shows(payroll(bench), 'PendingDeletion');
    await said(bench, words.unkept);
  });
});
