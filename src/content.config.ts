import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** `content/ja/chapters/10-key-deletion.mdx` → id `ja/key-deletion`, read in the order of the file names. */
const chapters = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{ja,en}/chapters/[0-9][0-9]-*.mdx',
    generateId: ({ entry }) => entry.replace(/\/chapters\/\d\d-/, '/').replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({
    /** Stable name of the section, never its position: `s10-delete`. */
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(1),
    /** One sentence for the list of chapters and for search engines. */
    summary: z.string().min(1),
    minutes: z.number().int().positive(),
    misconceptions: z.array(z.string().regex(/^M\d\d$/)).default([]),
    /** Ids in content/facts.yaml. */
    facts: z.array(z.string()).default([]),
    sources: z.array(z.url()).min(1),
  }),
});

/** Pages that are all prose: `content/en/pages/about.mdx` → id `en/about`. */
const pages = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{ja,en}/pages/*.mdx',
    generateId: ({ entry }) => entry.replace('/pages/', '/').replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({ title: z.string().min(1), summary: z.string().min(1) }),
});

export const collections = { chapters, pages };
