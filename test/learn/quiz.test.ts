import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/learn/content-schema/question.ts';
import { type Answer, emptyAnswer, isComplete, joinsOf, judge, pickablesOf, shuffled } from '../../src/learn/quiz.ts';
import { content } from '../content/content.ts';

const labelsEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The right answer, read off the question. */
const rightAnswer = (question: Question): Answer => {
  switch (question.type) {
    case 'short':
      return { text: question.accept[0] ?? '' };
    case 'order':
      return { order: question.steps.map(({ id }) => id) };
    case 'spot':
      return { picked: question.lines.filter(({ wrong }) => wrong).map(({ id }) => id) };
    case 'match':
    case 'trace': {
      const rows =
        question.type === 'match'
          ? question.pairs.map(({ id, right }) => [id, right] as const)
          : question.rows.map(({ id, answer }) => [id, answer] as const);
      const joins = joinsOf(question);
      return {
        joined: Object.fromEntries(
          rows.map(([id, wanted]) => [id, joins.findIndex((label) => labelsEqual(label, wanted))]),
        ),
      };
    }
    default:
      return { picked: question.options.filter(({ correct }) => correct).map(({ id }) => id) };
  }
};

describe('judge', () => {
  test('calls the right answer of every question right', () => {
    for (const question of content.questions)
      expect(judge(question, rightAnswer(question)), question.id).toMatchObject({ right: true, beliefs: [] });
  });

  test('calls the empty answer of every question wrong', () => {
    for (const question of content.questions)
      expect(judge(question, emptyAnswer(question)).right, question.id).toBe(false);
  });

  test('gives a reason for every part, and names the belief behind each wrong one', () => {
    for (const question of content.questions) {
      const { parts, why } = judge(question, emptyAnswer(question));
      if (question.type === 'short') expect(why).toEqual(question.why);
      else for (const part of parts) expect(part.why.ja, question.id).not.toBe('');
    }
    const choice = content.questions.find(({ id }) => id === 'q10-02') as Question;
    const { right, beliefs } = judge(choice, { picked: ['b'] });
    expect({ right, beliefs }).toEqual({ right: false, beliefs: ['M66'] });
  });

  test('holds a picked and an unpicked line of many against the reader alike', () => {
    const multi = content.questions.find(({ type }) => type === 'multi');
    if (multi?.type !== 'multi') throw new Error('there is no multi');
    const all = judge(multi, { picked: multi.options.map(({ id }) => id) });
    expect(all.parts.filter(({ right }) => !right).map(({ id }) => id)).toEqual(
      multi.options.filter(({ correct }) => !correct).map(({ id }) => id),
    );
  });
});

describe('judge of a typed answer', () => {
  const ask = (text: string) => {
    const { right, near, why } = judge(
      {
        id: 'q00-01',
        type: 'short',
        stem: { ja: '問', en: 'Q' },
        accept: ['GenerateDataKey', '4,096'],
        why: { ja: '理由', en: 'Why' },
        near: [{ text: '4095', why: { ja: '一つ足りません。', en: 'One short.' } }],
      },
      { text },
    );
    return right ? 'right' : near ? `near: ${why?.en}` : 'wrong';
  };

  test.each([
    'generatedatakey',
    ' GenerateDataKey ',
    'kms:GenerateDataKey',
    'ＧｅｎｅｒａｔｅＤａｔａＫｅｙ',
    '４０９６',
    '4096',
  ])('takes %s', (text) => expect(ask(text)).toBe('right'));
  test('says of a slip that it is nearly right, and of the foreseen why it is not', () => {
    expect(ask('GenarateDataKey')).toBe('near: Why');
    expect(ask('4095')).toBe('near: One short.');
  });
  test.each(['Encrypt', '4097', '', '40960'])('refuses "%s"', (text) => expect(ask(text)).toBe('wrong'));
});

describe('what a reader is shown', () => {
  test('offers every option once, in an order that the page and its server agree on', () => {
    for (const question of content.questions) {
      const ids = pickablesOf(question).map(({ id }) => id);
      if ('options' in question) expect([...ids].sort()).toEqual(question.options.map(({ id }) => id).sort());
      expect(pickablesOf(question).map(({ id }) => id)).toEqual(ids);
    }
  });

  test('does not put the right option first more often than chance would', () => {
    const choices = content.questions.filter((question) => question.type === 'choice');
    const first = choices.filter(
      (question) =>
        'options' in question && question.options.find(({ id }) => id === pickablesOf(question)[0]?.id)?.correct,
    );
    expect(first.length / choices.length).toBeLessThan(0.4);
    expect(first.length / choices.length).toBeGreaterThan(0.1);
  });

  test('asks for every row before it judges', () => {
    const trace = content.questions.find(({ type }) => type === 'trace');
    if (trace?.type !== 'trace') throw new Error('there is no trace');
    expect(isComplete(trace, { joined: { [trace.rows[0]?.id ?? '']: 0 } })).toBe(false);
    expect(isComplete(trace, rightAnswer(trace))).toBe(true);
  });
});

test('shuffled keeps what it is given and depends on its seed', () => {
  const items = [...'abcdefgh'];
  expect([...shuffled(items, 'one')].sort()).toEqual(items);
  expect(shuffled(items, 'one')).toEqual(shuffled(items, 'one'));
  expect(shuffled(items, 'one')).not.toEqual(shuffled(items, 'two'));
});
