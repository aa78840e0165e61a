import { describe, expect, test } from 'vitest';
import { CHAPTERS } from '../../src/learn/content-schema/chapters.ts';
import { parseErrata, parseFacts, parseGlossary, parseQuestions } from '../../src/learn/content-schema/parse.ts';
import { factsCheckedBefore } from '../../src/learn/content-schema/stale.ts';
import { content } from './content.ts';

const numbered = (prefix: string, to: number) =>
  Array.from({ length: to }, (_, at) => `${prefix}${String(at + 1).padStart(2, '0')}`);

describe('the facts', () => {
  test('cover every chapter but the summary, and name a page of AWS', () => {
    const covered = new Set(content.facts.map(({ chapter }) => chapter));
    expect(CHAPTERS.filter((chapter) => !covered.has(chapter))).toEqual(['summary']);
    for (const { id, source } of content.facts)
      expect(source, id).toMatch(/^https:\/\/(docs|aws|repost)\.(aws\.)?(amazon\.com|aws)\//);
  });

  test('say in words the number that they hold', () => {
    const plain = (text: string) => text.replaceAll(',', '');
    for (const { id, value, sentence } of content.facts) {
      if (typeof value !== 'number' || value <= 2) continue;
      expect(plain(sentence.ja), id).toContain(String(value));
    }
  });

  test('hold the limits that AWS publishes', () => {
    const value = (id: string) => content.facts.find((fact) => fact.id === id)?.value;
    expect(value('encrypt-max-bytes')).toBe(4096);
    expect(value('deletion-window')).toEqual({ min: 7, max: 30, default: 30 });
    expect(value('rotation-period-range')).toEqual({ min: 90, max: 2560, default: 365 });
    expect(value('rotation-on-demand-max')).toBe(25);
    expect(value('key-policy-max-bytes')).toBe(32768);
    expect(value('import-token-hours')).toBe(24);
  });
});

describe('factsCheckedBefore', () => {
  const [fact] = content.facts;
  const checked = (...days: readonly string[]) => (fact ? days.map((checkedOn) => ({ ...fact, checkedOn })) : []);

  test('gives the facts compared before the day, not on it, those waiting longest first', () => {
    const due = factsCheckedBefore(checked('2026-06-01', '2026-05-31', '2026-01-01'), '2026-06-01');
    expect(due.map(({ checkedOn }) => checkedOn)).toEqual(['2026-01-01', '2026-05-31']);
  });
});

describe('the errata', () => {
  test('answer all fifty-three claims of the source, in its order', () => {
    const claims = content.errata.map(({ id }) => id).filter((id) => id.startsWith('claim-'));
    expect(claims).toEqual(numbered('claim-', 53));
  });

  test('say since when, wherever the verdict is that something changed', () => {
    for (const { id, verdict, since } of content.errata) if (verdict === 'old') expect(since, id).toBeDefined();
  });
});

describe('the misconceptions', () => {
  test('are M01 to M78, each once', () => {
    expect(content.misconceptions.map(({ id }) => id).sort()).toEqual(numbered('M', 78));
  });

  test('touch every chapter that teaches', () => {
    const touched = new Set(content.misconceptions.map(({ chapter }) => chapter));
    expect(CHAPTERS.filter((chapter) => !touched.has(chapter))).toEqual(['summary']);
  });
});

describe('the glossary', () => {
  test('has ninety terms and more, found by their old names too', () => {
    expect(content.terms.length).toBeGreaterThanOrEqual(90);
    const byOldName = (name: string) =>
      content.terms.filter(({ formerly }) => formerly.includes(name)).map(({ id }) => id);
    expect(byOldName('CMK')).toContain('kms-key');
    expect(byOldName('CDK')).toContain('data-key');
  });

  test('is confusable both ways: what is mixed up with a term is mixed up with it in turn', () => {
    const term = new Map(content.terms.map((entry) => [entry.id, entry]));
    const oneWay = content.terms.flatMap(({ id, confusableWith }) =>
      confusableWith
        .filter((other) => !term.get(other)?.confusableWith.includes(id))
        .map((other) => `${id} → ${other}`),
    );
    expect(oneWay).toEqual([]);
  });
});

describe('a file that breaks its schema', () => {
  const fact = {
    id: 'a-fact',
    chapter: 'basics',
    value: 1,
    sentence: { ja: '一つです。', en: 'One.' },
    source: 'https://docs.aws.amazon.com/',
    checkedOn: '2026-11-23',
    confidence: 'documented',
  };

  test('is refused with the entry and the place', () => {
    expect(() => parseFacts(JSON.stringify([{ ...fact, checkedOn: 'yesterday' }]))).toThrow(/"a-fact" checkedOn/);
    expect(() => parseFacts(JSON.stringify([{ ...fact, chapter: 'cooking' }]))).toThrow(/"a-fact" chapter/);
  });

  test.each([
    ['no Japanese', { ja: 'One.', en: 'One.' }],
    ['no English', { ja: '一つです。', en: '' }],
    ['Japanese for English', { ja: '一つです。', en: '一つです。' }],
  ])('is refused with %s', (_, sentence) => {
    expect(() => parseFacts(JSON.stringify([{ ...fact, sentence }]))).toThrow(/"a-fact" sentence/);
  });

  test('is refused with a member that nobody knows', () => {
    expect(() => parseErrata(JSON.stringify([{ id: 'x', colour: 'red' }]))).toThrow(/"x"/);
    expect(() => parseGlossary(JSON.stringify([{ id: 'x', reading: 'カタカナ' }]))).toThrow(/"x"/);
    expect(() => parseQuestions(JSON.stringify([{ id: 'q01-01', type: 'riddle' }]))).toThrow(/"q01-01"/);
  });
});
