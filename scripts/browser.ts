/**
 * A Chromium to look at pages with, on any machine: CHROME_PATH, an installed Chrome or Chromium, or the one from npm
 * (@sparticuz/chromium: Linux x64). Elsewhere: `npx playwright install --with-deps chromium`, then CHROME_PATH.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { japaneseFontConfig } from './japanese-font.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): string | undefined =>
  [
    ...(process.env.PATH ?? '')
      .split(delimiter)
      .flatMap((folder) =>
        ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'].map((name) =>
          join(folder, name),
        ),
      ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find(executable);

const fromNpm = async (): Promise<string> => {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
};

export const openBrowser = async (): Promise<Browser> => {
  const executablePath = process.env.CHROME_PATH || installed() || (await fromNpm());
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, FONTCONFIG_FILE: japaneseFontConfig() } as Record<string, string>,
  });
};
