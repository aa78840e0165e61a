import { type Label, type Language, labelIn } from './text.ts';

/** The longest option may be half as long again as the shortest … */
const RATIO = 1.5;

/** … and a little more, so that answers of a few characters may stand together. */
const GRACE: Readonly<Record<Language, number>> = { ja: 3, en: 8 };

/** Japanese in full-width characters, of which a Latin letter is half; English in letters. */
const widthOf = (text: string, language: Language): number =>
  language === 'en' ? text.length : [...text].reduce((width, letter) => width + (letter > 'ÿ' ? 1 : 0.5), 0);

/**
 * Tells whether the options give themselves away by length.
 * Names that both languages share are AWS's own and are as long as they are: only prose is measured.
 * @returns the language in which they do, and the widths found
 */
export const unevenOptions = (
  options: readonly Label[],
): { readonly language: Language; readonly widths: readonly number[] } | undefined => {
  const prose = options.filter((label) => typeof label !== 'string');
  for (const language of ['ja', 'en'] as const) {
    const widths = prose.map((label) => widthOf(labelIn(label, language), language));
    if (Math.max(...widths) > Math.min(...widths) * RATIO + GRACE[language]) return { language, widths };
  }
  return undefined;
};
