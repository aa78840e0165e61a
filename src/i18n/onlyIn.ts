import { LOCALES, type Locale } from './locales.ts';

/**
 * A plain value without the texts of other languages: `{ ja: '鍵', en: 'key' }` becomes `{ en: 'key' }` on an English
 * page. An island gets no words that it cannot say.
 */
export const onlyIn = <Value>(locale: Locale, value: Value): Value => {
  if (Array.isArray(value)) return value.map((item: unknown) => onlyIn(locale, item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const isText = LOCALES.every((tag) => tag in value) && Object.keys(value).length === LOCALES.length;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isText || name === locale)
      .map(([name, part]) => [name, onlyIn(locale, part)]),
  ) as Value;
};
