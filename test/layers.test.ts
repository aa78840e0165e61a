import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Their answers depend on their arguments alone. */
const MODEL = ['kms', 'learn', 'logs', 'esdk', 's3', 'aws', 'present'];

/** What a folder of src may import besides itself. What is not listed is refused. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kms: [],
  logs: ['kms'],
  esdk: ['kms'],
  s3: ['kms', 'esdk'],
  aws: ['kms', 'logs'],
  present: ['kms', 'learn'],
  learn: ['kms', 'logs', 'esdk', 's3', 'aws', 'present'],
  endpoint: ['kms', 'aws', 'learn', 'i18n'],
  i18n: [],
  markdown: [],
  styles: [],
  widgets: [...MODEL, 'i18n'],
  components: [...MODEL, 'i18n', 'markdown', 'widgets', 'layouts', 'styles'],
  layouts: [...MODEL, 'i18n', 'markdown', 'widgets', 'components', 'styles'],
  pages: [...MODEL, 'i18n', 'markdown', 'widgets', 'components', 'layouts', 'styles'],
};

/** Where a pure folder meets the world: what must wait or stream says so in its name. */
const EDGE = /(\/edge\/|\.worker\.ts$|-stream\.ts$)/;

const IMMODEL: Readonly<Record<string, RegExp>> = {
  'the clock of the machine': /\bnew Date\b|\bDate\s*[.(]|\bperformance\.now\b/,
  chance: /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/,
  waiting: /\bawait\b|\basync\b|\bsetTimeout\b|\bsetInterval\b|\bqueueMicrotask\b/,
  // `document` is also what a policy is, so its members tell.
  'the browser':
    /\b(window|navigator|localStorage|sessionStorage|indexedDB)\s*[.[]|(?<!\.)\bdocument\.(querySelector|getElement|create|body|head|documentElement|addEventListener|cookie|location)|\bfetch\(/,
};

interface Source {
  /** Below src, with `/`. */
  readonly path: string;
  readonly layer: string;
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte|astro)$/.test(path) && path.includes('/'))
  .map((path) => ({ path, layer: path.split('/')[0] ?? '', text: readFileSync(join(src, path), 'utf8') }));

/** Without comments and texts, where the words below are only words. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/`(?:[^`\\]|\\.)*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '))
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*(?=[.,;)\s])/g, "''");

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g)].map(([, , specifier = '']) => specifier);

describe('Layers', () => {
  test('every folder of src is in the plan', () => {
    expect([...new Set(sources.map(({ layer }) => layer))].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
  });

  test('imports point one way', () => {
    const refused = sources.flatMap(({ path, layer, text }) =>
      importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(src, join(src, dirname(path), specifier)).replaceAll('\\', '/'))
        .filter((target) => !target.startsWith('..'))
        .map((target) => target.split('/')[0] ?? '')
        .filter((target) => target.includes('.') === false && target !== layer && !MAY_IMPORT[layer]?.includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(refused).toEqual([]);
  });

  test('only the endpoint and the edges know Node; only what is drawn knows Svelte and Astro', () => {
    const refused = sources.flatMap(({ path, layer, text }) =>
      importsOf(text)
        .filter(
          (specifier) =>
            (specifier.startsWith('node:') && !['endpoint', 'markdown'].includes(layer) && !EDGE.test(path)) ||
            (/^(svelte|astro)(\/|:|$)/.test(specifier) && [...MODEL, 'endpoint', 'i18n'].includes(layer)),
        )
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(refused).toEqual([]);
  });

  test('one file asks XState for a transition', () => {
    const users = sources.filter(({ layer, text }) => layer === 'kms' && /\btransition\b[^;]*from 'xstate'/.test(text));
    expect(users.map(({ path }) => path).filter((path) => path !== 'kms/stepper.ts')).toEqual([]);
  });

  test.each(Object.entries(IMMODEL))('pure folders do without %s', (_, words) => {
    const refused = sources
      .filter(({ path, layer }) => MODEL.includes(layer) && !EDGE.test(`/${path}`))
      .flatMap(({ path, text }) =>
        codeOf(text)
          .split('\n')
          .filter((line) => words.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(refused).toEqual([]);
  });
});

describe('What the rules above look at', () => {
  test('is code, not words about it', () => {
    expect(codeOf("const a = 'new Date()'; // await it\n/* Math.random */ const b = `in ${Date.now()}`;")).not.toMatch(
      /await|random|new Date/,
    );
    expect(codeOf("const a = 'new Date()'; const b = `in ${Date.now()}`;")).toMatch(/Date\.now/);
  });
  test('is every way to import', () => {
    expect(
      importsOf(
        `import x from './a.ts';\nexport * from "./b.ts";\nconst c = await import('./c.ts');\nimport './d.css';`,
      ),
    ).toEqual(['./a.ts', './b.ts', './c.ts', './d.css']);
  });
});
