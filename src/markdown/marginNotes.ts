/**
 * Sends notes to the margin. A block that mentions `<Fact id>` or `<Term id>`, or is followed by `<MarginNote>` or
 * `<FactNote id>`, is wrapped together with its notes; so is the block that follows a note with none before it.
 *
 *     <div class="noted"> <div class="notes"> <FactNote id/> <TermNote id/> <MarginNote/>… </div>  the block  </div>
 *
 * prose.css floats the notes beside the block where there is room, and puts them under it where there is none.
 * A fact or a term is explained once a chapter, at its first mention.
 */
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const NOTE_OF: Readonly<Record<string, string>> = { Fact: 'FactNote', Term: 'TermNote' };

const isJsx = (node: RootContent): node is MdxJsxFlowElement => node.type === 'mdxJsxFlowElement';

const isNote = (node: RootContent): node is MdxJsxFlowElement =>
  isJsx(node) && ['MarginNote', 'FactNote', 'TermNote'].includes(node.name ?? '');

const element = (name: string, className: string | undefined, children: RootContent[]): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: className ? [{ type: 'mdxJsxAttribute', name: 'class', value: className }] : [],
  children: children as MdxJsxFlowElement['children'],
});

export const remarkMarginNotes = () => (tree: Root) => {
  const explained = new Set<string>();

  const notesIn = (block: RootContent): MdxJsxFlowElement[] => {
    const notes: MdxJsxFlowElement[] = [];
    visit(block, (node) => {
      if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return;
      const { name, attributes } = node as Jsx;
      const note = name ? NOTE_OF[name] : undefined;
      const id = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id')?.value;
      if (!note || typeof id !== 'string' || explained.has(`${note} ${id}`)) return;
      explained.add(`${note} ${id}`);
      notes.push({ ...element(note, undefined, []), attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }] });
    });
    return notes;
  };

  const settle = (blocks: RootContent[]): RootContent[] => {
    const settled: RootContent[] = [];
    // Notes written before the block that they belong to, as after a widget.
    let early: RootContent[] = [];
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i];
      if (!block) continue;
      if (isNote(block)) {
        early.push(block);
        continue;
      }
      if (isJsx(block)) {
        const element = block as MdxJsxFlowElement;
        element.children = settle(element.children as RootContent[]) as MdxJsxFlowElement['children'];
        settled.push(...early, block);
        early = [];
        continue;
      }
      if (block.type === 'heading') {
        settled.push(...early, block);
        early = [];
        continue;
      }
      const notes: RootContent[] = [...early, ...notesIn(block)];
      early = [];
      for (let next = blocks[i + 1]; next && isNote(next); next = blocks[i + 1]) {
        notes.push(next);
        i++;
      }
      settled.push(notes.length === 0 ? block : element('div', 'noted', [element('div', 'notes', notes), block]));
    }
    return [...settled, ...early];
  };

  tree.children = settle(tree.children);
};
