/** A table wider than the page scrolls by itself, by keyboard too, and the page does not. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export const rehypeTableScroll = () => (tree: Root) => {
  visit(tree, 'element', (table: Element, index, parent) => {
    if (table.tagName !== 'table' || index === undefined || !parent) return undefined;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-scroll'], tabIndex: 0 },
      children: [table],
    };
    return SKIP;
  });
};
