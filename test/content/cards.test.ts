import { describe, expect, test } from 'vitest';
import deck from '../../content/cards/key-kinds.ts';
import { provenBy } from '../../src/learn/sorting-deck.ts';

describe('the cards about the three kinds of key', () => {
  test('are twelve, each with a bin that exists, and no bin is left empty', () => {
    expect(deck.cards).toHaveLength(12);
    expect(new Set(deck.cards.map(({ bin }) => bin))).toEqual(new Set(deck.bins.map(({ id }) => id)));
    expect(new Set(deck.cards.map(({ id }) => id)).size).toBe(12);
  });

  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt
  test('are proven by the model: what is mine obeys me, what AWS manages does not', () => {
    const proofs = deck.cards.flatMap((card) => (card.proof ? [[card.id, provenBy(card)?.answer]] : []));
    expect(Object.fromEntries(proofs)).toEqual({
      disable: 'OK',
      'forced-rotation': 'AccessDeniedException',
      look: 'AccessDeniedException',
      policy: 'AccessDeniedException',
      period: 'OK',
      create: 'OK',
    });
  });
});
