/**
 * Takes pictures of built pages: `npm run shot -- / /en/chapters/key-deletion/ --widths 360,1280 --themes light,dark`.
 *
 *   --widths   window widths in px             360,768,1280,1920
 *   --themes   light, dark, projector          light
 *   --out      folder for the pictures         .cache/shots
 *   --dist     a built site                    built anew into a folder of its own, so that it meets no other build
 *   --view     the first screen alone, not the whole page
 *   --print    as it would be printed
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.ts';
import { serveSite } from './serveSite.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: 'string', default: '360,768,1280,1920' },
    themes: { type: 'string', default: 'light' },
    out: { type: 'string', default: '.cache/shots' },
    dist: { type: 'string' },
    view: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});

// Inside the project: Astro keeps half-built pages of all builds to folders elsewhere in one place.
mkdirSync('.cache', { recursive: true });
const built = values.dist ? undefined : mkdtempSync(join('.cache', 'site-'));
if (built) {
  const { status } = spawnSync('npm', ['run', '-s', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: built },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const site = await serveSite(resolve(values.dist ?? built ?? 'dist'));
const browser = await openBrowser();
mkdirSync(values.out, { recursive: true });
try {
  for (const path of positionals.length > 0 ? positionals : ['/']) {
    for (const theme of values.themes.split(',')) {
      for (const width of values.widths.split(',').map(Number)) {
        const page = await browser.newPage({
          viewport: { width, height: width < 600 ? 780 : Math.round((width * 10) / 16) },
          colorScheme: theme === 'dark' ? 'dark' : 'light',
          reducedMotion: 'reduce',
        });
        page.on('console', (message) => {
          if (message.type() === 'error') console.error(`${path}: ${message.text()}`);
        });
        page.on('pageerror', (error) => console.error(`${path}: ${error.message}`));
        await page.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
        await page.goto(site.origin + path, { waitUntil: 'networkidle' });
        if (values.print) await page.emulateMedia({ media: 'print' });
        const name = `${path.replace(/^\/|\/$/g, '').replaceAll('/', '_') || 'home'}-${theme}-${width}.png`;
        await page.screenshot({ path: join(values.out, name), fullPage: !values.view });
        console.log(join(values.out, name));
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
  if (built) rmSync(built, { recursive: true });
}
