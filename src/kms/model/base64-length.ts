/**
 * How many bytes a base64 text stands for, without decoding it.
 * @returns undefined when the text is not base64 (RFC 4648 §4, with padding, no white space)
 */
export const base64Length = (text: string): number | undefined =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
    ? (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0)
    : undefined;
