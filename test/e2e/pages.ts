/** Every page of the built site, as addresses in Japanese: `/`, `/chapters/key-deletion/`. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(process.env.OUT_DIR ?? 'dist');

const addresses = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[/\\])index\.html$/.test(file))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();

export const JAPANESE_PAGES = addresses.filter((address) => !address.startsWith('/en/'));
export const ENGLISH_PAGES = addresses.filter((address) => address.startsWith('/en/'));

/** Every page but the many of one make: of exercises and talks, those that stand for the rest. All of them in full: FULL=1. */
export const EVERY_KIND = addresses.filter(
  (address) =>
    process.env.FULL === '1' ||
    !/\/(exercises\/E|present\/t)/.test(address) ||
    /\/(E01|E41|t10-[a-z-]+)\//.test(address),
);
