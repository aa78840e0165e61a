import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/i18n/strings.ts';
import { defineStrings, type Strings } from '../../src/i18n/strings.ts';
import { t } from '../../src/i18n/t.ts';

const clock = defineStrings({
  ja: { next: '次の予定へ', left: 'あと {n} 日', at: '{name} は {when}' },
  en: { next: 'Next due event', left: '{n} {n|day|days} left', at: '{when}: {name}' },
});

describe('t', () => {
  test('says a string in the language asked for', () => {
    expect(t(clock, 'ja')('next')).toBe('次の予定へ');
    expect(t(clock, 'en')('next')).toBe('Next due event');
  });
  test('fills placeholders in the order of the language', () => {
    expect(t(clock, 'ja')('at', { name: 'k1', when: '4月1日' })).toBe('k1 は 4月1日');
    expect(t(clock, 'en')('at', { name: 'k1', when: '1 April' })).toBe('1 April: k1');
  });
  test.each([
    [0, '0 days left'],
    [1, '1 day left'],
    [7, '7 days left'],
  ])('picks the word that goes with %i', (n, expected) => {
    expect(t(clock, 'en')('left', { n })).toBe(expected);
  });
  test('refuses to say a text with a hole', () => {
    // @ts-expect-error the value is required
    expect(() => t(clock, 'ja')('left')).toThrow('"left" expected a value for {n}, got none');
  });
});

describe('What does not compile', () => {
  test('a missing key, a superfluous key, a forgotten or invented placeholder', () => {
    // @ts-expect-error English lacks "b"
    defineStrings({ ja: { a: 'あ', b: 'い' }, en: { a: 'a' } });
    // @ts-expect-error Japanese has no "b"
    defineStrings({ ja: { a: 'あ' }, en: { a: 'a', b: 'b' } });
    // @ts-expect-error {n} is forgotten
    defineStrings({ ja: { a: '{n} 日' }, en: { a: 'days' } });
    // @ts-expect-error {m} is invented
    defineStrings({ ja: { a: '{n} 日' }, en: { a: '{n} days of {m}' } });
    // @ts-expect-error no such key
    expect(() => t(clock, 'ja')('nowhere')).toThrow();
  });
});

const areas = Object.entries(
  import.meta.glob<Readonly<Record<string, Strings<Table>>>>('../../src/i18n/areas/*.ts', { eager: true }),
).flatMap(([file, module]) =>
  Object.entries(module).map(([name, strings]) => [`${file.split('/').at(-1)} ${name}`, strings] as const),
);

describe.each(areas)('%s', (_, { ja, en }) => {
  test('is Japanese in Japanese and holds none in English', () => {
    const japanese = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u;
    expect(Object.entries(en).filter(([, text]) => japanese.test(text))).toEqual([]);
    // Names of AWS's, units and plain signs are the same in both, but for spaces and the width of signs.
    const withoutSpaces = (text = '') => text.replaceAll(' ', '').replaceAll('（', '(').replaceAll('）', ')');
    expect(
      Object.entries(ja).filter(
        ([key, text]) => !japanese.test(text) && withoutSpaces(text) !== withoutSpaces(en[key]),
      ),
    ).toEqual([]);
  });
  test('has no empty string', () => {
    expect([...Object.values(ja), ...Object.values(en)].filter((text) => text.trim() === '')).toEqual([]);
  });
});
