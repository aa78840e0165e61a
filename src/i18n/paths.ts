import { LOCALES, type Locale } from './locales.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/**
 * The address of a page in a language, below the base path.
 * @param path  without language or base, with both slashes: `/chapters/key-deletion/`
 */
export const pathIn = (locale: Locale, path: string): string => `${base}${locale === 'ja' ? '' : `/${locale}`}${path}`;

/** The reverse: `/kms-notebook/en/about/` → `/about/`. */
export const pathWithoutLocale = (pathname: string): string => {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const prefix = LOCALES.find((locale) => path === `/${locale}` || path.startsWith(`/${locale}/`));
  const rest = prefix ? path.slice(prefix.length + 1) : path;
  return rest.endsWith('/') ? rest : `${rest}/`;
};

/** A file of public/. */
export const asset = (path: string): string => `${base}${path}`;

/** For `getStaticPaths` of a page under `[...locale]`: the page in every language. */
export const everyLocale = () =>
  LOCALES.map((locale) => ({ params: { locale: locale === 'ja' ? undefined : locale } }));
