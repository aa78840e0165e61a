import { describe, expect, test } from 'vitest';
import { compileFilterPattern } from '../../../src/logs/index.ts';
import { jsonPieces } from '../../../src/widgets/trail/jsonPieces.ts';
import { patternPieces } from '../../../src/widgets/trail/patternPieces.ts';
import { SOURCE_PATTERNS } from '../../../src/widgets/trail/sourcePatterns.ts';

const explained = (text: string, event: unknown) => {
  const compiled = compileFilterPattern(text);
  if (!compiled.ok) throw new Error(`"${text}" expected a pattern that is right`);
  return patternPieces(text, { tokens: compiled.tokens, trace: compiled.explain(event).trace });
};

describe('patternPieces', () => {
  test.each(Object.values(SOURCE_PATTERNS))('loses nothing of %s', (text) => {
    const pieces = explained(text, { eventSource: 'kms.amazonaws.com', errorCode: 'DisabledException' });
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('says of each condition whether it matched', () => {
    const pieces = explained(SOURCE_PATTERNS.stopped, {
      eventSource: 'kms.amazonaws.com',
      errorCode: 'DisabledException',
    });
    const matchedOf = (word: string) => pieces.find(({ text }) => text.includes(word))?.matched;
    expect(matchedOf('kms.amazonaws.com')).toBe(true);
    expect(matchedOf('KMSInvalidStateException')).toBe(false);
    expect(matchedOf('"DisabledException"')).toBe(true);
    expect(matchedOf('||')).toBeUndefined();
  });

  test.each([
    ['{ $.errorCode == "x" }', '=='],
    ['{ $.errorCode = "x" AND $.eventName = "y" }', 'AND'],
  ])('marks what is wrong in %s', (text, wrong) => {
    const compiled = compileFilterPattern(text);
    const pieces = patternPieces(text, { tokens: compiled.tokens, error: compiled.ok ? undefined : compiled.error });
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(
      pieces
        .filter(({ isWrong }) => isWrong)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(wrong);
  });

  test('puts an empty piece at the end where something is missing', () => {
    const text = '{ $.errorCode = "x"';
    const compiled = compileFilterPattern(text);
    const pieces = patternPieces(text, { tokens: compiled.tokens, error: compiled.ok ? undefined : compiled.error });
    expect(pieces.at(-1)).toMatchObject({ text: '', isWrong: true });
  });
});

describe('jsonPieces', () => {
  test('tells properties, strings and constants apart, also where a string looks like something else', () => {
    const pieces = jsonPieces({ a: '"b": 1', c: [true, null, -1.5e3] });
    expect(pieces.map(({ text }) => text).join('')).toBe(
      JSON.stringify({ a: '"b": 1', c: [true, null, -1500] }, null, 2),
    );
    expect(pieces.filter(({ kind }) => kind !== 'plain').map(({ text, kind }) => `${kind} ${text}`)).toEqual([
      ...['property "a"', 'string "\\"b\\": 1"', 'property "c"', 'constant true', 'constant null', 'constant -1500'],
    ]);
  });
});
