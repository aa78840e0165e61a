import { describe, expect, test } from 'vitest';
import { entropy } from '../../src/kms/entropy.ts';
import { openFile, sealFile, searchMemory } from '../../src/learn/memory-thief.ts';

const random = entropy('memory', 0, {});
const [keyA, keyB] = [random(32), random(32)];
const file = (name: string, key: Uint8Array) =>
  sealFile({ name, text: `${name}の中身`, encryptedDataKey: random(184) }, key, random);
const [a, b] = [file('a', keyA), file('b', keyB)];

describe('A thief of memory', () => {
  test('opens the files whose key lies anywhere in the copy, and no others', () => {
    const memory = random(160);
    memory.set(keyA, 77);
    expect(searchMemory(memory, [a, b])).toEqual([{ file: a, text: 'aの中身', at: 77 }]);
  });

  test('finds a key at the very beginning and the very end', () => {
    const memory = random(160);
    memory.set(keyA, 0);
    memory.set(keyB, 128);
    expect(searchMemory(memory, [a, b]).map(({ at }) => at)).toEqual([0, 128]);
  });

  test('finds nothing once one byte of the key has been overwritten', () => {
    const memory = random(160);
    memory.set(keyA, 40);
    memory[71] = (memory[71] ?? 0) ^ 1;
    expect(searchMemory(memory, [a])).toEqual([]);
  });

  test('gets nothing from the encrypted data key', () => {
    expect(searchMemory(a.encryptedDataKey, [a])).toEqual([]);
    expect(openFile(a, keyB)).toBeUndefined();
  });
});
