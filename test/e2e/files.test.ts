/** An own file, sealed in the browser, downloaded, dropped again and opened, under the page's content security policy. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const contents = Buffer.from('2026年4月分 給与明細\n'.repeat(2000));
const payslip = { name: '明細.txt', mimeType: 'text/plain', buffer: contents };

const openBench = async () => {
  const visited = await visit('/chapters/client-and-server-side/');
  const bench = visited.page.locator('#files-files');
  await bench.scrollIntoViewIfNeeded();
  await visited.page.waitForFunction(() =>
    [...document.querySelectorAll('astro-island')].some(
      (island) => island.querySelector('#files-files') && !island.hasAttribute('ssr'),
    ),
  );
  const choose = (file: { name: string; mimeType: string; buffer: Buffer }) =>
    bench.locator('input[type=file]').setInputFiles(file);
  const download = async () => {
    const [downloaded] = await Promise.all([
      visited.page.waitForEvent('download'),
      bench.getByRole('link', { name: /ダウンロード/ }).click(),
    ]);
    return { name: downloaded.suggestedFilename(), bytes: await readFile(await downloaded.path()) };
  };
  return { ...visited, bench, choose, download };
};

describe('The bench for files', () => {
  test('seals a file, hands it out, and opens it again', async () => {
    const { bench, choose, download, complaints, strangers } = await openBench();
    await choose(payslip);
    await bench.getByRole('button', { name: /^暗号化する/ }).click();
    const sealed = await download();
    expect(sealed.name).toBe('明細.txt.encrypted');
    expect(sealed.bytes.subarray(0, 3)).toEqual(Buffer.from([2, 4, 0x78]));
    expect(sealed.bytes.includes(Buffer.from('給与明細'))).toBe(false);

    await choose({ name: 'renamed.bin', mimeType: 'application/octet-stream', buffer: sealed.bytes });
    await bench.getByRole('button', { name: /^復号する/ }).click();
    const opened = await download();
    expect(opened.name).toBe('明細.txt');
    expect(opened.bytes.equals(contents)).toBe(true);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test('refuses a damaged file with its reason, and a sealed one while the key is disabled', async () => {
    const { bench, choose, download } = await openBench();
    await choose(payslip);
    await bench.getByRole('button', { name: /^暗号化する/ }).click();
    const { bytes } = await download();
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await choose({ name: 'damaged', mimeType: 'application/octet-stream', buffer: damaged });
    await bench.getByRole('button', { name: /^復号する/ }).click();
    await bench.getByText('フレームの認証タグが一致しません', { exact: false }).waitFor();

    await bench.getByRole('button', { name: /DisableKey/ }).click();
    await choose({ name: 'sealed', mimeType: 'application/octet-stream', buffer: bytes });
    await bench.getByRole('button', { name: /^復号する/ }).click();
    await bench.getByText('DisabledException').first().waitFor();
  });
});
