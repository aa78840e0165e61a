/** Writes DER, as far as keys need it (ITU-T X.690, section 10). */
import { concatBytes, numberToVarBytesBE } from '@noble/curves/utils.js';
import { DER_TAG } from './der-tags.ts';

const lengthOctets = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length);
  const octets = numberToVarBytesBE(length);
  return concatBytes(Uint8Array.of(0x80 | octets.length), octets);
};

/** One element: tag, length, and the parts of its content one after another. */
export const element = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = concatBytes(...parts);
  return concatBytes(Uint8Array.of(tag), lengthOctets(content.length), content);
};

export const sequence = (...elements: readonly Uint8Array[]): Uint8Array => element(DER_TAG.SEQUENCE, ...elements);

export const octetString = (bytes: Uint8Array): Uint8Array => element(DER_TAG.OCTET_STRING, bytes);

/** A BIT STRING of whole bytes. */
export const bitString = (bytes: Uint8Array): Uint8Array => element(DER_TAG.BIT_STRING, Uint8Array.of(0), bytes);

export const nullValue = (): Uint8Array => element(DER_TAG.NULL);

/** @param value 0 or more */
export const integer = (value: bigint): Uint8Array => {
  const magnitude = numberToVarBytesBE(value);
  const wouldReadAsNegative = (magnitude[0] ?? 0) >= 0x80;
  return element(DER_TAG.INTEGER, wouldReadAsNegative ? Uint8Array.of(0) : Uint8Array.of(), magnitude);
};

const arcOctets = (arc: number): readonly number[] => {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128));
  return octets;
};

/** @param dotted such as `1.2.840.10045.2.1` */
export const objectIdentifier = (dotted: string): Uint8Array => {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(DER_TAG.OBJECT_IDENTIFIER, Uint8Array.from([root * 40 + second, ...rest].flatMap(arcOctets)));
};
