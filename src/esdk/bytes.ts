/** Big-endian numbers, UTF-8 and byte order: what the message format is made of. */

const encoder = new TextEncoder();
// ignoreBOM, or a context key that begins with U+FEFF would come back shorter than it was written.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** @returns the text, or undefined where the bytes are not UTF-8 */
export const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** @param value 0 … 2^(8·length) − 1, an integer that a double holds exactly */
const bigEndian = (value: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = length - 1, rest = value; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
};

export const uint8 = (value: number): Uint8Array => bigEndian(value, 1);
export const uint16 = (value: number): Uint8Array => bigEndian(value, 2);
export const uint32 = (value: number): Uint8Array => bigEndian(value, 4);
export const uint64 = (value: number): Uint8Array => bigEndian(value, 8);

/** @returns the number; beyond 2^53 it is only approximate, which every limit here refuses anyway */
export const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** Order of bytes as unsigned numbers; a prefix comes before what it begins. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};
