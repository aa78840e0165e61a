import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

describe('A talk', () => {
  test('is given by the keys of a remote, and shows no answer before the count', async () => {
    const { page, complaints, strangers } = await visit('/present/t10-safe-delete/', {
      viewport: { width: 1024, height: 768 },
    });
    await page.getByRole('button', { name: 'この大きさで始める' }).click();
    const screen = page.getByRole('region', { name: '削除をやめたのに使えない' });
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    expect(await screen.getByRole('heading', { level: 2 }).innerText()).toBe('翌朝、アプリが復号を頼む');
    await page.keyboard.press('PageDown');
    expect(await screen.innerText()).not.toContain('PendingDeletion');
    expect(await screen.innerText()).not.toContain('KMSInvalidStateException');
    await page.keyboard.press('PageDown');
    await screen.getByLabel('Bの人数').fill('7');
    expect(await screen.innerText()).toContain('多くの人が正解です');
    await screen.getByRole('heading', { level: 2 }).click();
    await page.keyboard.press('PageDown');
    expect(await screen.innerText()).toContain('KMSInvalidStateException');
    expect([complaints, strangers]).toEqual([[], []]);
  });

  test('leaves the script and is back in the scene', async () => {
    const { page } = await visit('/en/present/t10-safe-delete/');
    await page.getByRole('button', { name: 'Start at this size' }).click();
    const screen = page.getByRole('region', { name: 'Cancelled, and still of no use' });
    await screen.getByRole('button', { name: 'Disable', exact: true }).click();
    expect(await screen.innerText()).toContain('Off the script');
    expect(await screen.innerText()).toContain('Disabled');
    await page.keyboard.press('r');
    expect(await screen.innerText()).toContain('Enabled');
  });

  test('keeps a second window in step', async () => {
    const { page } = await visit('/present/t04-rotation/');
    await page.getByRole('button', { name: 'この大きさで始める' }).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
    await notes.getByText('予想を取ってから実行する。').waitFor();
    await notes.getByRole('button', { name: '次へ' }).click();
    await page.getByText('手を挙げてください').waitFor();
    expect(await page.getByRole('region').first().innerText()).toContain('古い暗号文は復号できるでしょうか');
  });

  test('opens at the step whose code is in the address', async () => {
    const { page } = await visit('/en/present/t10-safe-delete/#04');
    await page.getByRole('button', { name: 'Start at this size' }).click();
    await page.getByText('Step 10-04').waitFor();
  });

  test('cuts no text at 1024 by 768 with letters for the last row', async () => {
    const { page } = await visit('/present/t10-safe-delete/', { viewport: { width: 1024, height: 768 } });
    await page.getByLabel('投影面の高さ (m)').fill('1');
    await page.getByRole('button', { name: 'この大きさで始める' }).click();
    // Past the last scene, to the end with its QR code.
    for (let press = 0; press < 18; press++) {
      const overflow = await page.evaluate(() => {
        const talk = document.querySelector('.talk');
        return talk ? talk.scrollHeight - talk.clientHeight : 0;
      });
      expect(overflow).toBeLessThanOrEqual(1);
      await page.keyboard.press('ArrowRight');
    }
    await page.getByRole('img', { name: /present\/t10-safe-delete/ }).waitFor();
  });
});
