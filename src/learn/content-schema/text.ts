import * as v from 'valibot';

/** Kana or kanji: what makes a text Japanese. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

/**
 * One text in both languages, each complete in itself.
 *
 * Japanese is typed without spaces beside Latin letters: the page sets that gap (`text-autospace`).
 */
export const Text = v.strictObject({
  ja: v.pipe(
    filled,
    v.check((ja) => JAPANESE.test(ja), 'the Japanese text holds no Japanese'),
  ),
  en: v.pipe(
    filled,
    v.check((en) => !JAPANESE.test(en), 'the English text holds Japanese'),
  ),
});
export type Text = v.InferOutput<typeof Text>;

/**
 * A text, or a name that both languages share: an operation, a state, an error, a number, a line of JSON.
 * A plain string is therefore code, and is shown as code.
 */
export const Label = v.union([
  v.pipe(
    filled,
    v.check((code) => !JAPANESE.test(code), 'a label in one language must be code'),
  ),
  Text,
]);
export type Label = v.InferOutput<typeof Label>;

export type Language = keyof Text;

/** The words of a label in one language. */
export const labelIn = (label: Label, language: Language): string =>
  typeof label === 'string' ? label : label[language];
