import { describe, expect, test } from 'vitest';
import { completeFilterPattern } from '../../../src/logs/pattern/completeFilterPattern.ts';

const EVENTS = [
  { eventName: 'Decrypt', eventSource: 'kms.amazonaws.com', readOnly: true, requestParameters: { keyId: 'k' } },
  { eventName: 'Decrypt', errorCode: 'DisabledException', resources: [{ ARN: 'arn:aws:kms:x' }] },
  '{"eventName":"ScheduleKeyDeletion","requestParameters":{"pendingWindowInDays":7},"cluster.name":"c"}',
  'START RequestId: 1',
];

/** `|` marks the cursor; the answer is the text with each suggestion put in. */
const completed = (marked: string): string[] => {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, suggestions } = completeFilterPattern(text, cursor, EVENTS);
  return suggestions.map(({ insert }) => text.slice(0, from) + insert + text.slice(to));
};

describe('completion', () => {
  test('offers whole patterns for an empty one', () => {
    expect(completed('|')).toContain('{ $.errorCode NOT EXISTS }');
  });

  test('offers the fields of the log where a condition is due, shallow and frequent ones first', () => {
    const offered = completed('{ |');
    expect(offered[0]).toBe('{ $.eventName');
    expect(offered).toContain("{ $.['cluster.name']");
    expect(offered).toContain('{ $.resources[0].ARN');
    expect(offered.indexOf('{ $.errorCode')).toBeLessThan(offered.indexOf('{ $.requestParameters.keyId'));
  });

  test('narrows the fields to what is typed and replaces the whole selector', () => {
    expect(completed('{ $.ev|')).toEqual(['{ $.eventName', '{ $.eventSource']);
    expect(completed('{ $.ev|ent = "x" }')).toEqual(['{ $.eventName = "x" }', '{ $.eventSource = "x" }']);
    expect(completed('{ $|')).toContain('{ $.errorCode');
    expect(completed('{ $.requestParameters.|')).toEqual([
      '{ $.requestParameters.keyId',
      '{ $.requestParameters.pendingWindowInDays',
    ]);
  });

  test('does not offer what is already written in full', () => {
    expect(completed('{ $.eventName|')).toEqual([]);
    expect(completed('{ $.errorCode NOT EXISTS|')).toEqual([]);
  });

  test('supplies the $. to a bare field name', () => {
    expect(completed('{ errorC|')).toEqual(['{ $.errorCode']);
  });

  test('offers operators after a field', () => {
    expect(completed('{ $.errorCode |')).toContain('{ $.errorCode NOT EXISTS');
    expect(completed('{ $.errorCode N|')).toEqual(['{ $.errorCode NOT EXISTS']);
    expect(completed('{ $.errorCode IS |')).toEqual([
      '{ $.errorCode IS NULL',
      '{ $.errorCode IS TRUE',
      '{ $.errorCode IS FALSE',
    ]);
    expect(completed('{ $.errorCode IS T|')).toEqual(['{ $.errorCode IS TRUE']);
  });

  test('offers the values that the field has in the log, the most frequent first', () => {
    expect(completed('{ $.eventName = |')).toEqual([
      '{ $.eventName = "Decrypt"',
      '{ $.eventName = "ScheduleKeyDeletion"',
    ]);
    expect(completed('{ $.eventName = "S|')).toEqual(['{ $.eventName = "ScheduleKeyDeletion"']);
    expect(completed('{ $.eventName = Sch|')).toEqual(['{ $.eventName = "ScheduleKeyDeletion"']);
    expect(completed('{ $.requestParameters.pendingWindowInDays < |')).toEqual([
      '{ $.requestParameters.pendingWindowInDays < 7',
    ]);
  });

  test('offers values of the condition being written, not of an earlier one', () => {
    expect(completed('{ $.eventName = "Decrypt" && $.errorCode = |')).toEqual([
      '{ $.eventName = "Decrypt" && $.errorCode = "DisabledException"',
    ]);
  });

  test('offers && || and the closing sign after a condition', () => {
    expect(completed('{ ($.a = 1 |')).toEqual(['{ ($.a = 1 && ', '{ ($.a = 1 || ', '{ ($.a = 1 )']);
    expect(completed('{ $.a IS NULL |')).toEqual(['{ $.a IS NULL && ', '{ $.a IS NULL || ', '{ $.a IS NULL }']);
  });

  test('offers nothing in patterns for plain text, nor after the closing brace', () => {
    expect(completed('ERROR |')).toEqual([]);
    expect(completed('{ $.a = 1 } |')).toEqual([]);
  });
});
