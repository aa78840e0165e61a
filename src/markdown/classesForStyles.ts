/**
 * The content security policy allows no inline styles. Shiki colours tokens with `style="color:var(--astro-code-…)"`, and
 * GFM aligns table cells with an attribute that MDX turns into a style: both become classes (src/styles/code.css, prose.css).
 */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

const classesOf = (style: string): readonly string[] => [
  ...[...style.matchAll(/(?:^|;)\s*color:\s*var\(--astro-code-(?:token-)?([a-z-]+)\)/g)].map(
    ([, token]) => `tok-${token}`,
  ),
  ...(/font-style:\s*italic/.test(style) ? ['tok-italic'] : []),
  ...(/font-weight:\s*bold/.test(style) ? ['tok-bold'] : []),
];

const addClasses = (element: Element, added: readonly string[]) => {
  const { className, class: literal, ...others } = element.properties;
  const present = Array.isArray(className) ? className.map(String) : String(literal ?? className ?? '').split(' ');
  element.properties = { ...others, className: [...present, ...added].filter((name) => name !== '') };
};

export const rehypeClassesForStyles = () => (tree: Root) => {
  visit(tree, 'element', (element: Element) => {
    const { style, align } = element.properties;
    if (typeof style === 'string') {
      delete element.properties.style;
      addClasses(element, classesOf(style));
    }
    if (typeof align === 'string' && /^t[hd]$/.test(element.tagName)) {
      delete element.properties.align;
      addClasses(element, [`align-${align}`]);
    }
    // A listing that scrolls sideways must be reachable by keyboard.
    if (element.tagName === 'pre') element.properties.tabIndex = 0;
  });
};
