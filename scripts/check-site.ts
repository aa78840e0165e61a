/**
 * Looks at the built site: `npm run check:site` after `npm run build`.
 *
 * - weight: what a page loads, gzipped, against the budgets in package.json
 * - the policy: no inline style, no style or script from elsewhere
 * - links: every internal link and its fragment lead somewhere, in both languages
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { attributes, type Weight, weigh } from './site-weight.ts';

/** Kilobytes after gzip; what they measure is said in site-weight.ts. */
type Budget = { readonly [Measure in 'firstView' | 'opening' | 'awake']: number };
interface Budgets {
  readonly page: Budget;
  readonly tool: Budget;
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

const kb = (weight: number): string => `${weight.toFixed(1)} KB`;
const listed = (parts: Weight['parts']): string =>
  parts
    .slice(0, 8)
    .map(([file, weight]) => `${file.replace(/^.*\/_astro\/|^_astro\//, '')} ${weight.toFixed(1)}`)
    .join(', ');

const MEASURES = ['firstView', 'opening', 'awake'] as const;
/** Pages that are one widget: the simulator is what the reader came for. */
const TOOLS = /(^|\/)((present|exercises)\/[^/]+|terminal)\//;
const weights = new Map<string, Weight>();
for (const [file, html] of htmlOf) {
  const weight = weigh({
    folder,
    file,
    html,
    fileOf,
    onMissing: (address) => faults.push(`${file} loads ${address}, which the site does not have`),
  });
  weights.set(file, weight);
  const budget = budgets[TOOLS.test(file) ? 'tool' : 'page'];
  for (const part of MEASURES)
    if (weight[part] > budget[part])
      faults.push(`${file}: ${part} ${kb(weight[part])}, budget ${budget[part]} KB (${listed(weight.parts)})`);

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

console.log(`${pages.length} pages`);
for (const part of MEASURES) {
  const heaviest = [...weights].toSorted(([, a], [, b]) => b[part] - a[part]).slice(0, 3);
  console.log(`heaviest ${part}: ${heaviest.map(([file, weight]) => `${file} ${kb(weight[part])}`).join(', ')}`);
}
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
