/** How chapters become pages: the plugins of the Markdown pipeline, in order. */
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { rehypeClassesForStyles } from './classesForStyles.ts';
import { rehypeHeadingIdsOfEnglish } from './headingIds.ts';
import { remarkImportComponents } from './importComponents.ts';
import { remarkMarginNotes } from './marginNotes.ts';
import { rehypePhraseBreaks } from './phraseBreaks.ts';
import { rehypeTableScroll } from './tableScroll.ts';

// CommonMark's flanking rule leaves **「鍵」**の as it is written: https://github.com/commonmark/commonmark-spec/issues/650
export const remarkPlugins: RemarkPlugins = [remarkCjkFriendly, remarkMarginNotes, remarkImportComponents];

export const rehypePlugins: RehypePlugins = [
  rehypeClassesForStyles,
  rehypeHeadingIdsOfEnglish,
  rehypePhraseBreaks,
  rehypeTableScroll,
];
