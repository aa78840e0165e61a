/**
 * Gives a heading the same address in every language, so that the language switch keeps the reader's place: the n-th
 * heading of a translation takes the id of the n-th heading in English. A different number of headings is an error.
 */
import { existsSync, readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Ids of the headings of a Markdown text, in order. */
export const headingIds = (markdown: string): readonly string[] => {
  const slugger = new GithubSlugger();
  const prose = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
  return [...prose.matchAll(/^#{2,6}[ \t]+(.+?)[ \t]*#*$/gm)].map(([, text = '']) =>
    slugger.slug(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]+>|[*`]/g, '')),
  );
};

export const rehypeHeadingIdsOfEnglish = () => (tree: Root, file: VFile) => {
  const [, folder, locale, rest] = /^(.*[/\\]content)[/\\]([a-z]{2})[/\\](.*)$/.exec(file.path ?? '') ?? [];
  if (!folder || !locale || !rest) return;
  const english = `${folder}/en/${rest}`;
  if (!existsSync(english)) return;
  const ids = headingIds(readFileSync(english, 'utf8'));
  const headings: Element[] = [];
  visit(tree, 'element', (node: Element) => {
    if (/^h[2-6]$/.test(node.tagName)) headings.push(node);
  });
  if (headings.length !== ids.length)
    throw new Error(`${file.path} has ${headings.length} headings, its English text ${ids.length}`);
  headings.forEach((heading, i) => {
    heading.properties.id = ids[i];
  });
};
