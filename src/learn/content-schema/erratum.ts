import * as v from 'valibot';
import { Chapter } from './chapters.ts';
import { Id, Since, Source } from './common.ts';
import { Text } from './text.ts';

export const VERDICTS = ['ok', 'old', 'imprecise', 'typo', 'error', 'unverified'] as const;

/** How a reader can convince themselves: by doing it here, or by the dated fact. */
const ErratumProof = v.variant('by', [
  v.strictObject({ by: v.literal('simulator'), hint: Text }),
  v.strictObject({ by: v.literal('fact'), fact: Id }),
]);

/** One claim of the source document, beside what holds today. `claim` is in our words. */
export const Erratum = v.strictObject({
  id: Id,
  chapter: Chapter,
  verdict: v.picklist(VERDICTS),
  claim: Text,
  today: Text,
  since: v.optional(Since),
  source: Source,
  proof: ErratumProof,
});
export type Erratum = v.InferOutput<typeof Erratum>;
