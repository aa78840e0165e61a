/**
 * Looks at the built site: `npm run check:site` after `npm run build`.
 *
 * - weight: what a page's first view loads, gzipped, against the budgets in package.json
 * - the policy: no inline style, no style or script from elsewhere
 * - links: every internal link and its fragment lead somewhere, in both languages
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Budgets {
  /** Kilobytes after gzip: HTML, CSS and JavaScript that a page loads before the reader does anything. */
  readonly chapter: number;
  readonly page: number;
}

const folder = resolve(process.env.OUT_DIR ?? 'dist');
const base = (process.env.BASE ?? '').replace(/\/$/, '');
const { budgets } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  budgets: Budgets;
};

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html'))
  .sort();
const htmlOf = new Map(pages.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const faults: string[] = [];

/** `/base/chapters/x/` → `chapters/x/index.html`; undefined where the site has no such file. */
const fileOf = (address: string): string | undefined => {
  if (!address.startsWith(`${base}/`)) return undefined;
  const path = decodeURIComponent(address.slice(base.length + 1));
  return [path, `${path}index.html`].find(
    (file) => file !== '' && !file.endsWith('/') && existsSync(join(folder, file)),
  );
};

const sizes = new Map<string, number>();
const gzipped = (file: string): number => {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  sizes.set(file, size);
  return size;
};

/** A script with the modules that it imports, as the browser follows them; imports on demand are not followed. */
const withImports = (file: string, seen: Set<string>): void => {
  if (seen.has(file) || !existsSync(join(folder, file))) return;
  seen.add(file);
  if (!file.endsWith('.js')) return;
  const code = readFileSync(join(folder, file), 'utf8');
  for (const [, specifier = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    withImports(join(file, '..', specifier).replaceAll('\\', '/'), seen);
  }
};

const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );

const weights: [string, number][] = [];
for (const [file, html] of htmlOf) {
  const loaded = new Set<string>();
  const wanted = [
    ...[...html.matchAll(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g)].flatMap(([tag]) =>
      attributes(tag, 'href'),
    ),
    ...[...html.matchAll(/<script[^>]*\ssrc="[^"]*"[^>]*>/g)].flatMap(([tag]) => attributes(tag, 'src')),
    ...attributes(html, 'component-url'),
    ...attributes(html, 'renderer-url'),
    ...attributes(html, 'before-hydration-url'),
  ];
  for (const address of wanted) {
    const target = fileOf(address);
    if (target) withImports(target, loaded);
    else faults.push(`${file} loads ${address}, which the site does not have`);
  }
  const weight = [...loaded].reduce((sum, one) => sum + gzipped(one), gzipped(file)) / 1000;
  weights.push([file, weight]);
  const budget = /(^|\/)chapters\/[^/]+\//.test(file) ? budgets.chapter : budgets.page;
  if (weight > budget) faults.push(`${file} weighs ${weight.toFixed(1)} KB, its budget is ${budget} KB`);

  const body = html.replace(/<(script|style|code|pre|textarea)\b[\s\S]*?<\/\1>/g, '');
  const inline = /<[a-z][^>]*\sstyle="[^"]*"/.exec(body);
  if (inline) faults.push(`${file} has an inline style: ${inline[0].slice(0, 160)}`);
  for (const src of attributes(body, 'src')) {
    if (/^(https?:)?\/\//.test(src)) faults.push(`${file} loads ${src} from elsewhere`);
  }

  const ids = attributes(html, 'id');
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (repeated.length > 0) faults.push(`${file} uses an id twice: ${[...new Set(repeated)].join(', ')}`);

  for (const [tag] of body.matchAll(/<a\s[^>]*>/g)) {
    const [href = ''] = attributes(tag, 'href');
    if (/^[a-z]+:/.test(href)) continue;
    const [address = '', fragment = ''] = href.split('#');
    const path = address.split('?')[0] ?? '';
    const target = path === '' ? file : path.startsWith('/') ? fileOf(path) : undefined;
    if (path !== '' && !path.startsWith('/')) faults.push(`${file} links to "${href}": start at the base path`);
    else if (!target) faults.push(`${file} links to ${href}, which is not there`);
    else if (
      fragment &&
      target.endsWith('.html') &&
      !attributes(htmlOf.get(target) ?? '', 'id').includes(decodeURIComponent(fragment))
    )
      faults.push(`${file} links to ${href}, where nothing has that id`);
  }
}

const heaviest = weights.toSorted(([, a], [, b]) => b - a).slice(0, 3);
console.log(
  `${pages.length} pages; heaviest: ${heaviest.map(([file, kb]) => `${file} ${kb.toFixed(1)} KB`).join(', ')}`,
);
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
