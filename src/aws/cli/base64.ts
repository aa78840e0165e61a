/** Bytes ⇄ base64, without the platform: the same in a browser, a worker and a test. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const padding = Math.max(0, i + 3 - bytes.length);
    text += four.map((index, place) => (place >= 4 - padding ? '=' : ALPHABET.charAt(index))).join('');
  }
  return text;
};

/**
 * Decodes as Python's `base64.b64decode` does, which the CLI uses: characters outside the alphabet are skipped,
 * what follows the padding is ignored.
 * @returns undefined when the padding does not fit
 */
export const fromLenientBase64 = (text: string): Uint8Array | undefined => {
  const bytes: number[] = [];
  let [bits, held, place, padding] = [0, 0, 0, 0];
  for (const char of text) {
    if (char === '=') {
      padding += 1;
      if (place >= 2 && place + padding >= 4) return Uint8Array.from(bytes);
      continue;
    }
    const value = ALPHABET.indexOf(char);
    if (value < 0) continue;
    padding = 0;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    place = (place + 1) % 4;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return place === 0 ? Uint8Array.from(bytes) : undefined;
};
