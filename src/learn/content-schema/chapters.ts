import * as v from 'valibot';

/** The thirteen chapters, in the order of the source document. */
export const CHAPTERS = [
  'what-is-kms',
  'basics',
  'master-and-data-keys',
  'master-keys',
  'aliases',
  'key-material',
  'key-policies',
  'multi-region-keys',
  'cross-account',
  'key-deletion',
  'data-key-caching',
  'client-and-server-side',
  'summary',
] as const;

export const Chapter = v.picklist(CHAPTERS);
export type Chapter = v.InferOutput<typeof Chapter>;
