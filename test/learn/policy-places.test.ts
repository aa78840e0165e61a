import { expect, test } from 'vitest';
import { pieceAt } from '../../src/learn/policy-places.ts';

const text = '{\n  "Statement": [{"Effect": "Allow", "Action": ["kms:A", "kms:B"], "a/b": 1}]\n}';
const found = (path: string) => {
  const piece = pieceAt(text, path);
  return piece && text.slice(piece.from, piece.to);
};

test('a pointer leads to its value in the text', () => {
  expect(found('/Statement/0/Action/1')).toBe('"kms:B"');
  expect(found('/Statement/0/Effect')).toBe('"Allow"');
  expect(found('/Statement/0/a~1b')).toBe('1');
  expect(found('')).toBe(text);
});

test('what is missing is sought at the last place that is there', () => {
  expect(found('/Statement/0/Resource')).toBe('{"Effect": "Allow", "Action": ["kms:A", "kms:B"], "a/b": 1}');
  expect(found('/Statement/4/Resource')).toBe('[{"Effect": "Allow", "Action": ["kms:A", "kms:B"], "a/b": 1}]');
});

test('a text that is no JSON has no places', () => {
  expect(pieceAt('{', '/Statement')).toBeUndefined();
});
