import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const styles = new URL('../../src/styles/', import.meta.url);
const css = readFileSync(new URL('tokens.css', styles), 'utf8');

const block = (selector: string): ReadonlyMap<string, string> => {
  const from = css.indexOf(`${selector} {`);
  const body = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\s+/g, ' '),
    ]),
  );
};

describe('Tokens', () => {
  test('dark is the same by the wish of the system and by the choice of the reader', () => {
    const bySystem = block(':root:not([data-theme])');
    expect(bySystem.size).toBeGreaterThan(20);
    expect(block(':root[data-theme="dark"]')).toEqual(bySystem);
  });

  test('every colour has its dark twin', () => {
    const light = [...block(':root')].filter(([, value]) => /^(oklch|#)/.test(value)).map(([name]) => name);
    const dark = block(':root[data-theme="dark"]');
    expect(light.filter((name) => !dark.has(name))).toEqual([]);
  });

  test('no other style names a colour or an unknown token', () => {
    const known = new Set(css.match(/--[\w-]+(?=:)/g));
    for (const file of readdirSync(styles).filter(
      (name) => name.endsWith('.css') && name !== 'tokens.css' && name !== 'print.css',
    )) {
      const text = readFileSync(new URL(file, styles), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      expect(text.match(/#[0-9a-f]{3,8}\b|\b(?:oklch|rgb|hsl)\(/gi), file).toBeNull();
      const own = new Set(text.match(/--[\w-]+(?=:)/g));
      const used = [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
      const elsewhere = new Set(['--sheet-pad', '--page', '--key', '--hue']);
      expect(
        used.filter((name) => !known.has(name) && !own.has(name) && !elsewhere.has(name)),
        file,
      ).toEqual([]);
    }
  });
});
