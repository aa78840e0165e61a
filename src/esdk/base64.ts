/** Base64 of RFC 4648 with padding. Decoding is strict: one text for each sequence of bytes. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const letter = (index: number): string => ALPHABET[index & 63] ?? '';

const encode = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const left = bytes.length - at;
    text += letter(a >> 2) + letter((a << 4) | (b >> 4));
    text += left > 1 ? letter((b << 2) | (c >> 6)) : '=';
    text += left > 2 ? letter(c) : '=';
  }
  return text;
};

/** @returns undefined where the text is not canonical base64 */
const decode = (text: string): Uint8Array | undefined => {
  const letters = text.replace(/={1,2}$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let buffer = 0;
  let at = 0;
  for (const each of letters) {
    const value = ALPHABET.indexOf(each);
    if (value < 0) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  return encode(bytes) === text ? bytes : undefined;
};

export const base64 = { encode, decode } as const;
