import { describe, expect, test } from 'vitest';
import { content } from './content.ts';

/** Every text in the files, with the place where it stands. */
const texts = (value: unknown, at: string): readonly { at: string; ja: string; en: string }[] => {
  if (value === null || typeof value !== 'object') return [];
  if ('ja' in value && 'en' in value && typeof value.ja === 'string' && typeof value.en === 'string')
    return [{ at, ja: value.ja, en: value.en }];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${at}.${key}`));
};

const all = Object.values(content)
  .flat()
  .flatMap((entry) => texts(entry, entry.id));

/** The parts that are whole sentences; options, claims of a belief and sides of a match may be phrases. */
const sentences = all.filter(({ at }) =>
  /\.(sentence|definition|refutation|because|tryIt|today|hint|why|stem)$/.test(at),
);

const offenders = (rule: (text: { at: string; ja: string; en: string }) => boolean, list = all) =>
  list.filter((text) => rule(text)).map(({ at, ja, en }) => `${at}: ${ja} / ${en}`);

const JAPANESE = '[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}、。「」（）]';

describe('the Japanese', () => {
  test('has no typed space beside Latin letters: the page sets that gap', () => {
    const typed = new RegExp(`${JAPANESE} +[!-~]|[!-~] +${JAPANESE}`, 'u');
    expect(offenders(({ ja }) => typed.test(ja))).toEqual([]);
  });

  test('is punctuated in full width and writes letters and figures in half width', () => {
    const halfWidth = new RegExp(`${JAPANESE}[,.;!?()]|[,;!?()]${JAPANESE}`, 'u');
    expect(offenders(({ ja }) => halfWidth.test(ja) || /[Ａ-Ｚａ-ｚ０-９，．]/u.test(ja))).toEqual([]);
  });

  test('speaks politely in every sentence', () => {
    const polite =
      /(です|ます|ました|でした|ません|ましょう|ください|ますか|ですか|でしょうか|せんか|ましたか)(（[^）]*）)?。$/u;
    expect(offenders(({ ja }) => !polite.test(ja), sentences)).toEqual([]);
  });

  test('says サーバー, リージョン, ポリシー as AWS does, and アクセス許可 only for permission', () => {
    expect(
      offenders(({ ja }) => /サーバ(?!ー)|ポリシ(?!ー)|暗号鍵キー|カスタマー管理キー|AWS管理キー/u.test(ja)),
    ).toEqual([]);
  });
});

describe('the English', () => {
  test('ends its sentences', () => {
    expect(offenders(({ en }) => !/[.?:)"]$/.test(en), sentences)).toEqual([]);
  });

  test('has plain quotes and no double spaces', () => {
    expect(offenders(({ en }) => /[“”‘’]| {2}/.test(en))).toEqual([]);
  });
});
