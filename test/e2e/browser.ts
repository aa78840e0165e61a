/** A browser and pages for a reader's story; closed when the file's tests are done. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';

export interface Visit {
  readonly page: Page;
  /** What the console called an error, with violations of the content security policy, and what scripts threw. */
  readonly complaints: readonly string[];
  /** Requests that left the site. */
  readonly strangers: readonly string[];
}

/** Call once in a file: opens the browser before its tests. */
export const useBrowser = () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Opens a page of the site: `visit('/en/about/')`. */
  const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Visit> => {
    if (!browser) throw new Error('the browser opens in beforeAll: visit pages inside tests');
    const origin = inject('origin');
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    const strangers: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`))
        strangers.push(request.url());
    });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    return { page, complaints, strangers };
  };

  return visit;
};
