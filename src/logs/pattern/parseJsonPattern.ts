/**
 * Parses `{ … }`, the pattern for JSON events; the cursor stands on the `{`.
 *
 *     pattern := '{' or '}'          or   := and ( '||' and )*         and := atom ( '&&' atom )*
 *     atom    := '(' or ')' | condition
 *     condition := selector ( '=' | '!=' ) value | selector ( '<' | '<=' | '>' | '>=' ) number
 *                | selector 'IS' ( 'NULL' | 'TRUE' | 'FALSE' ) | selector 'NOT' 'EXISTS'
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
import {
  atEnd,
  type Cursor,
  characterAt,
  fail,
  isOperatorSign,
  peek,
  skipBlanks,
  take,
  takeOperator,
  takeValue,
  wordAt,
} from './Cursor.ts';
import type { Expression, JsonCondition } from './FilterPattern.ts';
import { type ExpressionGrammar, parseExpression } from './parseExpression.ts';
import { parseSelector } from './parseSelector.ts';

const CLOSERS = ')}&|';

export const parseJsonPattern = (cursor: Cursor): Expression<JsonCondition> | undefined => {
  take(cursor, 'bracket', 1);
  const root = parseExpression(cursor, GRAMMAR);
  if (root === undefined) return undefined;
  if (peek(cursor) !== '}') return refuseContinuation(cursor, 'ClosingBraceMissing');
  take(cursor, 'bracket', 1);
  skipBlanks(cursor);
  if (!atEnd(cursor))
    return fail(cursor, 'TextAfterPattern', cursor.at, cursor.text.length - cursor.at, { close: '}' });
  return root;
};

const GRAMMAR: ExpressionGrammar<JsonCondition> = {
  parseCondition: (cursor) => (peek(cursor) === '$' ? parseCondition(cursor) : refuseStart(cursor)),
  refuseOpenGroup: (cursor) => refuseContinuation(cursor, 'ClosingParenthesisMissing'),
};

/** Something stands where a condition should begin: says what it looks like. */
const refuseStart = (cursor: Cursor): undefined => {
  const char = peek(cursor);
  if (char === '!') return fail(cursor, 'NegationUnsupported', cursor.at, 1);
  if (char === '' || ')}&|'.includes(char)) return fail(cursor, 'ConditionExpected', cursor.at, 0);
  const name = /^[A-Za-z_][A-Za-z0-9_.-]*/.exec(cursor.text.slice(cursor.at))?.[0];
  if (name !== undefined) return fail(cursor, 'SelectorNeedsDollar', cursor.at, name.length, { name });
  const culprit = characterAt(cursor.text, cursor.at);
  return fail(cursor, 'SelectorExpected', cursor.at, culprit.length, { char: culprit });
};

const parseCondition = (cursor: Cursor): JsonCondition | undefined => {
  const from = cursor.at;
  const selector = parseSelector(cursor);
  if (selector === undefined) return undefined;
  skipBlanks(cursor);
  const char = peek(cursor);
  if (isOperatorSign(char)) {
    const operator = takeOperator(cursor);
    const value = operator && takeValue(cursor, operator, CLOSERS);
    return value && { kind: 'compare', selector, operator, value, from, to: cursor.at };
  }
  const at = cursor.at;
  const word = wordAt(cursor.text, at);
  if (word === '') return fail(cursor, 'OperatorExpected', at, 0);
  take(cursor, 'keyword', word.length);
  skipBlanks(cursor);
  const place = cursor.at;
  const next = wordAt(cursor.text, place);
  if (word === 'IS') {
    if (next === 'NOT') {
      return fail(cursor, 'IsNotUnsupported', at, place + next.length - at, { selector: selector.text });
    }
    if (next !== 'NULL' && next !== 'TRUE' && next !== 'FALSE') {
      if (next !== '') take(cursor, 'keyword', next.length);
      return fail(cursor, 'IsWordExpected', place, next.length, { found: next });
    }
    take(cursor, 'keyword', next.length);
    return { kind: 'is', selector, what: next, from, to: cursor.at };
  }
  if (word === 'NOT') {
    if (next !== 'EXISTS') {
      if (next !== '') take(cursor, 'keyword', next.length);
      return fail(cursor, 'NotWithoutExists', place, next.length, { found: next });
    }
    take(cursor, 'keyword', next.length);
    return { kind: 'notExists', selector, from, to: cursor.at };
  }
  if (word === 'EXISTS') return fail(cursor, 'ExistsUnsupported', at, word.length, { selector: selector.text });
  return fail(cursor, 'WordOperatorUnknown', at, word.length, { found: word });
};

/** After a condition neither `&&`, `||` nor the expected closing sign follows: says what it looks like. */
const refuseContinuation = (
  cursor: Cursor,
  missing: 'ClosingBraceMissing' | 'ClosingParenthesisMissing',
): undefined => {
  const { at, text } = cursor;
  const char = peek(cursor);
  const word = wordAt(text, at);
  if (char === '' || char === '}') return fail(cursor, missing, at, char.length);
  if (char === ')') return fail(cursor, 'ClosingParenthesisUnmatched', at, 1);
  if (char === '&') return fail(cursor, 'SingleAmpersand', at, 1);
  if (char === '|') return fail(cursor, 'SinglePipe', at, 1);
  if (word.toUpperCase() === 'AND') return fail(cursor, 'AndIsWrittenSymbol', at, word.length, { found: word });
  if (word.toUpperCase() === 'OR') return fail(cursor, 'OrIsWrittenSymbol', at, word.length, { found: word });
  const culprit = word || characterAt(text, at);
  return fail(cursor, 'LogicalOperatorExpected', at, culprit.length, { found: culprit });
};
