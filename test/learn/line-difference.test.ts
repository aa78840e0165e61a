import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDifference } from '../../src/learn/line-difference.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
const side = (lines: ReturnType<typeof lineDifference>, without: 'added' | 'removed') =>
  lines.filter(({ change }) => change !== without).map((line) => line.text);

describe('lineDifference', () => {
  test('keeps what both have', () => {
    expect(lineDifference('a\nb\nc', 'a\nx\nc')).toEqual([
      { change: 'same', text: 'a' },
      { change: 'removed', text: 'b' },
      { change: 'added', text: 'x' },
      { change: 'same', text: 'c' },
    ]);
  });

  test('gives back either text, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before, after);
        expect(side(lines, 'added').join('\n')).toBe(before);
        expect(side(lines, 'removed').join('\n')).toBe(after);
      }),
    );
  });

  test('finds nothing changed in equal texts', () => {
    fc.assert(fc.property(text, (same) => lineDifference(same, same).every(({ change }) => change === 'same')));
  });
});
