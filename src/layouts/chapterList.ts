import { type CollectionEntry, getCollection } from 'astro:content';
import type { Locale } from '../i18n/locales.ts';

export interface ListedChapter {
  readonly slug: string;
  /** As in the name of its file and in the source document. */
  readonly number: number;
  readonly entry: CollectionEntry<'chapters'>;
}

/** The chapters of a language, in reading order. */
export const chaptersIn = async (locale: Locale): Promise<readonly ListedChapter[]> =>
  (await getCollection('chapters', ({ id }) => id.startsWith(`${locale}/`)))
    .map((entry) => ({
      slug: entry.id.slice(locale.length + 1),
      number: Number(/(\d\d)-[^/]*$/.exec(entry.filePath ?? '')?.[1] ?? Number.NaN),
      entry,
    }))
    .sort((a, b) => a.number - b.number);
