import { describe, expect, test } from 'vitest';
import { hexPieces, hexTail, spacedHex } from '../../src/widgets/hex.ts';

describe('Bytes in words', () => {
  test('are two digits each, and cut with an ellipsis where there are more', () => {
    expect(spacedHex(Uint8Array.of(1, 171, 255))).toBe('01 ab ff');
    expect(spacedHex(Uint8Array.of(1, 171, 255), 2)).toBe('01 ab …');
    expect(spacedHex(new Uint8Array())).toBe('');
    expect(hexTail(Uint8Array.of(1, 171, 255), 2)).toBe('… ab ff');
    expect(hexTail(Uint8Array.of(1), 2)).toBe('01');
  });

  test('a changed byte stands alone between the others', () => {
    const bytes = Uint8Array.of(9, 1, 2, 3, 9);
    expect(hexPieces(bytes, { start: 1, end: 4 }, new Set([2]))).toEqual([
      { text: '01 ', changed: false },
      { text: '02 ', changed: true },
      { text: '03 ', changed: false },
    ]);
    expect(hexPieces(bytes, { start: 0, end: 2 }, new Set([4]))).toEqual([{ text: '09 01 ', changed: false }]);
  });
});
