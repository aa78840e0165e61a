import { describe, expect, test } from 'vitest';
import { awake } from './awake.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  '/terminal/': {
    line: 'コマンドライン',
    log: 'ターミナルの出力',
    ours: 'このノートの操作',
    undone: '1手戻しました',
    deleted: /archive-2019/,
  },
  '/en/terminal/': {
    line: 'Command line',
    log: 'Output of the terminal',
    ours: 'An act of this notebook',
    undone: 'Took one step back',
    deleted: /archive-2019/,
  },
};

describe.each(Object.entries(WORDS))('%s', (address, words) => {
  test('a reader types, completes, recalls, turns the clock and takes it back, by keyboard alone', async () => {
    const { page, complaints } = await visit(address);
    const widget = await awake(page.locator('#terminal-terminal'));
    const log = widget.getByRole('log', { name: words.log });
    const line = widget.getByRole('textbox', { name: words.line });
    const says = (text: string | RegExp) => expect.poll(() => log.innerText(), { timeout: 10_000 }).toMatch(text);

    await line.focus();
    await page.keyboard.type('aws kms describe-k');
    await page.keyboard.press('Tab');
    await expect.poll(() => line.inputValue()).toBe('aws kms describe-key ');
    await page.keyboard.type('--key-id alias/arch');
    await page.keyboard.press('Tab');
    await expect.poll(() => line.inputValue()).toBe('aws kms describe-key --key-id alias/archive ');
    await page.keyboard.press('Enter');
    await says(/"KeyState": "PendingDeletion"/);

    await page.keyboard.type('clock +7d');
    await page.keyboard.press('Enter');
    await says(new RegExp(words.ours));
    await says(words.deleted);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await line.inputValue()).toBe('aws kms describe-key --key-id alias/archive ');
    await page.keyboard.press('Enter');
    await says(/An error occurred \(NotFoundException\)/);

    for (const _ of ['the call that was refused', 'the clock']) {
      await page.keyboard.type('undo');
      await page.keyboard.press('Enter');
      await says(words.undone);
      await expect.poll(() => line.inputValue()).toBe('');
    }
    await page.keyboard.type('clear');
    await page.keyboard.press('Enter');
    await page.keyboard.type('aws kms describe-key --key-id alias/archive --query KeyMetadata.KeyState');
    await page.keyboard.press('Enter');
    await says(/"PendingDeletion"/);

    // An empty line does not hold the focus.
    await page.keyboard.press('Tab');
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
