import type { Fact } from '../learn/content-schema/fact.ts';
import type { Proof } from '../learn/content-schema/proof.ts';
import type { QuizItem } from '../learn/quiz.ts';

/** A question as a page holds it. */
export type AskedQuestion = QuizItem & {
  /** Changes when the answer does: a history of the old one counts no more. */
  readonly answerRev?: number;
  readonly proof?: Proof;
  readonly sources?: readonly Pick<Fact, 'sentence' | 'source' | 'checkedOn'>[];
};

export interface AnsweredQuestion {
  readonly question: AskedQuestion;
  readonly right: boolean;
  /** Absent where nobody asked. */
  readonly sure?: boolean;
  readonly beliefs: readonly string[];
}
