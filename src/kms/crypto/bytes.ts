/** Bytes to text and back. Total: what is not valid base64 or hex gives `undefined`. */

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const native = 'toBase64' in Uint8Array.prototype;

export const toBase64 = (bytes: Uint8Array): string => {
  if (native) return (bytes as Uint8Array & { toBase64(): string }).toBase64();
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

export const fromBase64 = (text: string): Uint8Array | undefined => {
  if (!BASE64.test(text)) return undefined;
  if (native) return (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(text);
  const binary = atob(text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};

/** For base64 that we wrote ourselves. */
export const mustBytes = (text: string): Uint8Array => {
  const bytes = fromBase64(text);
  if (!bytes) throw new Error(`expected base64, got "${text.slice(0, 20)}"`);
  return bytes;
};

const nativeHex = 'toHex' in Uint8Array.prototype;

export const toHex = (bytes: Uint8Array): string => {
  if (nativeHex) return (bytes as Uint8Array & { toHex(): string }).toHex();
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
};

export const fromHex = (hex: string): Uint8Array | undefined => {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) return undefined;
  if (nativeHex) return (Uint8Array as unknown as { fromHex(hex: string): Uint8Array }).fromHex(hex);
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
};

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Order of byte strings, as memcmp gives it. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};
