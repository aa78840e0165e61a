/**
 * The words of one part of the interface, in every language. A missing key, a superfluous one, or a translation that
 * forgets a `{placeholder}` of the Japanese does not compile.
 */
import type { Locale } from './locales.ts';

/** Names of the placeholders in a text: `'{n} {n|day|days} left'` → `'n'`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Placeholders<Rest>
  : never;

type SamePlaceholders<Of extends string, Text extends string> = [Placeholders<Of>] extends [Placeholders<Text>]
  ? [Placeholders<Text>] extends [Placeholders<Of>]
    ? Text
    : `has a placeholder that the Japanese text has not: ${Exclude<Placeholders<Text>, Placeholders<Of>>}`
  : `lacks {${Exclude<Placeholders<Of>, Placeholders<Text>>}}`;

export type Table = Readonly<Record<string, string>>;
export type Strings<Ja extends Table = Table> = Readonly<Record<Locale, { readonly [Key in keyof Ja]: string }>> & {
  readonly ja: Ja;
};

/** Declares an area's strings; see README.md beside this file. */
export const defineStrings = <
  const Ja extends Table,
  const En extends { readonly [Key in keyof Ja]: string },
>(strings: {
  readonly ja: Ja;
  readonly en: En & { readonly [Key in keyof En]: Key extends keyof Ja ? SamePlaceholders<Ja[Key], En[Key]> : never };
}): Strings<Ja> => strings;
