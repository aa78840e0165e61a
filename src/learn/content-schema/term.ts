import * as v from 'valibot';
import { Id, Source } from './common.ts';
import { Text } from './text.ts';

/**
 * A word of the trade.
 *
 * `reading` is the whole Japanese name in kana, so that a search by sound finds it; `formerly` holds names that older
 * texts use, such as CMK.
 */
export const Term = v.strictObject({
  id: Id,
  ja: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
  reading: v.pipe(v.string(), v.regex(/^[ぁ-ゖー・]+$/u, 'a reading is written in hiragana')),
  formerly: v.optional(v.array(v.string()), []),
  definition: Text,
  source: Source,
  related: v.optional(v.array(Id), []),
  confusableWith: v.optional(v.array(Id), []),
});
export type Term = v.InferOutput<typeof Term>;
