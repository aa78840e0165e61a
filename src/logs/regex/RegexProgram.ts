/**
 * A `%…%` term, parsed: alternatives of positions, each consuming one character or asserting a place.
 *
 * There are no groups in this language, so an alternative is a plain row of positions and every repetition unrolls into
 * optional and repeatable positions: `a{2,}` is a, then a repeatable. That makes matching a walk of a set along the text.
 */
export type CharSet = {
  /** 128 flags, one for each ASCII character. */
  readonly ascii: readonly boolean[];
  /** Does it hold the characters beyond ASCII? All or none: the language cannot name one. */
  readonly beyond: boolean;
};

export type Position =
  | { readonly kind: 'char'; readonly set: CharSet; readonly optional: boolean; readonly repeatable: boolean }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

export interface RegexProgram {
  readonly source: string;
  readonly alternatives: readonly (readonly Position[])[];
}
