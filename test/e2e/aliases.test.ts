import { describe, expect, test } from 'vitest';
import { awake } from './awake.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  '/chapters/aliases/': {
    step: '1件書いて、1件読む',
    repoint: 'alias/appをこのキーへ付け替える',
    disable: 'このキーを無効化',
    names: /復号のときもKeyId/,
    run: 'この予想で実行',
    changed: '(付け替えで変わった)',
    osaka: /大阪/,
  },
  '/en/chapters/aliases/': {
    step: 'Write one, read one',
    repoint: 'Re-point alias/app to this key',
    disable: 'Disable this key',
    names: /when decrypting, too/,
    run: 'Run with this prediction',
    changed: '(changed by the re-pointing)',
    osaka: /Osaka/,
  },
};

describe.each(Object.entries(WORDS))('%s', (address, words) => {
  test('a reader moves the name tag by keyboard, and old records go with the old key', async () => {
    const { page, complaints } = await visit(address);
    const bench = await awake(page.locator('#stream-aliases'));
    const press = (name: string) => bench.getByRole('button', { name }).press('Enter');
    await bench.getByRole('radio', { name: /orders-2026/ }).press('Space');
    await press(words.repoint);
    await expect.poll(() => bench.locator('.key', { hasText: 'orders-2026' }).innerText()).toContain('alias/app');
    await press(words.step);
    const rows = bench.locator('table tbody tr');
    const says = (row: number, text: string) =>
      expect.poll(async () => (await rows.count()) > row && rows.nth(row).textContent()).toContain(text);
    await says(2, 'orders-2025');
    await says(3, 'orders-2026');
    await bench.getByRole('checkbox', { name: words.names }).press('Space');
    await says(0, 'IncorrectKeyException');
    await bench.getByRole('checkbox', { name: words.names }).press('Space');
    await bench.getByRole('radio', { name: /orders-2025/ }).press('Space');
    await press(words.disable);
    await says(0, 'DisabledException');
    expect(await rows.nth(3).textContent()).not.toContain('Exception');
    expect(complaints).toEqual([]);
  });

  test('the outcome stands nowhere before the prediction, and what the tag decides changes with it', async () => {
    const { page, complaints } = await visit(address);
    const predict = await awake(page.locator('#p05-old-key-off'));
    expect(await predict.locator('.predict-result').innerText()).toBe('');
    await predict.getByRole('radio').first().press('Space');
    await predict.getByRole('button', { name: words.run }).press('Enter');
    await expect.poll(() => predict.locator('.predict-result').innerText()).toContain('DisabledException');

    const names = await awake(page.locator('#names-alias-regions'));
    await names.getByRole('radio', { name: words.osaka }).press('Space');
    expect(await names.locator('.target').innerText()).toContain('orders-osaka');

    const rules = await awake(page.locator('#rules-alias-conditions'));
    expect(await rules.getByText(words.changed).count()).toBe(0);
    await rules.getByRole('button', { name: 'payroll' }).press('Enter');
    await expect.poll(() => rules.getByText(words.changed).count()).toBe(3);
    expect(complaints).toEqual([]);
  });
});
