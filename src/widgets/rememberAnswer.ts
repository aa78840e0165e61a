import type { AnsweredQuestion } from './askedQuestion.ts';

/** Keeps an answer for later reviews. What checks and stores it is fetched when there is something to keep. */
export const rememberAnswer = async ({ question, right, sure, beliefs }: AnsweredQuestion): Promise<void> => {
  const { storeEvent } = await import('./progressStore.ts');
  storeEvent({
    what: 'answered',
    id: question.id,
    rev: question.answerRev ?? 1,
    at: Date.now(),
    right,
    ...(sure !== undefined && { sure }),
    ...(beliefs.length > 0 && { mis: [...beliefs] }),
  });
};
