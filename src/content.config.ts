import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

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

const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

const facts = defineCollection({
  loader: file('content/facts.yaml'),
  schema: z.object({
    id: z.string(),
    sentence: bilingual,
    source: z.url(),
    /** The day on which the fact was last compared with its source. */
    checkedOn: z.iso.date(),
    confidence: z.enum(['documented', 'recorded', 'inferred', 'unverified']),
  }),
});

const glossary = defineCollection({
  loader: file('content/glossary.yaml'),
  schema: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    term: bilingual,
    /** How the Japanese is read, where a beginner may not know. */
    reading: z.string().optional(),
    /** What it was called before, as older texts still do. */
    formerly: bilingual.optional(),
    meaning: bilingual,
    source: z.url().optional(),
  }),
});

export const collections = { chapters, facts, glossary };
