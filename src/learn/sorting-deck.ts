import { beginHistory, entriesOf } from '../kms/index.ts';
import type { Text } from './content-schema/text.ts';
import { runScript, type ScriptStep } from './script.ts';

/** Cards to be sorted into bins; each says why it belongs where it does, and some let the model say it. */
export interface SortingDeck {
  readonly id: string;
  readonly bins: readonly SortingBin[];
  /** In the order in which they are dealt. */
  readonly cards: readonly SortingCard[];
}

export interface SortingBin {
  readonly id: string;
  readonly name: Text;
  /** What belongs here: said when a card is dropped that does not. */
  readonly holds: Text;
}

export interface SortingCard {
  readonly id: string;
  readonly text: Text;
  readonly bin: string;
  readonly why: Text;
  /** Steps whose last call shows it. */
  readonly proof?: readonly ScriptStep[];
}

export const defineDeck = (deck: SortingDeck): SortingDeck => deck;

/** What the model answers to the last call of a card's proof. */
export const provenBy = ({
  id,
  proof,
}: SortingCard): { readonly operation: string; readonly answer: string } | undefined => {
  if (!proof) return undefined;
  const { history } = runScript(beginHistory(`card/${id}`), proof);
  const last = entriesOf(history).findLast((entry) => entry.kind === 'api');
  if (last?.kind !== 'api') throw new Error(`the proof of card "${id}" calls nothing`);
  return { operation: last.command.operation, answer: last.error?.__type ?? 'OK' };
};
