import { describe, expect, test } from 'vitest';
import { compileFilterPattern } from '../../../src/logs/pattern/compileFilterPattern.ts';
import { DECISIONS } from '../../../src/logs/pattern/decisions.ts';

const compile = (pattern: string) => {
  const compiled = compileFilterPattern(pattern);
  if (!compiled.ok) throw new Error(`${pattern}: ${compiled.error.code} at ${compiled.error.offset}`);
  return compiled;
};
const matches = (pattern: string, event: unknown): boolean => compile(pattern).matches(event);
const failure = (pattern: string) => {
  const compiled = compileFilterPattern(pattern);
  return compiled.ok ? undefined : [compiled.error.code, compiled.error.offset];
};

describe('the three patterns of the source document work as written', () => {
  const record = (more: object) => ({ eventSource: 'kms.amazonaws.com', eventName: 'Decrypt', ...more });
  const STATES =
    '{($.eventSource=kms.amazonaws.com) && (($.errorCode="KMSInvalidStateException") || ($.errorCode="DisabledException"))}';
  const ANY = '{($.eventSource=kms.amazonaws.com) && (($.errorCode="*Exception"))}';
  const ACTS =
    '{($.eventSource=kms.amazonaws.com) && (($.eventName="DisableKey") || ($.eventName="ScheduleKeyDeletion"))}';

  test.each([
    [STATES, { errorCode: 'KMSInvalidStateException' }, true],
    [STATES, { errorCode: 'DisabledException' }, true],
    [STATES, { errorCode: 'NotFoundException' }, false],
    [STATES, { errorCode: 'DisabledException', eventSource: 's3.amazonaws.com' }, false],
    [STATES, {}, false],
    [ANY, { errorCode: 'ThrottlingException' }, true],
    [ANY, { errorCode: 'AccessDenied' }, false],
    [ACTS, { eventName: 'DisableKey' }, true],
    [ACTS, { eventName: 'ScheduleKeyDeletion', errorCode: 'AccessDenied' }, true],
    [ACTS, { eventName: 'CancelKeyDeletion' }, false],
  ])('%s on %j: %s', (pattern, more, expected) => {
    expect(matches(pattern, record(more))).toBe(expected);
  });
});

describe('what AWS leaves open is decided once', () => {
  const CASES: Readonly<Record<string, readonly [pattern: string, event: unknown, matched: boolean][]>> = {
    'asterisk-inside': [
      ['{ $.w = "Ev*ent" }', { w: 'Ev*ent' }, true],
      ['{ $.w = "Ev*ent" }', { w: 'Event' }, false],
      ['{ $.w = "*a*b*" }', { w: 'xa*by' }, true],
      ['{ $.w = "*a*b*" }', { w: 'xaby' }, false],
    ],
    'not-equal-absent': [
      ['{ $.a != 1 }', {}, false],
      ['{ $.a NOT EXISTS || $.a != 1 }', {}, true],
    ],
    'object-or-array': [
      ['{ $.a = * }', { a: {} }, false],
      ['{ $.a != x }', { a: [1] }, false],
    ],
    boolean: [
      ['{ $.a = true }', { a: true }, true],
      ['{ $.a != true }', { a: false }, true],
      ['{ $.a = * }', { a: false }, true],
      ['{ $.a = 1 }', { a: true }, false],
    ],
    null: [
      ['{ $.a = * }', { a: null }, false],
      ['{ $.a != x }', { a: null }, false],
      ['{ $.a = null }', { a: null }, false],
      ['{ $.a NOT EXISTS }', { a: null }, false],
    ],
    'number-against-text': [
      ['{ $.a = 42 }', { a: '42' }, true],
      ['{ $.a = 42.0 }', { a: '42' }, true],
      ['{ $.a != 42 }', { a: '42' }, false],
      ['{ $.a != 42 }', { a: 'x' }, true],
      ['{ $.a = "42" }', { a: 42 }, true],
      ['{ $.a = "42.0" }', { a: 42 }, false],
      ['{ $.a = 12345678901234567890 }', { a: '12345678901234567891' }, false],
      ['{ $.a = 12345678901234567890 }', { a: '12345678901234567890' }, true],
    ],
    'order-of-text': [
      ['{ $.a > 1 }', { a: '42' }, false],
      ['[a > 1]', '42', true],
      ['[a > 1]', 'many', false],
    ],
    'unquoted-characters': [
      ['{ $.a = arn:aws:kms:x:1:key/a-b_c }', { a: 'arn:aws:kms:x:1:key/a-b_c' }, true],
      ['{ $.a = +5 }', { a: 5 }, true],
    ],
    'escape-in-quotes': [
      [String.raw`{ $.a = "say \"hi\" \\ \n" }`, { a: String.raw`say "hi" \ \n` }, true],
      [String.raw`"\"x\""`, 'the "x"', true],
    ],
    'wildcard-not-exists': [
      ['{ $.l[*].a NOT EXISTS }', { l: [{ a: 1 }, {}] }, true],
      ['{ $.l[*].a NOT EXISTS }', { l: [{ a: 1 }] }, false],
      ['{ $.l[*].a NOT EXISTS }', { l: [] }, true],
      ['{ $.l[*].a NOT EXISTS }', {}, true],
    ],
    'rest-of-line': [
      ['[a, b="2 3"]', '1 2 3', true],
      ['[a, b=3]', '1 2 3', false],
      ['[a, b]', '1', false],
      ['[..., b=3]', '1 2 3', true],
      ['[a, ..., b=2]', '1 2', true],
      ['[a, ..., b]', '1', false],
    ],
    'optional-with-others': [
      ['?ERROR ?WARN', 'WARN', true],
      ['?ERROR ?WARN', 'INFO', false],
      ['?ERROR INFO', 'INFO', true],
      ['?ERROR -WARN', 'INFO', true],
    ],
    'blank-phrase': [
      ['" "', 'x', true],
      ['', 'x', true],
      ['""', 'x', true],
    ],
    'regex-dot-and-end': [
      ['%a.c%', 'a\nc', false],
      ['%b$%', 'b\n', false],
      ['%a.c%', 'a鍵c', true],
    ],
  };
  const refused: Readonly<Record<string, readonly [pattern: string, code: string, offset: number][]>> = {
    'unquoted-characters': [
      ['{ $.a = a@b }', 'UnquotedCharacter', 9],
      ['{ $.a = 鍵 }', 'UnquotedCharacter', 8],
    ],
    'leading-blank': [
      [' { $.a = 1 }', 'LeadingBlank', 0],
      ['\t[a]', 'LeadingBlank', 0],
    ],
  };
  const elsewhere = ['extracted-json'];

  test.each(DECISIONS.map(({ id }) => id))('%s', (id) => {
    const [matched, wrong] = [CASES[id] ?? [], refused[id] ?? []];
    expect(matched.length + wrong.length > 0 || elsewhere.includes(id)).toBe(true);
    for (const [pattern, event, expected] of matched) {
      expect([pattern, event, matches(pattern, event)]).toEqual([pattern, event, expected]);
      expect([pattern, event, compile(pattern).explain(event).matched]).toEqual([pattern, event, expected]);
    }
    for (const [pattern, code, offset] of wrong) expect(failure(pattern)).toEqual([code, offset]);
  });
});

describe('selectors', () => {
  test.each([
    ['{ $[1].a = 1 }', [{}, { a: 1 }], true],
    ["{ $['x.y'] = 1 }", { 'x.y': 1 }, true],
    ["{ $.o['x y'].z[0] = 1 }", { o: { 'x y': { z: [1] } } }, true],
    ["{ $.['鍵'] = 1 }", { 鍵: 1 }, true],
    ['{ $.a[0] = 1 }', { a: { 0: 1 } }, false],
    ['{ $.a.0 = 1 }', { a: [1] }, false],
    ['{ $.a.length = 1 }', { a: [1] }, false],
    ['{ $.a.length = 1 }', { a: 'x' }, false],
    ['{ $.constructor NOT EXISTS }', {}, true],
    ['{ $.__proto__ NOT EXISTS }', {}, true],
    ['{ $.a[*] = 2 }', { a: [1, 2] }, true],
    ['{ $.a[*] != 1 }', { a: [1, 1] }, false],
    ['{ $.a[*] = 2 }', { a: { b: 2 } }, false],
    ['{ $.a.* = 2 }', { a: { b: 2 } }, true],
    ['{ $.a.* = 2 }', { a: [2] }, false],
    ['{ $.*.c = 2 }', { a: { b: 2 }, d: { c: 2 } }, true],
    ['{ $.* = 2 }', { a: { b: 2 } }, false],
  ])('%s on %j: %s', (pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });
});

describe('values', () => {
  test.each([
    ['{ $.a = "*Exception" }', { a: 'XExceptional' }, false],
    ['{ $.a = "*Exception" }', { a: 'Exception' }, true],
    ['{ $.a = Ex* }', { a: 'aEx' }, false],
    ['{ $.a = *x* }', { a: 'axb' }, true],
    ['{ $.a = "" }', { a: '' }, true],
    ['{ $.a = "" }', { a: 'x' }, false],
    ['{ $.a = ** }', { a: 'x' }, true],
    ['{ $.a >= 5 }', { a: 5 }, true],
    ['{ $.a >= 5 }', { a: 4.9 }, false],
    ['{ $.a <= 5 }', { a: 5 }, true],
    ['{ $.a < 5 }', { a: 5 }, false],
    ['{ $.a = decrypt }', { a: 'Decrypt' }, false],
    ['{ $.a = %12% }', { a: 4123 }, true],
  ])('%s on %j: %s', (pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });
});

describe('what is no JSON event', () => {
  test.each(['', 'START', '"text"', '12', 'null', '{"a":', '[1', undefined, null, 3, true, () => 1])(
    '%j matches no JSON pattern, not even NOT EXISTS',
    (event) => {
      expect(matches('{ $.a NOT EXISTS }', event)).toBe(false);
      expect(compile('{ $.a NOT EXISTS }').explain(event)).toMatchObject({ matched: false, because: 'notJson' });
    },
  );
});

describe('errors say where and what to write', () => {
  test.each([
    ['{', 'ConditionExpected', 1],
    ['{}', 'ConditionExpected', 1],
    ['{ }', 'ConditionExpected', 2],
    ['{ () }', 'ConditionExpected', 3],
    ['{ && $.a = 1 }', 'ConditionExpected', 2],
    ['{ $.a = 1 && }', 'ConditionExpected', 13],
    ['{ ($.a = 1 }', 'ClosingParenthesisMissing', 11],
    ['{ ($.a = 1', 'ClosingParenthesisMissing', 10],
    ['{ $.a = 1) }', 'ClosingParenthesisUnmatched', 9],
    ['{ $.a = 1', 'ClosingBraceMissing', 9],
    ['{ $.a = 1 AND $.b = 2 }', 'AndIsWrittenSymbol', 10],
    ['{ $.a = 1 and $.b = 2 }', 'AndIsWrittenSymbol', 10],
    ['{ ($.a = 1) OR ($.b = 2) }', 'OrIsWrittenSymbol', 12],
    ['{ $.a = 1 & $.b = 2 }', 'SingleAmpersand', 10],
    ['{ $.a = foo bar }', 'LogicalOperatorExpected', 12],
    ['{ $.a = 1 $.b = 2 }', 'LogicalOperatorExpected', 10],
    ['{ $.a == 1 }', 'DoubleEquals', 6],
    ['{ $.a => 1 }', 'OperatorUnknown', 6],
    ['{ $.a <> 1 }', 'OperatorUnknown', 6],
    ['{ $.a =', 'ValueExpected', 7],
    ['{ $.a = }', 'ValueExpected', 8],
    ['{ $.a = && $.b = 1 }', 'ValueExpected', 8],
    ['{ $.a > }', 'ValueExpected', 8],
    ['{ $.a > abc }', 'NumberExpected', 8],
    ['{ $.a < 1* }', 'NumberExpected', 8],
    ['{ $.a <= %1% }', 'NumberExpected', 9],
    ['{ $.a EXISTS }', 'ExistsUnsupported', 6],
    ['{ $.a NOT NULL }', 'NotWithoutExists', 10],
    ['{ $.a NOT }', 'NotWithoutExists', 10],
    ['{ $.a is null }', 'WordOperatorUnknown', 6],
    ['{ $.a IS null }', 'IsWordExpected', 9],
    ['{ $.a = "x }', 'StringNotClosed', 8],
    ['{ $.a > "x }', 'StringNotClosed', 8],
    ['{ $.a = %x }', 'RegexNotClosed', 8],
    ['{ $.a = $.b }', 'UnquotedCharacter', 8],
    ['{ "x" = $.a }', 'SelectorExpected', 2],
    ['{ $.a[ = 1 }', 'SelectorIndexExpected', 6],
    ['{ $.a[] = 1 }', 'SelectorIndexExpected', 6],
    ['{ $.a[-1] = 1 }', 'SelectorIndexExpected', 6],
    ['{ $.a[0 = 1 }', 'SelectorBracketMissing', 7],
    ["{ $.['a = 1 }", 'SelectorQuoteMissing', 5],
    ['{ $.["a"] = 1 }', 'SelectorDoubleQuotes', 5],
    ['{ $..a = 1 }', 'SelectorNameExpected', 4],
    ['{ $.a@b = 1 }', 'SelectorCharacter', 5],
    ['{ $.鍵 = 1 }', 'SelectorCharacter', 4],
    ['{ $.a[*].b[*] = 1 }', 'WildcardsInSelector', 10],
    ['{ $.a.*.* = 1 }', 'WildcardsInSelector', 8],
    ['{ $.*=1||$.*=2||$.*=3||$.*=4 }', 'WildcardsInPattern', 25],
    ['{ $.s = %(a)% }', 'RegexGroup', 9],
    ['{ $.s = %鍵% }', 'RegexMultiByte', 9],
    ['{ $.s = %% }', 'RegexEmpty', 9],
    ['{ $.s = %a{2,1}% }', 'RegexRepeat', 10],
    ['{ $.s = %*a% }', 'RegexNothingToRepeat', 9],
    ['{ $.s = %a**% }', 'RegexNothingToRepeat', 11],
    ['{ $.s = %[z-a]% }', 'RegexClassRange', 10],
    ['{ $.s = %[a% }', 'RegexClassNotClosed', 9],
    ['{ $.s = %[]% }', 'RegexClassEmpty', 9],
    ['{ $.s = %\\b% }', 'RegexEscape', 9],
    ['{ $.s = %a{999999}% }', 'RegexTooLarge', 9],
    ['ERROR-CODE', 'TermCharacter', 5],
    ['ERROR (x)', 'TermCharacter', 6],
    ['ERROR -', 'TermExpected', 7],
    ['? x', 'TermExpected', 1],
    ['"x', 'StringNotClosed', 0],
    ['ERROR %x%', 'RegexNotAlone', 6],
    ['%x% ERROR', 'RegexNotAlone', 4],
    ['[a', 'ClosingSquareBracketMissing', 2],
    ['[a] b', 'TextAfterPattern', 4],
    ['[a b]', 'FieldSeparatorExpected', 3],
    ['[..., a, ...]', 'EllipsisTwice', 9],
    ['[a=1 || b=2, c]', 'FieldNameDiffers', 8],
    ['[a=1 && ]', 'FieldNameExpected', 8],
    ['[a=1 || a]', 'OperatorExpected', 9],
    ['[a=1 & a=2]', 'SingleAmpersand', 5],
    ['[=1]', 'FieldNameExpected', 1],
    ['[a=%a%,b=%b%,c=%c%]', 'RegexesInPattern', 15],
  ])('%s: %s at %i', (pattern, code, offset) => {
    expect(failure(pattern)).toEqual([code, offset]);
  });

  test('a pattern holds 1024 characters, not one more', () => {
    expect(failure('a'.repeat(1024))).toBeUndefined();
    expect(failure('a'.repeat(1025))).toEqual(['PatternTooLong', 1024]);
  });
});

describe('blanks and precedence', () => {
  test.each([
    ['{$.a=1&&$.b IS NULL||$.c NOT EXISTS}', { a: 1, b: null, c: 1 }],
    ['{\n\t$.a = -1e+1 }  ', { a: -10 }],
    ['{ $.a = 1 || $.a = 2 && $.b = 1 }', { a: 1 }],
    ['{ ((($.a = 1))) }', { a: 1 }],
    ['[ a = 1 , b ]  ', '1 2'],
    ['[a=1||a=2&&a=3,b]', '1 2'],
  ])('%s', (pattern, event) => {
    expect(matches(pattern, event)).toBe(true);
  });

  test('a term of && left of || needs all its conditions', () => {
    expect(matches('{ $.a = 1 && $.b = 1 || $.c = 1 }', { a: 1 })).toBe(false);
    expect(matches('{ $.a = 1 && $.b = 1 || $.c = 1 }', { a: 1, b: 1 })).toBe(true);
    expect(matches('{ ($.a = 1 || $.b = 1) && ($.c = 1 || ($.d = 1 && $.e = 1)) }', { b: 1, d: 1 })).toBe(false);
    expect(matches('{ ($.a = 1 || $.b = 1) && ($.c = 1 || ($.d = 1 && $.e = 1)) }', { b: 1, d: 1, e: 1 })).toBe(true);
  });
});

describe('a trace', () => {
  test('tells of every condition whether it matched and on what', () => {
    const { trace } = compile('{ $.a = 1 && ($.b > 5 || $.c[*] = x) }').explain({ a: 2, b: 'many', c: ['y', 'x'] });
    expect(trace).toMatchObject({
      kind: 'and',
      matched: false,
      terms: [
        { matched: false, reason: 'different', seen: [{ kind: 'value', value: 2 }], from: 2, to: 9 },
        {
          kind: 'or',
          matched: true,
          terms: [
            { matched: false, reason: 'notANumber', seen: [{ kind: 'value', value: 'many' }] },
            { matched: true, reason: 'equal', hits: [1], seen: [{ value: 'y' }, { value: 'x' }] },
          ],
        },
      ],
    });
  });

  test.each([
    ['{ $.a = x }', {}, 'absent'],
    ['{ $.a = x }', { a: {} }, 'notASingleValue'],
    ['{ $.a != x }', { a: null }, 'notASingleValue'],
    ['{ $.a = x }', { a: 'x' }, 'equal'],
    ['{ $.a != x }', { a: 'x' }, 'equal'],
    ['{ $.a != x }', { a: 'y' }, 'different'],
    ['{ $.a = %x% }', { a: 'x' }, 'regexFound'],
    ['{ $.a != %x% }', { a: 'y' }, 'regexNotFound'],
    ['{ $.a > 1 }', { a: 2 }, 'numberHolds'],
    ['{ $.a > 2 }', { a: 2 }, 'numberFails'],
    ['{ $.a IS NULL }', { a: null }, 'isNull'],
    ['{ $.a IS TRUE }', { a: true }, 'isTrue'],
    ['{ $.a IS FALSE }', { a: true }, 'isSomethingElse'],
    ['{ $.a NOT EXISTS }', {}, 'absent'],
    ['{ $.a NOT EXISTS }', { a: null }, 'exists'],
    ['%x%', 'y', 'regexNotFound'],
  ])('%s on %j: %s', (pattern, event, reason) => {
    expect(compile(pattern).explain(event).trace).toMatchObject({ kind: 'condition', reason });
  });

  test('shows which words were found, missing, excluded or ignored', () => {
    const reasons = (pattern: string, text: string) => {
      const { trace } = compile(pattern).explain(text);
      return trace !== undefined && trace.kind !== 'condition'
        ? trace.terms.map((term) => [term.matched, term.kind === 'condition' && term.reason])
        : undefined;
    };
    expect(reasons('ERROR -WARN ?INFO GONE', 'ERROR WARN')).toEqual([
      [true, 'termFound'],
      [false, 'termFound'],
      [true, 'termIgnored'],
      [false, 'termNotFound'],
    ]);
    expect(reasons('[a=1, b]', '1')).toEqual([
      [false, 'tooFewFields'],
      [false, 'tooFewFields'],
    ]);
  });

  test('says so when the pattern has nothing to ask', () => {
    expect(compile('').explain('x')).toMatchObject({ matched: true, because: 'matchesEverything' });
    expect(compile('[]').explain('x')).toMatchObject({ matched: true, because: 'matchesEverything' });
  });
});
