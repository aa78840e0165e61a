import type { Question } from './content-schema/question.ts';
import type { Label, Text } from './content-schema/text.ts';
import { judgeShort, type ShortVerdict } from './short-answer.ts';

/** What a widget needs of a question; exercises ask such questions too, without a proof of their own. */
export type QuizItem = Question extends infer Kind
  ? Kind extends Question
    ? Pick<Kind, Exclude<keyof Kind, NotForWidgets>>
    : never
  : never;
type NotForWidgets = 'rev' | 'answerRev' | 'section' | 'asks' | 'difficulty' | 'confusable' | 'source' | 'proof';

/** An answer as a reader gives it, by kind of question. */
export type Answer =
  /** Ids of the options picked: choice, predict, multi, spot. */
  | { readonly picked: readonly string[] }
  | { readonly text: string }
  /** Ids of the steps, first to last. */
  | { readonly order: readonly string[] }
  /** By id of the row, the place of what it was joined with in `joinsOf`. */
  | { readonly joined: Readonly<Record<string, number>> };

/** One line of an item, judged: what it was, whether the reader was right about it, and why. */
export interface JudgedPart {
  readonly id: string;
  readonly text: Label;
  /** The reader picked it, or joined it with this. */
  readonly chosen: boolean;
  /** It belongs to the right answer. */
  readonly wanted: boolean;
  readonly right: boolean;
  /** What it should be joined with, where that is the question. */
  readonly answer?: Label;
  /** Where the reader put it, from 1, where an order is asked for. */
  readonly place?: number;
  readonly why: Text;
  readonly mis?: string | undefined;
}

export interface Verdict {
  readonly right: boolean;
  /** Not right, but close: this is what was nearly it. */
  readonly near?: boolean;
  /** Of a typed answer: why it is right, or what was nearly right. */
  readonly why?: Text;
  readonly parts: readonly JudgedPart[];
  /** Beliefs that the answer betrays. */
  readonly beliefs: readonly string[];
}

export const judge = (item: QuizItem, answer: Answer): Verdict => {
  switch (item.type) {
    case 'choice':
    case 'predict':
    case 'multi':
      return judgePicks(
        item.options.map((option) => ({ ...option, wanted: option.correct })),
        answer,
      );
    case 'spot':
      return judgePicks(
        item.lines.map((line) => ({ ...line, wanted: line.wrong })),
        answer,
      );
    case 'order':
      return judgeOrder(item, answer);
    case 'match':
      return judgeJoins(
        item,
        item.pairs.map(({ left, right, ...pair }) => ({ ...pair, text: left, answer: right })),
        answer,
      );
    case 'trace':
      return judgeJoins(item, item.rows, answer);
    case 'short':
      return judgeTyped(judgeShort(item, 'text' in answer ? answer.text : ''), item.why);
  }
};

interface Pickable {
  readonly id: string;
  readonly text: Label;
  readonly wanted: boolean;
  readonly why: Text;
  readonly mis?: string | undefined;
}

const judgePicks = (lines: readonly Pickable[], answer: Answer): Verdict => {
  const picked = new Set('picked' in answer ? answer.picked : []);
  const parts = lines.map(({ id, text, wanted, why, mis }) => {
    const chosen = picked.has(id);
    return { id, text, chosen, wanted, right: chosen === wanted, why, mis };
  });
  return verdictOn(parts);
};

const judgeOrder = ({ steps }: Extract<QuizItem, { type: 'order' }>, answer: Answer): Verdict => {
  const order = 'order' in answer ? answer.order : [];
  const parts = steps.map(({ id, text, why }, at) => {
    const right = order[at] === id;
    return { id, text, chosen: true, wanted: true, right, place: order.indexOf(id) + 1, why };
  });
  return verdictOn(parts);
};

interface Joinable {
  readonly id: string;
  readonly text: Label;
  readonly answer: Label;
  readonly why: Text;
  readonly mis?: string | undefined;
}

const judgeJoins = (item: QuizItem, rows: readonly Joinable[], answer: Answer): Verdict => {
  const joined = 'joined' in answer ? answer.joined : {};
  const choices = joinsOf(item);
  const parts = rows.map(({ id, text, answer: wanted, why, mis }) => {
    const given = choices[joined[id] ?? -1];
    return {
      id,
      text,
      chosen: given !== undefined,
      wanted: true,
      right: given !== undefined && sameLabel(given, wanted),
      answer: wanted,
      why,
      mis,
    };
  });
  return verdictOn(parts);
};

const judgeTyped = ({ verdict, why, mis }: ShortVerdict, reason: Text): Verdict => ({
  right: verdict === 'right',
  // What a belief leads to is not nearly right.
  near: verdict === 'near' && mis === undefined,
  why: why ?? reason,
  parts: [],
  beliefs: mis === undefined ? [] : [mis],
});

const verdictOn = (parts: readonly JudgedPart[]): Verdict => ({
  right: parts.every(({ right }) => right),
  parts,
  beliefs: [...new Set(parts.flatMap(({ right, mis }) => (right || mis === undefined ? [] : mis)))],
});

/** What the rows of a match or a trace may be joined with: each thing once, in an order that tells nothing. */
export const joinsOf = (item: QuizItem): readonly Label[] => {
  if (item.type === 'trace') return item.choices;
  if (item.type !== 'match') return [];
  const rights = item.pairs.map(({ right }) => right);
  const distinct = rights.filter((right, at) => rights.findIndex((other) => sameLabel(other, right)) === at);
  return shuffled(distinct, item.id);
};

const sameLabel = (one: Label, other: Label): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.ja === other.ja && one.en === other.en;

/** Whether an answer is complete, so that it may be handed in. */
export const isComplete = (item: QuizItem, answer: Answer): boolean => {
  if ('picked' in answer) return answer.picked.length > 0;
  if ('text' in answer) return answer.text.trim() !== '';
  if ('order' in answer) return true;
  const rows = item.type === 'match' ? item.pairs : item.type === 'trace' ? item.rows : [];
  return rows.every(({ id }) => answer.joined[id] !== undefined);
};

/** The empty answer to begin with; an order begins shuffled, and never right. */
export const emptyAnswer = (item: QuizItem): Answer => {
  switch (item.type) {
    case 'short':
      return { text: '' };
    case 'order': {
      const ids = item.steps.map(({ id }) => id);
      const order = shuffled(ids, item.id);
      return { order: order.every((id, at) => id === ids[at]) ? [...order.slice(1), ...order.slice(0, 1)] : order };
    }
    case 'match':
    case 'trace':
      return { joined: {} };
    default:
      return { picked: [] };
  }
};

/** The lines that can be picked, in the order in which they are shown; lines of a listing keep theirs. */
export const pickablesOf = (item: QuizItem): readonly { readonly id: string; readonly text: Label }[] => {
  if (item.type === 'spot') return item.lines;
  return 'options' in item ? shuffled(item.options, item.id) : [];
};

/** Shuffles the same way for the same seed: a page served and a page come alive must agree. */
export const shuffled = <Item>(items: readonly Item[], seed: string): readonly Item[] => {
  let state = 0x811c9dc5;
  const next = (below: number): number => {
    for (const letter of `${seed}/${below}`) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) % below;
  };
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    [order[at], order[other]] = [order[other] as Item, order[at] as Item];
  }
  return order;
};
