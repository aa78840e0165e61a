/**
 * Parses `[ip, user, ..., status_code = 4* && status_code != 403, bytes > 1000]`; the cursor stands on the `[`.
 *
 * A field has a name, or none (an empty place), or is `...` for any number of fields; its conditions repeat its name.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
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
  takeWhile,
} from './Cursor.ts';
import type { FieldCondition, SpaceField } from './FilterPattern.ts';
import { parseExpression } from './parseExpression.ts';
import { isNameCharacter } from './parseSelector.ts';

const CLOSERS = ',]&|';

export const parseSpaceDelimitedPattern = (cursor: Cursor): readonly SpaceField[] | undefined => {
  take(cursor, 'bracket', 1);
  const fields: SpaceField[] = [];
  skipBlanks(cursor);
  if (peek(cursor) !== ']') {
    for (;;) {
      const field = parseField(cursor, fields);
      if (field === undefined) return undefined;
      fields.push(field);
      skipBlanks(cursor);
      if (peek(cursor) !== ',') break;
      take(cursor, 'separator', 1);
    }
  }
  if (peek(cursor) !== ']') return refuseContinuation(cursor);
  take(cursor, 'bracket', 1);
  skipBlanks(cursor);
  if (!atEnd(cursor))
    return fail(cursor, 'TextAfterPattern', cursor.at, cursor.text.length - cursor.at, { close: ']' });
  return fields;
};

const parseField = (cursor: Cursor, before: readonly SpaceField[]): SpaceField | undefined => {
  skipBlanks(cursor);
  const from = cursor.at;
  if (cursor.text.startsWith('...', from)) {
    if (before.some((field) => field.kind === 'ellipsis')) return fail(cursor, 'EllipsisTwice', from, 3);
    take(cursor, 'fieldName', 3);
    return { kind: 'ellipsis', name: '...', condition: undefined, from, to: cursor.at };
  }
  const char = peek(cursor);
  if (char === ',' || char === ']') return { kind: 'unnamed', name: '', condition: undefined, from, to: from };
  const name = takeWhile(cursor, 'fieldName', isNameCharacter);
  if (name === '') {
    const culprit = characterAt(cursor.text, from);
    return fail(cursor, 'FieldNameExpected', from, culprit.length, { char: culprit });
  }
  const nameEnd = cursor.at;
  skipBlanks(cursor);
  if (!isOperatorSign(peek(cursor))) {
    return { kind: 'named', name, condition: undefined, from, to: nameEnd };
  }
  // Read the name again as part of its first condition.
  cursor.at = from;
  cursor.tokens.pop();
  const condition = parseExpression<FieldCondition>(cursor, {
    parseCondition: (inner) => parseFieldCondition(inner, name, before.length),
  });
  return condition && { kind: 'named', name, condition, from, to: condition.to };
};

const parseFieldCondition = (cursor: Cursor, name: string, field: number): FieldCondition | undefined => {
  skipBlanks(cursor);
  const from = cursor.at;
  const found = takeWhile(cursor, 'fieldName', isNameCharacter);
  if (found === '') {
    const culprit = characterAt(cursor.text, from);
    return fail(cursor, 'FieldNameExpected', from, culprit.length, { char: culprit });
  }
  if (found !== name) return fail(cursor, 'FieldNameDiffers', from, found.length, { name, found });
  skipBlanks(cursor);
  if (!isOperatorSign(peek(cursor))) return fail(cursor, 'OperatorExpected', cursor.at, 0);
  const operator = takeOperator(cursor);
  const value = operator && takeValue(cursor, operator, CLOSERS);
  return value && { kind: 'field', field, name, operator, value, from, to: cursor.at };
};

const refuseContinuation = (cursor: Cursor): undefined => {
  const { at, text } = cursor;
  const char = peek(cursor);
  if (char === '') return fail(cursor, 'ClosingSquareBracketMissing', at, 0);
  if (char === '&') return fail(cursor, 'SingleAmpersand', at, 1);
  if (char === '|') return fail(cursor, 'SinglePipe', at, 1);
  const culprit = characterAt(text, at);
  return fail(cursor, 'FieldSeparatorExpected', at, culprit.length, { char: culprit });
};
