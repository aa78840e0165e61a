/** The questions in content/, by id, as an island gets them. Build time only: a page ships what it asks. */
import { parseQuestions } from '../learn/content-schema/parse.ts';
import type { Question } from '../learn/content-schema/question.ts';
import type { AskedQuestion } from '../widgets/askedQuestion.ts';
import { factOf } from './knowledge.ts';

const files = import.meta.glob<string>('../../content/questions/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const allQuestions: readonly Question[] = Object.values(files).flatMap((yaml) => parseQuestions(yaml));

const byId = new Map(allQuestions.map((question) => [question.id, question]));

export const questionOf = (id: string): AskedQuestion => {
  const question = byId.get(id);
  if (!question) throw new Error(`"${id}" expected a question of content/questions, got none`);
  return asked(question);
};

/** Without what only authors and schedulers need. */
export const asked = (question: Question): AskedQuestion => {
  const { rev: _, section: __, asks: ___, difficulty: ____, confusable: _____, source, ...rest } = question;
  const sources = source.map((id) => {
    const { sentence, source: page, checkedOn } = factOf(id);
    return { sentence, source: page, checkedOn };
  });
  return { ...rest, sources };
};
