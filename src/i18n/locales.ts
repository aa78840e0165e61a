/** The languages of the notebook, Japanese first. Addresses of the first carry no prefix. */
export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { ja: '日本語', en: 'English' };

export const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** `Astro.currentLocale`, which Astro types as any text. */
export const localeOf = (tag: string | undefined): Locale => (isLocale(tag) ? tag : 'ja');
