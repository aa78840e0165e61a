import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithmIdentifier, readAlgorithmIdentifier } from '../../../src/kms/crypto/algorithm-identifier.ts';
import {
  bitStringOf,
  integerOf,
  objectIdentifierOf,
  readElements,
  readSequence,
  readSole,
} from '../../../src/kms/crypto/der-read.ts';
import { DER_TAG } from '../../../src/kms/crypto/der-tags.ts';
import {
  bitString,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../src/kms/crypto/der-write.ts';
import { hex } from './vectors.ts';

const soleElement = (bytes: Uint8Array) => readElements(bytes)?.[0];

describe('what is written is read again', () => {
  test('integers of any size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 4100n }), (value) => {
        expect(integerOf(soleElement(integer(value)))).toBe(value);
      }),
    );
  });
  test('contents of any length, across the edges where the length takes another octet', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const content = new Uint8Array(length).fill(5);
      expect(readSole(octetString(content), DER_TAG.OCTET_STRING)).toEqual(content);
      expect(bitStringOf(soleElement(bitString(content)))).toEqual(content);
    }
  });
  test('object identifiers', () => {
    const arcs = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.nat(39), fc.array(fc.nat(2 ** 31), { maxLength: 8 }));
    fc.assert(
      fc.property(arcs, ([root, second, rest]) => {
        const dotted = [root, second, ...rest].join('.');
        expect(objectIdentifierOf(soleElement(objectIdentifier(dotted)))).toBe(dotted);
      }),
    );
  });
});

/** X.690, examples of sections 8.19.5 and 8.3. */
test.each([
  ['2.999.3', '0603883703'],
  ['1.2.840.113549.1.1.1', '06092a864886f70d010101'],
])('%s is %s', (dotted, encoded) => {
  expect(objectIdentifier(dotted)).toEqual(hex(encoded));
  expect(objectIdentifierOf(soleElement(hex(encoded)))).toBe(dotted);
});

describe('refused, though lax readers take them', () => {
  test.each([
    ['indefinite length', '30800000'],
    ['a long length that fits in one octet', '04810100'],
    ['a long length with a leading zero', `0482007f${'00'.repeat(127)}`],
    ['a length beyond the end', '0405aabb'],
    ['a length of four octets', '048400000001aa'],
    ['a tag number of several octets', '1f810100'],
    ['half a header', '30'],
  ])('%s', (_what, encoded) => {
    expect(readElements(hex(encoded))).toBeUndefined();
  });
  test('bytes after the end', () => {
    expect(readSequence(Uint8Array.of(...sequence(), 0))).toBeUndefined();
  });
  test.each([
    ['empty', '0200'],
    ['negative', '0280'],
    ['padded with a zero', '02020001'],
    ['of another tag', '0a0101'],
  ])('an integer that is %s', (_what, encoded) => {
    expect(integerOf(soleElement(hex(encoded)))).toBeUndefined();
  });
  test.each([
    ['empty', '0600'],
    ['padded', '06028001'],
    ['unfinished', '06022a86'],
    ['beyond what a number can hold', '060affffffffffffffffff7f'],
  ])('an object identifier that is %s', (_what, encoded) => {
    expect(objectIdentifierOf(soleElement(hex(encoded)))).toBeUndefined();
  });
  test('a bit string of half bytes', () => {
    expect(bitStringOf(soleElement(hex('030204f0')))).toBeUndefined();
  });
});

test('any bytes are read or refused, and what is read covers them all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const elements = readElements(bytes);
      for (const found of elements ?? []) {
        integerOf(found);
        objectIdentifierOf(found);
        bitStringOf(found);
        readAlgorithmIdentifier(found);
      }
      if (elements !== undefined)
        expect(elements.flatMap(({ tag, content }) => [...element(tag, content)])).toEqual([...bytes]);
    }),
    { numRuns: 2000 },
  );
});

test('deep nesting is read one level at a time', () => {
  let nested: Uint8Array = new Uint8Array();
  for (let depth = 0; depth < 4000; depth++) nested = sequence(nested);
  expect(readSequence(nested)).toHaveLength(1);
});

describe('AlgorithmIdentifier', () => {
  test.each([
    'RSA',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'ECC_NIST_EDWARDS25519',
    'ML_DSA_44',
    'ML_KEM_1024',
  ] as const)('%s', (kind) => {
    expect(readAlgorithmIdentifier(soleElement(algorithmIdentifier(kind)))).toBe(kind);
  });
  test.each([
    ['RSA without its NULL', sequence(objectIdentifier('1.2.840.113549.1.1.1'))],
    ['RSASSA-PSS', sequence(objectIdentifier('1.2.840.113549.1.1.10'))],
    [
      'a curve that KMS does not have',
      sequence(objectIdentifier('1.2.840.10045.2.1'), objectIdentifier('1.3.132.0.33')),
    ],
    ['a curve given by its numbers', sequence(objectIdentifier('1.2.840.10045.2.1'), sequence(integer(1n)))],
    ['Ed25519 with parameters', sequence(objectIdentifier('1.3.101.112'), hex('0500'))],
    ['X25519', sequence(objectIdentifier('1.3.101.110'))],
  ])('%s is refused', (_what, encoded) => {
    expect(readAlgorithmIdentifier(soleElement(encoded))).toBeUndefined();
  });
});
