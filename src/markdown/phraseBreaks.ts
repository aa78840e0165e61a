/**
 * Japanese phrases (文節), found at build time by BudouX, so that a heading breaks between phrases in every browser.
 * Nothing of the model is shipped. https://github.com/google/budoux
 */
import { jaModel, Parser } from 'budoux';
import type { Element, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const parser = new Parser(jaModel);
const JAPANESE = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u;

/** The phrases of a text; one phrase where there is no Japanese in it. */
export const phrasesOf = (text: string): readonly string[] => (JAPANESE.test(text) ? parser.parse(text) : [text]);

/** Puts `<wbr>` between the phrases of headings. */
export const rehypePhraseBreaks = () => (tree: Root) => {
  visit(tree, 'element', (heading: Element) => {
    if (!/^h[1-4]$/.test(heading.tagName)) return undefined;
    visit(heading, 'text', (node: Text, index, parent) => {
      const phrases = phrasesOf(node.value);
      if (phrases.length < 2 || index === undefined || !parent) return undefined;
      const pieces = phrases.flatMap((value, i): (Text | Element)[] => [
        ...(i === 0 ? [] : [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]),
        { type: 'text', value },
      ]);
      (parent as Element).children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
    return SKIP;
  });
};
