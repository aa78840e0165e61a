/**
 * From the words of an option to the value it stands for: files, JSON, shorthand, numbers, switches.
 * Blobs stay text (or the bytes of a file) here; the binary format of the whole call decides about them later.
 */
import type { Shape } from '../../kms/model/index.ts';
import { explainJson } from './explain-json.ts';
import { parseShorthand, type Shorthand } from './parse-shorthand.ts';
import { pythonLiteral } from './python-text.ts';
import { EXIT, type Failure, parameterError, plainError } from './usage.ts';

/** Reads a file that the reader has given to the page. @returns undefined when there is none of that name */
export type ReadFile = (path: string) => Uint8Array | undefined;

export type Unpacked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure };

export const unpackValue = (
  shape: Shape,
  flag: string,
  words: string | readonly string[],
  readFile: ReadFile,
): Unpacked => {
  const single = typeof words === 'string' ? words : words.length === 1 ? words[0] : undefined;
  const loaded = single === undefined ? undefined : loadFile(flag, single, readFile);
  if (loaded && !loaded.ok) return loaded;
  const value = loaded ? loaded.value : words;
  if (value instanceof Uint8Array) return { ok: true, value };
  return unpackText(shape, flag, value as string | readonly string[]);
};

/** @returns undefined when the text names no file */
export const loadFile = (flag: string, text: string, readFile: ReadFile): Unpacked | undefined => {
  const prefix = text.match(/^fileb?:\/\//)?.[0];
  if (prefix === undefined) return undefined;
  const path = text.slice(prefix.length);
  const bytes = readFile(path);
  if (bytes === undefined)
    return bad(flag, `Unable to load paramfile ${text}: [Errno 2] No such file or directory: ${pythonLiteral(path)}`);
  if (prefix === 'fileb://') return { ok: true, value: bytes };
  try {
    return {
      ok: true,
      value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r\n?/g, '\n'),
    };
  } catch {
    return bad(
      flag,
      `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.`,
    );
  }
};

const bad = (flag: string, message: string): { ok: false; failure: Failure } => ({
  ok: false,
  failure: parameterError(flag, message),
});

const isComplex = (shape: Shape): boolean =>
  shape.type === 'list' || shape.type === 'map' || shape.type === 'structure';

const unpackText = (shape: Shape, flag: string, value: string | readonly string[]): Unpacked => {
  const first = typeof value === 'string' ? value : value[0];
  const looksLikeJson = first !== undefined && /^\s*[[{]/.test(first);
  const takesShorthand = shape.type === 'list' ? isComplex(shape.of) : isComplex(shape);
  if (takesShorthand && !looksLikeJson) return unpackShorthand(shape, flag, value);
  if (shape.type === 'list') return unpackList(shape.of, flag, value);
  const text = value as string;
  if (shape.type === 'structure' || shape.type === 'map')
    return text.trimStart().startsWith('{') ? parseJson(flag, text) : bad(flag, `Invalid JSON:\n${text}`);
  if (shape.type === 'integer') return readInteger(text);
  if (shape.type === 'boolean') return { ok: true, value: text.toLowerCase() !== 'false' && text !== '' };
  return { ok: true, value: text };
};

const unpackList = (item: Shape, flag: string, value: string | readonly string[]): Unpacked => {
  const only = typeof value === 'string' ? value : value.length === 1 ? value[0] : undefined;
  if (only?.trimStart().startsWith('[')) return parseJson(flag, only);
  const items: unknown[] = [];
  for (const word of value) {
    const read = unpackText(item, flag, word);
    if (!read.ok) return read;
    items.push(read.value);
  }
  return { ok: true, value: items };
};

const parseJson = (flag: string, text: string): Unpacked => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return bad(flag, `Invalid JSON: ${explainJson(text)}\nJSON received: ${text}`);
  }
};

const readInteger = (text: string): Unpacked =>
  /^\s*[+-]?\d+(_\d+)*\s*$/.test(text)
    ? { ok: true, value: Number(text.replaceAll('_', '')) }
    : { ok: false, failure: plainError(`invalid literal for int() with base 10: ${pythonLiteral(text)}`, EXIT.other) };

const unpackShorthand = (shape: Shape, flag: string, value: string | readonly string[]): Unpacked => {
  if (typeof value === 'string') {
    const parsed = parseShorthand(value);
    return parsed.ok ? conform(shape, parsed.value) : bad(flag, parsed.message);
  }
  const items: unknown[] = [];
  for (const word of value) {
    const parsed = parseShorthand(word);
    if (!parsed.ok) return bad(flag, parsed.message);
    const item = conform(shape.type === 'list' ? shape.of : shape, parsed.value);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return { ok: true, value: items };
};

/** Shorthand knows text, lists and keys only; the model tells which text is a number, a switch or a list of one. */
const conform = (shape: Shape, value: Shorthand): Unpacked => {
  if (shape.type === 'list') {
    if (!Array.isArray(value)) return { ok: true, value: [value] };
    return conformEach(
      value.map((item, index): [string, Shape, Shorthand] => [String(index), shape.of, item]),
      (entries) => entries.map(([, item]) => item),
    );
  }
  if (shape.type === 'structure' || shape.type === 'map') {
    if (typeof value !== 'object' || Array.isArray(value)) return { ok: true, value };
    const entries = Object.entries(value as { [key: string]: Shorthand }).map(
      ([key, item]): [string, Shape | undefined, Shorthand] => [
        key,
        shape.type === 'map' ? shape.of : Object.hasOwn(shape.members, key) ? shape.members[key] : undefined,
        item,
      ],
    );
    return conformEach(entries, Object.fromEntries);
  }
  if (typeof value !== 'string') return { ok: true, value };
  if (shape.type === 'integer') return readInteger(value);
  if (shape.type === 'boolean' && /^(true|false)$/i.test(value))
    return { ok: true, value: value.toLowerCase() === 'true' };
  return { ok: true, value };
};

const conformEach = (
  entries: readonly [string, Shape | undefined, Shorthand][],
  build: (entries: [string, unknown][]) => unknown,
): Unpacked => {
  const read: [string, unknown][] = [];
  for (const [key, shape, value] of entries) {
    const item = shape === undefined ? { ok: true as const, value } : conform(shape, value);
    if (!item.ok) return item;
    read.push([key, item.value]);
  }
  return { ok: true, value: build(read) };
};
