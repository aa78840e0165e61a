import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchesArnPattern,
  matchesResourcePattern,
  matchesWildcard,
  patternOf,
  resourcePattern,
} from '../../../src/kms/policy/wildcard.ts';

/** The definition itself, slow and obvious. */
function reference(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first, rest] = [pattern[0], pattern.slice(1)];
  if (first === '*') return reference(rest, text) || (text !== '' && reference(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text[0]) && reference(rest, text.slice(1));
}

/** The same, where a wildcard inside the first five parts stops at a colon unless `*` ends its part. */
function referenceResource(pattern: string, text: string, colons = 0): boolean {
  if (pattern === '') return text === '';
  const [first, rest] = [pattern[0], pattern.slice(1)];
  const crosses = colons >= 5 || rest === '' || rest[0] === ':';
  if (first === '*') {
    return (
      referenceResource(rest, text, colons) ||
      (text !== '' && (crosses || text[0] !== ':') && referenceResource(pattern, text.slice(1), colons))
    );
  }
  if (text === '') return false;
  const same = first === '?' ? colons >= 5 || text[0] !== ':' : first === text[0];
  return same && referenceResource(rest, text.slice(1), first === ':' ? colons + 1 : colons);
}

const letters = (alphabet: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength });
const matchesResource = (pattern: string, text: string): boolean =>
  matchesResourcePattern(resourcePattern(patternOf(pattern, true)), text);

describe('wildcards', () => {
  test('equal a reference that follows the definition', () => {
    fc.assert(
      fc.property(
        letters('ab*?', 7),
        letters('ab', 9),
        (pattern, text) => matchesWildcard(pattern, text) === reference(pattern, text),
      ),
      { numRuns: 1000 },
    );
  });

  test('of resources equal their reference', () => {
    fc.assert(
      fc.property(
        letters('a:*?', 8),
        letters('ab:', 9),
        (pattern, text) => matchesResource(pattern, text) === referenceResource(pattern, text),
      ),
      { numRuns: 2000 },
    );
  });

  test('take no time to speak of on patterns made to blow up', () => {
    const pattern = `${'*a'.repeat(500)}*b`;
    const text = 'a'.repeat(5000);
    const start = performance.now();
    expect(matchesWildcard(pattern, text)).toBe(false);
    expect(matchesResource(`arn:aws:k*${'a*a'.repeat(200)}:b`, text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test.each([
    ['arn:aws:kms:*', 'arn:aws:kms:eu-west-1:111122223333:key/1', true],
    ['arn:aws:kms:*:111122223333:key/*', 'arn:aws:kms:eu-west-1:111122223333:key/1', true],
    ['arn:aws:kms:*:444455556666:key/*', 'arn:aws:kms:eu-west-1:111122223333:key/1', false],
    ['arn:aws:kms:eu-*-1:111122223333:key/1', 'arn:aws:kms:eu-west-1:111122223333:key/1', true],
    ['arn:aws:kms:e*1:key/1', 'arn:aws:kms:eu-west-1:111122223333:key/1', false],
    ['arn:aws:kms:eu-west-?:111122223333:key/1', 'arn:aws:kms:eu-west-1:111122223333:key/1', true],
    ['*', '*', true],
    ['arn:aws:kms:*:*:key/*', '*', false],
  ])('resource %s against %s: %s', (pattern, text, expected) => expect(matchesResource(pattern, text)).toBe(expected));

  test.each([
    ['arn:aws:iam::*:user/A*', 'arn:aws:iam::111122223333:user/Alice', true],
    ['arn:aws:iam::*', 'arn:aws:iam::111122223333:user/Alice', false],
    ['arn:aws:logs:*:*:log-group:/app/*', 'arn:aws:logs:eu-west-1:111122223333:log-group:/app/web', true],
    ['arn:*:user/Alice', 'arn:aws:iam::111122223333:user/Alice', false],
  ])('ArnLike %s against %s: %s', (pattern, arn, expected) =>
    expect(matchesArnPattern(patternOf(pattern, true), arn)).toBe(expected),
  );
});
