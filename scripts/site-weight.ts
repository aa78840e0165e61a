/** What a built page weighs on its way to the reader: gzipped, in kilobytes of 1000 bytes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  /** What the first view needs: HTML, styles, scripts that run at once, and the first widget. */
  readonly firstView: number;
  /** The same with all widgets above the first section: a chapter opens with a question and a simulator. */
  readonly opening: number;
  /** The same with all widgets of the page awake, before anybody has asked one of them for anything. */
  readonly awake: number;
  /** The opening's files, heaviest first. */
  readonly parts: readonly (readonly [file: string, weight: number])[];
}

export interface WeightAsked {
  readonly folder: string;
  /** The page's file in it. */
  readonly file: string;
  readonly html: string;
  /** The file that an address of the page leads to. */
  readonly fileOf: (address: string) => string | undefined;
  /** Is told of an address that leads nowhere. */
  readonly onMissing: (address: string) => void;
}

const sizes = new Map<string, number>();

/** GitHub Pages, and most servers, compress with gzip's default level. */
const gzipped = (folder: string, file: string): number => {
  const path = join(folder, file);
  const known = sizes.get(path) ?? gzipSync(readFileSync(path)).length / 1000;
  sizes.set(path, known);
  return known;
};

export const weigh = ({ folder, file, html, fileOf, onMissing }: WeightAsked): Weight => {
  const loaded = new Set<string>([file]);
  const load = (address: string) => {
    const target = fileOf(address);
    if (target) withImports(folder, target, loaded);
    else onMissing(address);
  };
  const sum = () => [...loaded].reduce((total, one) => total + gzipped(folder, one), 0);

  const atOnce = [
    ...[...html.matchAll(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g)].flatMap(([tag]) =>
      attributes(tag, 'href'),
    ),
    ...[...html.matchAll(/<script[^>]*\ssrc="[^"]*"[^>]*>/g)].flatMap(([tag]) => attributes(tag, 'src')),
  ];
  for (const address of atOnce) load(address);

  const prose = html.indexOf('<main');
  const section = prose + html.slice(prose).search(/<h2 id=/);
  const islands = [...html.matchAll(/<astro-island\s[^>]*>/g)];
  const wake = (some: typeof islands): number => {
    for (const [tag] of some) for (const address of scriptsOf(tag)) load(address);
    return sum();
  };
  const firstView = wake(islands.slice(0, 1));
  const opening = wake(islands.filter(({ index }) => index < section));
  const parts = [...loaded].map((one) => [one, gzipped(folder, one)] as const).sort(([, a], [, b]) => b - a);
  return { firstView, opening, awake: wake(islands), parts };
};

const scriptsOf = (island: string): readonly string[] => [
  ...attributes(island, 'component-url'),
  ...attributes(island, 'renderer-url'),
  ...attributes(island, 'before-hydration-url'),
];

export const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );

/** A script with the modules that it imports, as the browser follows them; imports on demand are not followed. */
const withImports = (folder: string, file: string, seen: Set<string>): void => {
  if (seen.has(file) || !existsSync(join(folder, file))) return;
  seen.add(file);
  if (!file.endsWith('.js')) return;
  const code = readFileSync(join(folder, file), 'utf8');
  for (const [, specifier = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    withImports(folder, join(file, '..', specifier).replaceAll('\\', '/'), seen);
  }
};
