/** Compiles an unstructured pattern: terms are looked for anywhere in the text, in any order, case-sensitively. */
import type { TextTerm } from './FilterPattern.ts';
import type { Trace, TraceReason } from './Trace.ts';

export interface TextMatcher {
  readonly matches: (text: string) => boolean;
  readonly explain: (text: string) => Trace | undefined;
}

export const textMatcher = (terms: readonly TextTerm[]): TextMatcher => {
  const live = terms.filter((term) => !term.ignored);
  const optional = live.filter((term) => term.kind === 'optional');
  const needed = live.filter((term) => term.kind === 'include' && term.text.trim() !== '');
  const excluded = live.filter((term) => term.kind === 'exclude');
  const matches = (text: string): boolean =>
    needed.every((term) => text.includes(term.text)) &&
    !excluded.some((term) => text.includes(term.text)) &&
    (optional.length === 0 || optional.some((term) => text.includes(term.text)));

  return {
    matches,
    explain: (text) => {
      const [first] = terms;
      if (first === undefined) return undefined;
      const traces = terms.map((term) => explainTerm(term, text));
      const span = { from: first.from, to: terms.at(-1)?.to ?? first.to };
      return { kind: optional.length > 0 ? 'or' : 'and', matched: matches(text), terms: traces, ...span };
    },
  };
};

const explainTerm = (term: TextTerm, text: string): Trace => {
  const { from, to } = term;
  const found = text.includes(term.text);
  const blank = term.kind === 'include' && term.text.trim() === '';
  const matched = term.ignored || blank || found !== (term.kind === 'exclude');
  const reason: TraceReason = term.ignored
    ? 'termIgnored'
    : blank
      ? 'blankPhrase'
      : found
        ? 'termFound'
        : 'termNotFound';
  return { kind: 'condition', matched, reason, seen: [], hits: [], from, to };
};
