import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

const COMPONENTS = '/src/components';

/**
 * Imports into a chapter what it places: `<KeyLab …>` is src/components/KeyLab.astro. So a page carries the styles of its
 * own components, and not those of all that any chapter may place.
 */
export const remarkImportComponents = () => (tree: Root) => {
  const names = new Set<string>();
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    const { name } = node as MdxJsxFlowElement | MdxJsxTextElement;
    if (name && /^[A-Z]\w*$/.test(name)) names.add(name);
  });
  const imports = [...names].sort().map((name) => ({ name, source: `${COMPONENTS}/${name}.astro` }));
  if (imports.length === 0) return;
  tree.children.unshift({
    type: 'mdxjsEsm',
    value: imports.map(({ name, source }) => `import ${name} from '${source}';`).join('\n'),
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: imports.map(({ name, source }) => ({
          type: 'ImportDeclaration',
          attributes: [],
          specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
          source: { type: 'Literal', value: source, raw: `'${source}'` },
        })),
      },
    },
  } as unknown as Root['children'][number]);
};
