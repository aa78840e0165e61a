import { describe, expect, test } from 'vitest';
import * as alarm from '../../src/logs/alarmMessages.ts';
import { errorText, FILTER_PATTERN_ERRORS, TRACE_REASON_TEXTS, traceText } from '../../src/logs/messages.ts';
import { compileFilterPattern } from '../../src/logs/pattern/compileFilterPattern.ts';
import { FILTER_PATTERN_ERROR_CODES } from '../../src/logs/pattern/FilterPatternError.ts';

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Syntax that a text shows in braces, not arguments. */
const SHOWN = ['{m}'];

const { alarmReasonText, ...alarmTexts } = alarm;

describe.each(Object.entries({ FILTER_PATTERN_ERRORS, TRACE_REASON_TEXTS, ...alarmTexts }))('%s', (_, texts) => {
  const { ja, en } = texts as { ja: Record<string, string>; en: Record<string, string> };

  test('says every code in both languages, with the same arguments', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
    for (const code of Object.keys(en)) {
      expect(en[code]).not.toBe('');
      expect([code, placeholders(ja[code] ?? '')]).toEqual([code, placeholders(en[code] ?? '')]);
    }
  });

  test('is Japanese in Japanese', () => {
    for (const text of Object.values(ja)) if (text !== 'OK') expect(text).toMatch(/[ぁ-んァ-ン一-龠]/);
  });
});

describe('the text of an error', () => {
  const wrong = {
    PatternTooLong: 'a'.repeat(1025),
    LeadingBlank: ' {}',
    BracesMissing: '$.a = 1',
    ClosingBraceMissing: '{ $.a = 1',
    ClosingParenthesisMissing: '{ ($.a = 1 }',
    ClosingParenthesisUnmatched: '{ $.a = 1) }',
    ClosingSquareBracketMissing: '[a',
    TextAfterPattern: '{ $.a = 1 } x',
    ConditionExpected: '{ }',
    SelectorExpected: '{ "a" }',
    SelectorNeedsDollar: '{ a = 1 }',
    SelectorNeedsDot: '{ $a = 1 }',
    SelectorNameExpected: '{ $. = 1 }',
    SelectorCharacter: '{ $.a@ = 1 }',
    SelectorIndexExpected: '{ $.a[x] = 1 }',
    SelectorBracketMissing: '{ $.a[0 = 1 }',
    SelectorDoubleQuotes: '{ $.["a"] = 1 }',
    SelectorQuoteMissing: "{ $.['a = 1 }",
    WildcardsInSelector: '{ $.*.* = 1 }',
    WildcardsInPattern: '{ $.*=1||$.*=2||$.*=3||$.*=4 }',
    OperatorExpected: '{ $.a }',
    OperatorUnknown: '{ $.a => 1 }',
    WordOperatorUnknown: '{ $.a LIKE x }',
    DoubleEquals: '{ $.a == 1 }',
    NegationUnsupported: '{ !$.a = 1 }',
    IsNotUnsupported: '{ $.a IS NOT NULL }',
    IsWordExpected: '{ $.a IS EMPTY }',
    NotWithoutExists: '{ $.a NOT NULL }',
    ExistsUnsupported: '{ $.a EXISTS }',
    LogicalOperatorExpected: '{ $.a = 1 $.b = 1 }',
    AndIsWrittenSymbol: '{ $.a = 1 AND $.b = 1 }',
    OrIsWrittenSymbol: '{ $.a = 1 or $.b = 1 }',
    SingleAmpersand: '{ $.a = 1 & $.b = 1 }',
    SinglePipe: '{ $.a = 1 | $.b = 1 }',
    ValueExpected: '{ $.a = }',
    NumberExpected: '{ $.a > b }',
    SingleQuotes: "{ $.a = 'x' }",
    UnquotedCharacter: '{ $.a = x@y }',
    StringNotClosed: '{ $.a = "x }',
    TermExpected: 'a -',
    TermCharacter: 'a-b',
    RegexNotClosed: '%a',
    RegexEmpty: '%%',
    RegexCharacter: '%a!%',
    RegexGroup: '%(a)%',
    RegexMultiByte: '%鍵%',
    RegexEscape: '%\\b%',
    RegexClassNotClosed: '%[a%',
    RegexClassEmpty: '%[]%',
    RegexClassRange: '%[b-a]%',
    RegexNothingToRepeat: '%*%',
    RegexRepeat: '%a{x}%',
    RegexTooLarge: '%a{5000}%',
    RegexNotAlone: 'a %b%',
    RegexesInPattern: '[a=%a%,b=%b%,c=%c%]',
    FieldNameExpected: '[=1]',
    FieldNameDiffers: '[a=1||b=1]',
    FieldSeparatorExpected: '[a b]',
    EllipsisTwice: '[...,...]',
  };

  test.each(FILTER_PATTERN_ERROR_CODES)('%s is reachable and leaves no argument open', (code) => {
    const compiled = compileFilterPattern(wrong[code]);
    expect(compiled).toMatchObject({ ok: false, error: { code } });
    if (compiled.ok) return;
    for (const locale of ['ja', 'en'] as const) {
      const open = placeholders(errorText(compiled.error, locale)).filter((one) => !SHOWN.includes(one));
      expect(open).toEqual([]);
    }
  });

  test('quotes what was found, literally', () => {
    const compiled = compileFilterPattern('{ $.a = x$y }');
    expect(!compiled.ok && errorText(compiled.error, 'en')).toBe('Put a value with $ in double quotes.');
  });
});

describe('the text of a condition', () => {
  const told = (pattern: string, event: unknown, locale: 'ja' | 'en') => {
    const compiled = compileFilterPattern(pattern);
    const trace = compiled.ok ? compiled.explain(event).trace : undefined;
    return trace?.kind === 'condition' ? traceText(trace, locale) : undefined;
  };

  test('quotes what stood there', () => {
    expect(told('{ $.a = x }', { a: 'y' }, 'en')).toBe('different: "y"');
    expect(told('{ $.a = x }', { a: {} }, 'en')).toBe('the field holds an object, not a single value');
    expect(told('{ $.a = x }', {}, 'ja')).toBe('フィールドがない');
    expect(told('{ $.l[*] = b }', { l: ['a', 'b'] }, 'ja')).toBe('等しい: "b"');
  });
});

test('an alarm tells how many datapoints crossed its threshold', () => {
  const rule = {
    AlarmName: 'a',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  } as const;
  const datapoints = [4, 0, 7].map((value, n) => ({ from: n, to: n + 1, value, breaching: value > 0 }));
  expect(alarmReasonText({ because: 'ThresholdCrossed', datapoints }, rule, 'en')).toBe(
    'Enough datapoints crossed the threshold of 1: 2 with data, 2 needed. The last one was 7.',
  );
});
