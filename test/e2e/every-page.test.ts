import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { ENGLISH_PAGES, EVERY_KIND, JAPANESE_PAGES } from './pages.ts';

const visit = useBrowser();

const faults = async (page: Page, only?: readonly string[]): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page });
  if (only) axe.withRules([...only]);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
};

const wear = (page: Page, theme: string) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen;
  }, theme);

test('every page exists in both languages, at the same address below /en/', () => {
  expect(ENGLISH_PAGES).toEqual(JAPANESE_PAGES.map((address) => `/en${address}`).sort());
});

describe.each(EVERY_KIND)('%s', (address) => {
  test('has no fault that axe finds, in three themes; scrolls sideways at no width; keeps to itself', async () => {
    const { page, complaints, strangers } = await visit(address);
    expect(await faults(page)).toEqual([]);
    await wear(page, 'dark');
    expect(await faults(page, ['color-contrast'])).toEqual([]);
    await wear(page, 'projector');
    expect(await faults(page, ['color-contrast-enhanced'])).toEqual([]);
    for (const width of [360, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of ['light', 'projector']) {
        await wear(page, theme);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${theme} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('can be read without JavaScript', async () => {
    const { page, complaints } = await visit(address, { javaScriptEnabled: false });
    expect((await page.getByRole('heading', { level: 1 }).first().innerText()).length).toBeGreaterThan(0);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    expect(complaints).toEqual([]);
  });
});
