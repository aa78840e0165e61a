import * as v from 'valibot';
import { Chapter } from './chapters.ts';
import { Day, Id, Since, Source } from './common.ts';
import { Text } from './text.ts';

const Plain = v.union([v.number(), v.string(), v.boolean()]);

/** A number, a name, a list of names, or named figures such as `{ min: 7, max: 30, default: 30 }`. */
export const FactValue = v.union([Plain, v.array(Plain), v.record(v.string(), v.union([v.number(), v.string()]))]);
export type FactValue = v.InferOutput<typeof FactValue>;

/**
 * Something that a chapter may state.
 *
 * `confidence` says who attests it: AWS's pages (`documented`), answers seen from the real service (`recorded`), our
 * reading of both (`inferred`), or nobody yet (`unverified`, and then it is never taught as certain).
 */
export const Fact = v.strictObject({
  id: Id,
  chapter: Chapter,
  value: FactValue,
  unit: v.optional(v.string()),
  sentence: Text,
  source: Source,
  checkedOn: Day,
  since: v.optional(Since),
  confidence: v.picklist(['documented', 'recorded', 'inferred', 'unverified']),
  changed: v.optional(v.strictObject({ before: FactValue, when: v.optional(Since) })),
});
export type Fact = v.InferOutput<typeof Fact>;
