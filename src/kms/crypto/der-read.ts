/**
 * Reads DER, as far as keys need it (ITU-T X.690, section 10: definite and shortest lengths only).
 *
 * Total: any bytes give a value or `undefined`. One call reads one level, so hostile nesting cannot exhaust the stack,
 * and contents are views into the input, so a length can never ask for memory.
 */
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { DER_TAG } from './der-tags.ts';

export interface DerElement {
  /** The identifier octet: class, constructed bit and a tag number below 31. */
  readonly tag: number;
  readonly content: Uint8Array;
}

const LONG_TAG_NUMBER = 0x1f;
const LONG_LENGTH = 0x80;
/** Lengths up to 2^24 − 1: far more than any key, far less than what overflows. */
const MAX_LENGTH_OCTETS = 3;

const readElement = (bytes: Uint8Array, start: number): { element: DerElement; end: number } | undefined => {
  const tag = bytes[start];
  const firstLengthOctet = bytes[start + 1];
  if (tag === undefined || firstLengthOctet === undefined) return undefined;
  if ((tag & LONG_TAG_NUMBER) === LONG_TAG_NUMBER) return undefined;

  let contentStart = start + 2;
  let length = firstLengthOctet;
  if (firstLengthOctet >= LONG_LENGTH) {
    const octets = firstLengthOctet - LONG_LENGTH;
    if (octets === 0 || octets > MAX_LENGTH_OCTETS) return undefined;
    length = 0;
    for (const octet of bytes.subarray(contentStart, contentStart + octets)) length = length * 256 + octet;
    contentStart += octets;
    const shortestLength = Math.max(LONG_LENGTH, 256 ** (octets - 1));
    if (length < shortestLength) return undefined;
  }
  const end = contentStart + length;
  if (end > bytes.length) return undefined;
  return { element: { tag, content: bytes.subarray(contentStart, end) }, end };
};

/** The elements that stand one after another in `bytes`, with nothing left over. */
export const readElements = (bytes: Uint8Array): readonly DerElement[] | undefined => {
  const elements: DerElement[] = [];
  let position = 0;
  while (position < bytes.length) {
    const next = readElement(bytes, position);
    if (next === undefined) return undefined;
    elements.push(next.element);
    position = next.end;
  }
  return elements;
};

/** The content of the one element in `bytes`, if it has this tag and nothing follows it. */
export const readSole = (bytes: Uint8Array, tag: number): Uint8Array | undefined => {
  const sole = readElement(bytes, 0);
  return sole !== undefined && sole.end === bytes.length && sole.element.tag === tag ? sole.element.content : undefined;
};

/** The elements of a SEQUENCE that fills `bytes`. */
export const readSequence = (bytes: Uint8Array): readonly DerElement[] | undefined => {
  const content = readSole(bytes, DER_TAG.SEQUENCE);
  return content === undefined ? undefined : readElements(content);
};

/** The content of `element`, if it has this tag. */
export const contentOf = (element: DerElement | undefined, tag: number): Uint8Array | undefined =>
  element?.tag === tag ? element.content : undefined;

/** The elements of `element`, if it is a SEQUENCE. */
export const sequenceOf = (element: DerElement | undefined): readonly DerElement[] | undefined => {
  const content = contentOf(element, DER_TAG.SEQUENCE);
  return content === undefined ? undefined : readElements(content);
};

/** A non-negative INTEGER in its shortest form. */
export const integerOf = (element: DerElement | undefined): bigint | undefined => {
  const content = contentOf(element, DER_TAG.INTEGER);
  const [first, second] = content ?? [];
  if (content === undefined || first === undefined || first >= 0x80) return undefined;
  if (first === 0 && second !== undefined && second < 0x80) return undefined;
  return bytesToNumberBE(content);
};

/** The bytes of a BIT STRING that holds whole bytes. */
export const bitStringOf = (element: DerElement | undefined): Uint8Array | undefined => {
  const content = contentOf(element, DER_TAG.BIT_STRING);
  return content?.[0] === 0 ? content.subarray(1) : undefined;
};

/** An OBJECT IDENTIFIER in dotted form, such as `1.2.840.10045.2.1`. */
export const objectIdentifierOf = (element: DerElement | undefined): string | undefined => {
  const content = contentOf(element, DER_TAG.OBJECT_IDENTIFIER);
  if (content === undefined || content.length === 0) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  let arcIsOpen = false;
  for (const octet of content) {
    if (!arcIsOpen && octet === 0x80) return undefined;
    arc = arc * 128 + (octet & 0x7f);
    if (!Number.isSafeInteger(arc)) return undefined;
    arcIsOpen = octet >= 0x80;
    if (arcIsOpen) continue;
    if (arcs.length === 0) {
      const root = Math.min(Math.floor(arc / 40), 2);
      arcs.push(root, arc - root * 40);
    } else arcs.push(arc);
    arc = 0;
  }
  return arcIsOpen ? undefined : arcs.join('.');
};
