import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { JAPANESE_PAGES } from './pages.ts';

const visit = useBrowser();
const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme ?? 'auto');

/** Presses Tab until the locator has focus; how often, or Infinity. */
const tabsTo = async (page: Page, selector: string, limit = 60): Promise<number> => {
  for (let presses = 1; presses <= limit; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return presses;
  }
  return Number.POSITIVE_INFINITY;
};

describe('The language switch', () => {
  test.each(JAPANESE_PAGES)('keeps the page: %s', async (address) => {
    const { page } = await visit(address);
    await page.getByRole('link', { name: 'English', exact: true }).click();
    await page.waitForURL((url) => url.pathname === `/en${address}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: '日本語', exact: true }).click();
    await page.waitForURL((url) => url.pathname === address);
  });

  test('keeps the heading that is being read, and the query', async () => {
    const { page } = await visit('/about/?from=test');
    const id = await page.locator('main h2[id]').last().getAttribute('id');
    expect(id).toMatch(/^[a-z-]+$/);
    await page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await page.locator('a.language-switch').evaluate((link: HTMLAnchorElement) => link.click());
    await page.waitForURL('**/en/about/**');
    const { search, hash } = new URL(page.url());
    expect(search).toBe('?from=test');
    // The last section may be too short to reach the top third: then the one before it is being read.
    expect(await page.locator(hash).count()).toBe(1);
  });
});

describe('The theme switch', () => {
  test('follows the system until the reader chooses, and remembers the choice on the next page', async () => {
    const { page } = await visit('/', { colorScheme: 'dark' });
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.sheet') ?? document.body).backgroundColor);
    expect(await themeOf(page)).toBe('auto');
    const dark = await paper();
    await page.getByRole('radio', { name: '明', exact: true }).check();
    expect(await themeOf(page)).toBe('light');
    expect(await paper()).not.toBe(dark);
    await page.getByRole('link', { name: 'このノートについて' }).first().click();
    await page.waitForURL('**/about/');
    expect(await themeOf(page)).toBe('light');
    await page.getByRole('radio', { name: '自動', exact: true }).check();
    expect(await themeOf(page)).toBe('auto');
    expect(await paper()).toBe(dark);
  });

  test('is worked by the arrow keys', async () => {
    const { page } = await visit('/en/');
    expect(await tabsTo(page, 'input[name=theme]')).toBeLessThan(10);
    await page.keyboard.press('ArrowRight');
    expect(await themeOf(page)).toBe('light');
    await page.keyboard.press('ArrowRight');
    expect(await themeOf(page)).toBe('dark');
  });
});

describe('By keyboard alone', () => {
  test('the first Tab offers to skip to the content, and Enter goes there', async () => {
    const { page } = await visit('/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '本文へ移動' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('a reader goes from the first page into a chapter', async () => {
    const { page } = await visit('/en/');
    expect(await tabsTo(page, '.hero .button--primary')).toBeLessThan(15);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/chapters/');
    expect(await tabsTo(page, 'main .card a')).toBeLessThan(15);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/chapters/*/');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  test('what has focus shows it', async () => {
    const { page } = await visit('/');
    await tabsTo(page, '.brand');
    expect(await page.locator('.brand').evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
  });
});

test('in print the site around the sheet is left out', async () => {
  const { page } = await visit('/about/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
});
