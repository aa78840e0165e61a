import { describe, expect, test } from 'vitest';
import { awake } from './awake.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  '/chapters/multi-region-keys/': {
    replicate: 'ここへ複製',
    seconds: '+10秒',
    promote: 'ここをプライマリにする',
    opens: '復号できる',
    primary: 'プライマリ',
    tokyo: '東京',
    tag: 'タグを付ける',
    differs: '違う',
  },
  '/en/chapters/multi-region-keys/': {
    replicate: 'Replicate here',
    seconds: '+10 seconds',
    promote: 'Make this the primary',
    opens: 'decrypts',
    primary: 'primary',
    tokyo: 'Tokyo',
    tag: 'Add a tag',
    differs: 'differs',
  },
};

describe.each(Object.entries(WORDS))('%s', (address, words) => {
  test('a reader replicates, carries a ciphertext across, lets Tokyo fail, and promotes Osaka', async () => {
    const { page, complaints } = await visit(address);
    const map = await awake(page.locator('#map-regions'));
    const press = (name: string) => map.getByRole('button', { name }).press('Enter');
    const osaka = map.locator('.column').nth(1);
    const inOsaka = map.locator('tbody tr').first().locator('td').nth(1);
    expect(await inOsaka.innerText()).toContain('AccessDeniedException');
    await press(words.replicate);
    await expect.poll(() => osaka.innerText()).toContain('Creating');
    expect(await inOsaka.innerText()).toContain('KMSInvalidStateException');
    await press(words.seconds);
    await expect.poll(() => inOsaka.innerText()).toContain(words.opens);

    await map.locator('.column').first().getByRole('checkbox').press('Space');
    const inTokyo = map.locator('tbody tr').first().locator('td').first();
    await expect.poll(() => inTokyo.innerText()).toContain('ServiceUnavailableException');
    expect(await inOsaka.innerText()).toContain(words.opens);
    await map.locator('.column').first().getByRole('checkbox').press('Space');
    await expect.poll(() => inTokyo.innerText()).toContain(words.opens);

    await press(words.promote);
    await expect.poll(() => osaka.innerText()).toContain('Updating');
    await press(words.seconds);
    await press(words.seconds);
    await expect.poll(() => osaka.locator('.role').innerText()).toBe(words.primary);
    expect(complaints).toEqual([]);
  });

  test('what Tokyo gets for itself does not reach Osaka', async () => {
    const { page, complaints } = await visit(address);
    const table = await awake(page.locator('#properties-family'));
    const differing = () => table.locator('tr[data-same="false"]').count();
    const before = await differing();
    await table.getByRole('button', { name: words.tag }).press('Enter');
    await expect.poll(differing).toBe(before + 1);
    expect(await table.locator('tr[data-kind="shared"][data-same="false"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
