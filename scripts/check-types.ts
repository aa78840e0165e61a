/**
 * Types of .ts, .astro and .mdx: part of `npm run check`.
 *
 * No checker reads .mdx with Astro and Svelte components in it, so each file's JSX is written, prose left out, into an
 * .astro file at the same depth in mdx-types/, and `astro check` types that. A wrong prop is reported with the chapter's
 * path (mdx-types/ja/chapters/… is content/ja/chapters/…).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkFrontmatter from 'remark-frontmatter';
import { visit } from 'unist-util-visit';

const root = fileURLToPath(new URL('..', import.meta.url));
const content = join(root, 'content');
const out = join(root, 'mdx-types');
const processor = createProcessor({ remarkPlugins: [remarkFrontmatter] });

const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
rmSync(out, { recursive: true, force: true });
for (const file of files) {
  const text = readFileSync(join(content, file), 'utf8');
  const tree = processor.parse(text) as Root;
  const imports: string[] = [];
  const markup: string[] = [];
  const placed = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') imports.push((node as { value: string }).value);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const element = node as MdxJsxFlowElement | MdxJsxTextElement;
    if (!element.name || !/^[A-Z]/.test(element.name)) return;
    const from = element.position?.start.offset ?? 0;
    const inside = element.children[0]?.position?.start.offset;
    // The opening tag, as it stands in the file; what is inside is visited for itself.
    const tag = text
      .slice(from, inside ?? element.position?.end.offset)
      .replace(/<\/[A-Za-z.]+>\s*$/, '')
      .trimEnd();
    const open = tag.endsWith('/>') ? tag : `${tag.replace(/(?<=>)[^>]*$/, '')}<span /></${element.name}>`;
    markup.push(open);
    placed.add(element.name);
  });
  const provided = [...placed].filter((name) => !imports.some((line) => line.includes(name)));
  const target = join(out, file.replace(/\.mdx$/, '.astro'));
  mkdirSync(dirname(target), { recursive: true });
  const up = '../'.repeat(file.split(/[\\/]/).length);
  writeFileSync(
    target,
    [
      '---',
      ...imports,
      ...provided.map((name) => `import ${name} from '${up}src/components/${name}.astro';`),
      '---',
      ...markup,
      '',
    ].join('\n'),
  );
}

const { status } = spawnSync('npx', ['astro', 'check', '--root', '.'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
rmSync(out, { recursive: true, force: true });
process.exitCode = status ?? 1;
