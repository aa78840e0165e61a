import type { Locale } from './locales.ts';
import type { Placeholders, Strings, Table } from './strings.ts';

type Values<Text extends string> = [Placeholders<Text>] extends [never]
  ? readonly []
  : readonly [{ readonly [Name in Placeholders<Text>]: string | number }];

/** Looks a string up and fills its placeholders. */
export type T<Ja extends Table> = <Key extends keyof Ja>(key: Key, ...values: Values<Ja[Key]>) => string;

/**
 * The lookup for one area in one language: `const say = t(site, 'ja'); say('nav.chapters')`.
 *
 * `{name}` is replaced by the value; `{n|day|days}` by the first word where the value is 1, else by the second.
 */
export const t =
  <Ja extends Table>(strings: Strings<Ja>, locale: Locale): T<Ja> =>
  (key, ...[values]) =>
    strings[locale][key].replace(
      /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
      (_, name: string, one?: string, other?: string) => {
        const value = (values as Readonly<Record<string, string | number>> | undefined)?.[name];
        if (value === undefined) throw new Error(`"${String(key)}" expected a value for {${name}}, got none`);
        return one === undefined ? String(value) : ((value === 1 ? one : other) ?? '');
      },
    );
