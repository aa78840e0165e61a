import type { FilterPatternError, Token, Trace } from '../../logs/index.ts';

/** A stretch of the pattern that looks alike. */
export interface PatternPiece {
  readonly text: string;
  readonly kind: Token['kind'] | 'plain';
  /** Of the condition that it belongs to, for the event that is explained. */
  readonly matched: boolean | undefined;
  readonly isWrong: boolean;
}

interface Marks {
  readonly tokens: readonly Token[];
  readonly error?: FilterPatternError | undefined;
  readonly trace?: Trace | undefined;
}

const conditionsIn = (trace: Trace): readonly Extract<Trace, { kind: 'condition' }>[] =>
  trace.kind === 'condition' ? [trace] : trace.terms.flatMap(conditionsIn);

/**
 * Cuts a pattern where its looks change. Joined, the pieces are the pattern again; an error at the very end, where
 * something is missing, becomes an empty piece.
 */
export const patternPieces = (text: string, { tokens, error, trace }: Marks): readonly PatternPiece[] => {
  const conditions = trace === undefined ? [] : conditionsIn(trace);
  const cuts = new Set([0, text.length]);
  const wrong = error && { from: error.offset, to: error.offset + error.length };
  for (const { from, to } of [...tokens, ...conditions, ...(wrong ? [wrong] : [])]) {
    cuts.add(Math.min(from, text.length));
    cuts.add(Math.min(to, text.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces = places.slice(0, -1).map((from, index): PatternPiece => {
    const to = places[index + 1] ?? text.length;
    const covers = (span: { readonly from: number; readonly to: number }) => span.from <= from && to <= span.to;
    return {
      text: text.slice(from, to),
      kind: tokens.find(covers)?.kind ?? 'plain',
      matched: conditions.find(covers)?.matched,
      isWrong: wrong !== undefined && covers(wrong),
    };
  });
  return error !== undefined && error.length === 0
    ? [
        ...pieces.filter(({ text: piece }) => piece !== ''),
        { text: '', kind: 'plain', matched: undefined, isWrong: true },
      ]
    : pieces;
};
