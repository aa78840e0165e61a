import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Brings a widget into view and waits until its script has taken over. */
export const awake = async (widget: Locator): Promise<Locator> => {
  await widget.scrollIntoViewIfNeeded();
  await expect
    .poll(() => widget.evaluate((element) => element.closest('astro-island')?.hasAttribute('ssr') ?? false), {
      timeout: 10_000,
    })
    .toBe(false);
  return widget;
};
