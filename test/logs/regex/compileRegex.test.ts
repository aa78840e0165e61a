import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../../src/logs/regex/compileRegex.ts';
import { parseRegex } from '../../../src/logs/regex/parseRegex.ts';

const search = (source: string) => {
  const parsed = parseRegex(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.code} at ${parsed.at}`);
  return compileRegex(parsed.program);
};

/** The supported operators, as https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html lists them. */
describe('a regular expression term', () => {
  test.each([
    ['^[hc]at', 'hat', true],
    ['^[hc]at', 'a hat', false],
    ['colou?r', 'color', true],
    ['[abcx-z]', 'y', true],
    ['[abcx-z]', 'd', false],
    ['a{3,5}', 'aa', false],
    ['^a{3}$', 'aaaa', false],
    ['^a{2,}$', 'a', false],
    ['^a{2,}$', 'aaaaa', true],
    ['^a{,2}$', '', true],
    ['^a{,2}$', 'aaa', false],
    ['^a{0}b$', 'b', true],
    ['gray|grey', 'grey', true],
    ['^starting|^initializing|^shutting down', 'initializing', true],
    ['ab[^c]$', 'abc', false],
    ['\\[.\\]', '[]', false],
    ['10\\.10\\.0\\.1', '10x10.0.1', false],
    ['ab*c', 'abbc', true],
    ['ab+c', 'ac', false],
    ['\\d\\D\\s\\S\\w\\W', '1a b_-', true],
    ['\\d', 'a', false],
    ['\\x3a', ':', true],
    ['^$', '', true],
    ['^$', 'a', false],
    ['a$b', 'a$b', false],
    ['a^b', 'a^b', false],
    ['a|', 'zzz', true],
    ['[.*+?]', 'a', false],
    ['[.*+?]', '?', true],
    ['[a-]', '-', true],
    ['[^a]', '鍵', true],
    ['^.$', '😀', true],
    ['\\W', '鍵', true],
    ['a+?b', 'aab', true],
    ['pending deletion', 'is pending deletion.', true],
  ])('%s in %j: %s', (source, text, found) => {
    expect(search(source)(text)).toBe(found);
  });

  test('answers the same when it is asked again', () => {
    const found = search('a.{3}b$');
    const texts = ['a123b', 'a12b', '', 'xa123bx', 'aa12bb'];
    const first = texts.map(found);
    expect(texts.map(found)).toEqual(first);
    expect(first).toEqual([true, false, false, false, true]);
  });

  const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\W', '1', '-', '\\.', '[a-c1]');
  const repeat = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '{0,3}');
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(atom, repeat).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constantFrom('^', '$') },
  );
  const row = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const source = fc
    .array(row, { minLength: 1, maxLength: 3 })
    .map((rows) => rows.join('|'))
    .filter((text) => text !== '');
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', '-', '\n', '鍵'), maxLength: 12 });

  test('finds what the engine of JavaScript finds', () => {
    let found = 0;
    let lost = 0;
    fc.assert(
      fc.property(source, text, (pattern, line) => {
        const expected = new RegExp(pattern).test(line);
        if (expected) found += 1;
        else lost += 1;
        expect([pattern, line, search(pattern)(line)]).toEqual([pattern, line, expected]);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(found, lost)).toBeGreaterThan(200);
  });

  test.each(['a*a*a*a*a*a*a*a*b', '[ab]*a[ab]{100}b', '.*.*.*.*=.*', 'a{,400}a{,400}b'])(
    '%s cannot run away on a long text',
    (pattern) => {
      const line = 'a'.repeat(200_000);
      const begun = performance.now();
      expect(search(pattern)(line)).toBe(false);
      expect(performance.now() - begun).toBeLessThan(5000);
    },
  );

  test('forgets, and still answers right, when more sets come up than it keeps', () => {
    const pattern = '[ab]*a[ab]{12}c';
    const found = search(pattern);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'b', 'c'), minLength: 20, maxLength: 60 }), (line) => {
        expect(found(line)).toBe(new RegExp(pattern).test(line));
      }),
      { numRuns: 500 },
    );
  });
});
