import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFilterPattern } from '../../../src/logs/pattern/compileFilterPattern.ts';
import { completeFilterPattern } from '../../../src/logs/pattern/completeFilterPattern.ts';
import { splitFields } from '../../../src/logs/pattern/splitFields.ts';

const VALID = [
  '{($.eventSource=kms.amazonaws.com) && (($.errorCode="KMSInvalidStateException") || ($.errorCode="*Exception"))}',
  "{ $.a[*].b >= -1.5e3 && $.['x.y'] IS NULL || $.c[0][1] NOT EXISTS }",
  '{ $.eventName = %^Schedule[A-Z]\\w{2,}|Disable.*$% }',
  '[ip, ..., status_code = 4* && status_code != 403, request=%/a/[0-9]+$%, bytes > 1000,]',
  'ERROR "exact \\"phrase\\"" -exclude ?any',
  '%colou?r|gr[ae]y%',
];
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '$',
  '.',
  '*',
  '%',
  '"',
  "'",
  '\\',
  '=',
  '!',
  '<',
  '>',
  '&&',
  '||',
  '&',
  '|',
  ',',
  '...',
  '-',
  '?',
  ' ',
  '\n',
  'IS',
  'NOT',
  'EXISTS',
  'NULL',
  '1',
  'a',
  'x{9}',
  '鍵',
  '😀',
  '\ud800',
];

const mutated = fc
  .tuple(
    fc.constantFrom(...VALID),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', ...PIECES)), { minLength: 1, maxLength: 4 }),
  )
  .map(([pattern, edits]) =>
    edits.reduce((text, [place, cut, piece]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + cut);
    }, pattern),
  );
const assembled = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyPattern = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), mutated, assembled);
const anyEvent = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '127.0.0.1 - "GET /a/1" 404 1534',
    '{"a":[{"b":1}],"eventName":"DisableKey"}',
    undefined,
    Symbol('x'),
    1n,
  ),
);

/** Each input takes well under a millisecond; the bound only has to hold on a busy machine. */
const SECONDS_TO_CALL_IT_HANGING = 5;

const check = (pattern: string, event: unknown): boolean => {
  const begun = performance.now();
  const compiled = compileFilterPattern(pattern);
  for (const token of compiled.tokens) {
    expect(0 <= token.from && token.from <= token.to && token.to <= pattern.length).toBe(true);
  }
  if (compiled.ok) {
    const matched = compiled.matches(event);
    expect(compiled.explain(event).matched).toBe(matched);
    compiled.extract(event);
  } else {
    const { offset, length } = compiled.error;
    expect([pattern, offset >= 0 && length >= 0 && offset + length <= pattern.length]).toEqual([pattern, true]);
  }
  expect(performance.now() - begun).toBeLessThan(SECONDS_TO_CALL_IT_HANGING * 1000);
  return compiled.ok;
};

describe('no text makes the parser or the matcher throw or hang', () => {
  test('anything, and valid patterns with a few edits', () => {
    let valid = 0;
    let wrong = 0;
    fc.assert(
      fc.property(anyPattern, anyEvent, (pattern, event) => {
        if (check(pattern, event)) valid += 1;
        else wrong += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(valid, wrong)).toBeGreaterThan(150);
  });

  test('every prefix of a valid pattern', () => {
    for (const pattern of VALID) {
      for (let length = 0; length <= pattern.length; length += 1) check(pattern.slice(0, length), { a: 1 });
    }
  });

  test('completion answers at every cursor with a range around it', () => {
    const events = [{ a: [{ b: 1 }], 'x.y': null, eventName: 'Decrypt', "it's": 1 }, 'plain'];
    fc.assert(
      fc.property(anyPattern, fc.integer({ min: -2, max: 90 }), (pattern, cursor) => {
        const { from, to } = completeFilterPattern(pattern, cursor, events);
        const at = Math.max(0, Math.min(cursor, pattern.length));
        expect([pattern, from <= at && at <= to && to <= pattern.length]).toEqual([pattern, true]);
      }),
      { numRuns: 3000 },
    );
  });

  test('what completion offers after a whole condition or at its places compiles when the rest is closed', () => {
    const events = [{ a: [{ 'b c': 'q"\\' }], n: 1.5e21, eventName: '*x' }];
    for (const field of completeFilterPattern('{ ', 2, events).suggestions) {
      const upTo = `{ ${field.insert} = `;
      const values = completeFilterPattern(upTo, upTo.length, events).suggestions;
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(check(`${upTo}${value.insert} }`, events[0])).toBe(true);
    }
  });

  test.each([
    ['parentheses', '{'.concat('('.repeat(1000))],
    ['closed parentheses', `{${'('.repeat(505)}$.a=1${')'.repeat(505)}}`],
    ['conditions', `{${Array.from({ length: 140 }, () => '$.a=1').join('||')}}`],
    ['steps', `{$${'.a'.repeat(500)}=1}`],
    ['fields', `[${','.repeat(1000)}]`],
    ['asterisks', `{$.a="${'*a'.repeat(500)}"}`],
  ])('a pattern full of %s', (_, pattern) => {
    check(pattern, { a: 'a'.repeat(100_000) });
  });

  test('a line of a megabyte, all quotes or brackets', () => {
    for (const sign of ['"', '[', '" ', '[ ', ' ']) {
      const line = sign.repeat(1_000_000 / sign.length);
      const begun = performance.now();
      splitFields(line);
      expect(performance.now() - begun).toBeLessThan(SECONDS_TO_CALL_IT_HANGING * 1000);
    }
  });
});
