/**
 * `a && b || c`, with && binding tighter than ||, and parentheses where the language has them.
 *
 * Open parentheses wait on a list of our own instead of the call stack: a pattern of a thousand of them must not depend
 * on how deep the caller already is.
 */
import { type Cursor, peek, skipBlanks, take } from './Cursor.ts';
import type { Expression, Junction, Span } from './FilterPattern.ts';

interface Level<Condition> {
  /** Whole terms of the ||-row. */
  readonly ors: Expression<Condition>[];
  /** Terms of the &&-row that is being read. */
  ands: Expression<Condition>[];
}

export interface ExpressionGrammar<Condition> {
  readonly parseCondition: (cursor: Cursor) => Condition | undefined;
  /** Reports a `(` that is not closed at the cursor. Absent where parentheses do not group. */
  readonly refuseOpenGroup?: (cursor: Cursor) => undefined;
}

export const parseExpression = <Condition extends Span>(
  cursor: Cursor,
  { parseCondition, refuseOpenGroup }: ExpressionGrammar<Condition>,
): Expression<Condition> | undefined => {
  const open: Level<Condition>[] = [];
  let level: Level<Condition> = { ors: [], ands: [] };
  for (;;) {
    skipBlanks(cursor);
    if (refuseOpenGroup !== undefined && peek(cursor) === '(') {
      take(cursor, 'bracket', 1);
      open.push(level);
      level = { ors: [], ands: [] };
      continue;
    }
    let term: Expression<Condition> | undefined = parseCondition(cursor);
    while (term !== undefined) {
      level.ands.push(term);
      skipBlanks(cursor);
      const sign = cursor.text.slice(cursor.at, cursor.at + 2);
      if (sign === '&&' || sign === '||') {
        take(cursor, 'logical', 2);
        if (sign === '||') {
          level.ors.push(join('and', level.ands));
          level.ands = [];
        }
        break;
      }
      term = join('or', [...level.ors, join('and', level.ands)]);
      const outer = open.pop();
      if (outer === undefined) return term;
      if (peek(cursor) !== ')') return refuseOpenGroup?.(cursor);
      take(cursor, 'bracket', 1);
      level = outer;
    }
    if (term === undefined) return undefined;
  }
};

const join = <Condition extends Span>(
  kind: Junction<Condition>['kind'],
  terms: readonly Expression<Condition>[],
): Expression<Condition> => {
  const [first] = terms;
  if (first === undefined) throw new Error(`"${kind}" joins at least one term, got none`);
  return terms.length === 1 ? first : { kind, terms, from: first.from, to: terms.at(-1)?.to ?? first.to };
};
