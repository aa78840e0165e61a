import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { remarkMarginNotes } from '../../src/markdown/marginNotes.ts';

/** The blocks of a chapter as the plugin leaves them: `noted(FactNote MarginNote | paragraph)`. */
const outline = (mdx: string): readonly string[] => {
  let tree: Root | undefined;
  const keep = () => (left: Root) => {
    tree = structuredClone(left);
  };
  const processor = createProcessor({ remarkPlugins: [remarkMarginNotes, keep] });
  processor.runSync(processor.parse(mdx) as never);
  const nameOf = (node: unknown): string => {
    const { type, name, children = [] } = node as { type: string; name?: string; children?: unknown[] };
    if (name !== 'div') return name ?? type;
    const [notes, block] = children as { children: unknown[] }[];
    return `noted(${notes?.children.map(nameOf).join(' ')} | ${nameOf(block)})`;
  };
  return tree?.children.map(nameOf) ?? [];
};

describe('Notes go to the margin', () => {
  test('of the paragraph that mentions a fact or a term', () => {
    expect(outline('KMS waits <Fact id="deletion-window">7 to 30 days</Fact>.\n\nNext.')).toEqual([
      'noted(FactNote | paragraph)',
      'paragraph',
    ]);
  });
  test('of the block that a note follows, several together', () => {
    expect(
      outline(
        'A <Term id="kms-key">key</Term>.\n\n<MarginNote>one</MarginNote>\n\n<MarginNote>two</MarginNote>\n\nNext.',
      ),
    ).toEqual(['noted(TermNote MarginNote MarginNote | paragraph)', 'paragraph']);
  });
  test('once: a second mention explains nothing again', () => {
    expect(outline('<Fact id="a">x</Fact> y\n\n- <Fact id="a">x</Fact> again\n- <Fact id="b">z</Fact>')).toEqual([
      'noted(FactNote | paragraph)',
      'noted(FactNote | list)',
    ]);
  });
  test('of the next block, where a widget stands before the note', () => {
    expect(
      outline('<KeyLab />\n\n<FactNote id="a" />\n\nText.\n\n<MarginNote>left over</MarginNote>\n\n## End'),
    ).toEqual(['KeyLab', 'noted(FactNote MarginNote | paragraph)', 'heading']);
  });
  test('and a block without them stays as it is', () => {
    expect(outline('One.\n\n<Refute id="M65" />')).toEqual(['paragraph', 'Refute']);
  });
});
