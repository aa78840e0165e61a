import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ShellRefusal, tokenize } from '../../../src/aws/cli/tokenize.ts';

const words = (line: string) => {
  const tokens = tokenize(line);
  return tokens.ok ? tokens.words.map(({ text }) => text) : tokens.reason;
};

describe('tokenize', () => {
  test.each<[string, readonly string[]]>([
    [`aws  kms\tlist-keys `, ['aws', 'kms', 'list-keys']],
    [`a 'b c' "d e"`, ['a', 'b c', 'd e']],
    [`a'b'"c"d`, ['abcd']],
    [`'' ""`, ['', '']],
    [`"a\\"b\\\\c\\d"`, ['a"b\\c\\d']],
    [`a\\ b \\'`, ['a b', "'"]],
    [`'{"a":"b"}'`, ['{"a":"b"}']],
    [`a \\\n  b`, ['a', 'b']],
    [`a # comment`, ['a']],
    [`a#b`, ['a#b']],
    [`$ aws kms list-keys`, ['aws', 'kms', 'list-keys']],
    [`{"a":"b"}`, ['{a:b}']],
    [`kms:*`, ['kms:*']],
    ['aws kms list-keys\n', ['aws', 'kms', 'list-keys']],
    [`'a\nb'`, ['a\nb']],
  ])('%j', (line, expected) => expect(words(line)).toEqual(expected));

  test.each<[string, ShellRefusal]>([
    ['a $KEY', 'variable'],
    ['a ${KEY}', 'variable'],
    ['a "$KEY"', 'variable'],
    ['a $(date)', 'commandSubstitution'],
    ['a `date`', 'commandSubstitution'],
    ['a "$(date)"', 'commandSubstitution'],
    ['a | jq .', 'pipe'],
    ['a > file', 'redirection'],
    ['a; b', 'severalCommands'],
    ['a && b', 'severalCommands'],
    ['a\nb', 'severalCommands'],
    ['a &', 'background'],
    ['a {b,c}', 'braceExpansion'],
    ["a 'b", 'unclosedSingleQuote'],
    ['a "b', 'unclosedDoubleQuote'],
  ])('refuses what a shell would do: %j', (line, reason) => expect(words(line)).toBe(reason));

  test("takes dollars and pipes in single quotes for text: '$HOME | x'", () => {
    expect(words("a '$HOME | x'")).toEqual(['a', '$HOME | x']);
  });

  test('tells where each word stands', () => {
    const tokens = tokenize(`aws 'a b' c`);
    expect(tokens.ok && tokens.words.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 9],
      [10, 11],
    ]);
  });

  test('splits as bash does, where it does not refuse', () => {
    const piece = fc.constantFrom(
      'a',
      'B1',
      ' ',
      "'",
      '"',
      '\\',
      '=',
      '-',
      '{',
      '}',
      '[',
      ',',
      ':',
      '#',
      '鍵',
      '/',
      '.',
    );
    const lines = fc.sample(
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
      { numRuns: 150, seed: 7 },
    );
    const readable = lines.filter((line) => tokenize(line).ok && !/\\$|[[{]/.test(line));
    expect(readable.length).toBeGreaterThan(40);
    const script = readable.map((line) => `printf '%s\\0' ${line}\nprintf '\\1'`).join('\n');
    const answer = execFileSync('bash', ['-c', `set -f\n${script}`], { encoding: 'utf8' });
    const bash = answer
      .split('\u0001')
      .slice(0, -1)
      .map((text) => text.split('\0').slice(0, -1));
    // printf prints its format once even without arguments.
    const ours = readable.map((line) => words(line)).map((list) => (list.length === 0 ? [''] : list));
    expect(ours).toEqual(bash);
  });
});
