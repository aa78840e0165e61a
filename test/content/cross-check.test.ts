import { describe, expect, test } from 'vitest';
import { type Content, crossCheck } from '../../src/learn/content-schema/cross-check.ts';
import { unevenOptions } from '../../src/learn/content-schema/option-lengths.ts';
import type { Question } from '../../src/learn/content-schema/question.ts';
import { content } from './content.ts';

const first = <Item>(list: readonly Item[]): Item => {
  const [item] = list;
  if (item === undefined) throw new Error('the list is empty');
  return item;
};
const problemsWith = (change: Partial<Content>) => crossCheck({ ...content, ...change });
const firstQuestion = first(content.questions);

describe('the written knowledge as a whole', () => {
  test('has no repeated id, no reference that leads nowhere, no belief left alone, no telling length', () => {
    expect(crossCheck(content)).toEqual([]);
  });
});

describe('crossCheck', () => {
  test('finds an id that stands twice', () => {
    expect(problemsWith({ facts: [...content.facts, first(content.facts)] })).toEqual([
      `fact "${first(content.facts).id}" stands twice`,
    ]);
  });

  test('finds a question whose source does not exist', () => {
    const lost: Question = { ...firstQuestion, source: ['no-such-fact'] };
    expect(problemsWith({ questions: [lost, ...content.questions.slice(1)] })).toContain(
      `"${lost.id}" names the fact "no-such-fact", which does not exist`,
    );
  });

  test('finds a term that points to no term', () => {
    const lost = { ...first(content.terms), related: ['no-such-term'] };
    expect(problemsWith({ terms: [lost, ...content.terms.slice(1)] })).toContain(
      `"${lost.id}" names the term "no-such-term", which does not exist`,
    );
  });

  test('finds a belief that no question takes up, and one that wrongly claims so', () => {
    expect(problemsWith({ questions: [] })).toContain('no question takes up "M01"');
    const shy = content.misconceptions.map((misconception) => ({ ...misconception, exerciseOnly: true }));
    expect(problemsWith({ misconceptions: shy })).toContain(
      '"M01" says that only exercises take it up, yet a question does',
    );
  });

  test('finds a row whose answer is not among the choices', () => {
    const questions = content.questions.map((question) =>
      question.type === 'trace' ? { ...question, choices: ['yes', 'no'] } : question,
    );
    expect(problemsWith({ questions }).join()).toMatch(/with something that is not a choice/);
  });
});

describe('unevenOptions', () => {
  const japanese = (...lengths: readonly number[]) => lengths.map((n) => ({ ja: 'あ'.repeat(n), en: 'x'.repeat(20) }));

  test('lets the longest be half as long again as the shortest, and three characters', () => {
    expect(unevenOptions(japanese(20, 33))).toBeUndefined();
    expect(unevenOptions(japanese(20, 34))).toEqual({ language: 'ja', widths: [20, 34] });
  });

  test('counts a Latin letter in Japanese as half a character', () => {
    expect(
      unevenOptions([
        { ja: 'あ'.repeat(10), en: 'x' },
        { ja: `あ${'x'.repeat(34)}`, en: 'x' },
      ]),
    ).toBeUndefined();
    expect(
      unevenOptions([
        { ja: 'あ'.repeat(10), en: 'x' },
        { ja: `あ${'x'.repeat(35)}`, en: 'x' },
      ]),
    ).toBeDefined();
  });

  test('does not measure names that both languages share', () => {
    expect(unevenOptions(['Encrypt', 'GenerateDataKeyPairWithoutPlaintext', ...japanese(10, 12)])).toBeUndefined();
  });
});
