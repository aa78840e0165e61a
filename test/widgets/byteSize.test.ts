import { expect, test } from 'vitest';
import { byteSize } from '../../src/widgets/byteSize.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KiB'],
  [1536, '1.5 KiB'],
  [99.9 * 1024, '99.9 KiB'],
  [500 * 1024, '500 KiB'],
  [2 ** 20, '1.0 MiB'],
  [2 ** 30, '1.0 GiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});
