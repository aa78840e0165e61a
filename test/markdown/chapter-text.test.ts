import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import { headingIds } from '../../src/markdown/headingIds.ts';
import { rehypePlugins, remarkPlugins } from '../../src/markdown/index.ts';
import { phrasesOf } from '../../src/markdown/phraseBreaks.ts';

const html = async (markdown: string): Promise<string> => {
  const { render } = await createMarkdownProcessor({
    remarkPlugins,
    rehypePlugins,
    shikiConfig: { theme: 'css-variables' },
  });
  return (await render(markdown)).code;
};

describe('Emphasis beside Japanese brackets', () => {
  // https://github.com/commonmark/commonmark-spec/issues/650
  test.each([
    ['これは**「待機期間」**の話です。', '<strong>「待機期間」</strong>'],
    ['**鍵(キー)**を消す', '<strong>鍵(キー)</strong>'],
    ['**削除。**それから', '<strong>削除。</strong>'],
    ['**`Decrypt`**を呼ぶ', '<strong><code>Decrypt</code></strong>'],
    ['plain **bold** text', '<strong>bold</strong>'],
  ])('%s', async (markdown, expected) => {
    expect(await html(markdown)).toContain(expected);
  });
});

describe('What the content security policy would refuse', () => {
  test('is not in a listing: tokens carry classes', async () => {
    const listing = await html('```json\n{ "KeyId": "k1", "ok": true }\n```');
    expect(listing).not.toMatch(/style=/);
    expect(listing).toMatch(/class="[^"]*tok-string/);
    expect(listing).toMatch(/<pre[^>]*tabindex="0"/);
  });

  test('is not in a table: alignment is a class', async () => {
    const table = await html('| a | b |\n|:-:|--:|\n| 1 | 2 |');
    expect(table).not.toMatch(/style=|align="/);
    expect(table).toMatch(/<td class="align-center">1/);
    expect(table).toMatch(/<div class="table-scroll" tabindex="0"><table>/);
  });
});

describe('Headings', () => {
  test('break between phrases in Japanese', async () => {
    expect(await html('## 待機期間に何が使えるか')).toMatch(/待機期間に<wbr>何が<wbr>使えるか/);
  });
  test('are left alone in English', () => {
    expect(phrasesOf('What works while you wait')).toEqual(['What works while you wait']);
  });
  test('have the ids that Astro would give them', () => {
    const text =
      '---\ntitle: x\n---\n# Top\n## What `Decrypt` says\n```sh\n## not a heading\n```\n### A [link](https://x.y)\n## What `Decrypt` says';
    expect(headingIds(text)).toEqual(['what-decrypt-says', 'a-link', 'what-decrypt-says-1']);
  });
});
