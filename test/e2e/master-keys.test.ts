import { describe, expect, test } from 'vitest';
import { awake } from './awake.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  '/chapters/master-keys/': {
    not: 'ここではありません',
    yes: 'そのとおりです',
    done: 'すべて仕分けました',
    quarter: '+90日',
    move: '第1四半期の帳簿を今の層へReEncrypt',
    byHand: '手動:新しいキーを作り、名札を移す',
  },
  '/en/chapters/master-keys/': {
    not: 'Not here',
    yes: 'That is right',
    done: 'All of them are sorted',
    quarter: '+90 days',
    move: 'ReEncrypt Ledger, first quarter to the current layer',
    byHand: 'By hand: make a new key, move the tag',
  },
};

describe.each(Object.entries(WORDS))('%s', (address, words) => {
  test('a reader sorts the twelve cards by keyboard, and a wrong one stays in hand', async () => {
    const { page, complaints } = await visit(address);
    const cards = await awake(page.locator('#key-kinds'));
    const told = cards.locator('.told');
    await cards.locator('.bin button').first().press('1');
    expect(await told.innerText()).toContain(words.not);
    const sorted = () => cards.locator('.bin li').count();
    for (let tries = 0; (await sorted()) < 12 && tries < 40; tries++)
      await page.keyboard.press(String((tries % 3) + 1));
    expect(await sorted()).toBe(12);
    expect(await told.innerText()).toContain(words.yes);
    expect(await cards.innerText()).toContain(words.done);
    expect(complaints).toEqual([]);
  });

  test('layers grow with the clock, and a ciphertext moves only by ReEncrypt', async () => {
    const { page, complaints } = await visit(address);
    const layers = await awake(page.locator('#layers-rotation'));
    const rows = layers.locator('table tbody tr');
    expect(await rows.count()).toBe(2);
    await layers.getByRole('button', { name: words.quarter }).press('Enter');
    await expect.poll(() => rows.count()).toBe(3);
    const counts = () => rows.locator('td.number').allInnerTexts();
    await layers.locator('.twin summary').press('Enter');
    expect(await counts()).toEqual(['2', '1', '0']);
    await layers.getByRole('button', { name: words.move }).press('Enter');
    await expect.poll(counts).toEqual(['1', '1', '1']);
    await layers.getByRole('button', { name: words.byHand }).press('Enter');
    await expect.poll(() => layers.locator('.status strong').innerText()).toBe('ledger-2');
    expect(complaints).toEqual([]);
  });
});
