/** `a && b || c`: && binds tighter than ||. What a condition is, and whether parentheses may group, the caller knows. */
import { type Cursor, peek, skipBlanks, take } from './Cursor.ts';
import type { Expression, Span } from './FilterPattern.ts';

export const parseExpression = <Condition extends Span>(
  cursor: Cursor,
  parseAtom: (cursor: Cursor) => Expression<Condition> | undefined,
): Expression<Condition> | undefined => {
  const row = (
    kind: 'and' | 'or',
    sign: '&&' | '||',
    parseTerm: () => Expression<Condition> | undefined,
  ): Expression<Condition> | undefined => {
    const first = parseTerm();
    if (first === undefined) return undefined;
    const terms = [first];
    for (;;) {
      skipBlanks(cursor);
      if (peek(cursor) + (cursor.text[cursor.at + 1] ?? '') !== sign) break;
      take(cursor, 'logical', 2);
      const term = parseTerm();
      if (term === undefined) return undefined;
      terms.push(term);
    }
    const last = terms.at(-1) ?? first;
    return terms.length === 1 ? first : { kind, terms, from: first.from, to: last.to };
  };
  return row('or', '||', () => row('and', '&&', () => parseAtom(cursor)));
};
