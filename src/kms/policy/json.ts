/**
 * JSON (RFC 8259) that remembers where each value stands, for errors at their place.
 * Objects keep their entries as a list: duplicate keys are seen, and `__proto__` is a name like any other.
 */

export interface Span {
  /** Offset of the first character, in UTF-16 units; undefined when the value did not come from a text. */
  readonly start?: number;
  readonly end?: number;
}

export interface JsonEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export type JsonNode = Span &
  (
    | { readonly type: 'object'; readonly entries: readonly JsonEntry[] }
    | { readonly type: 'array'; readonly items: readonly JsonNode[] }
    | { readonly type: 'string'; readonly value: string }
    | { readonly type: 'number'; readonly value: number }
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'null' }
  );

export type JsonErrorCode =
  | 'empty'
  | 'unexpectedEnd'
  | 'unexpectedCharacter'
  | 'trailingComma'
  | 'missingComma'
  | 'missingColon'
  | 'keyNotQuoted'
  | 'singleQuotes'
  | 'badEscape'
  | 'controlCharacter'
  | 'unterminatedString'
  | 'badNumber'
  | 'comment'
  | 'afterEnd'
  | 'tooDeep';

export interface JsonError {
  readonly code: JsonErrorCode;
  readonly offset: number;
  readonly found: string;
}

export type JsonResult =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly error: JsonError };

/** AWS publishes no limit; this one keeps a hostile document from exhausting the stack. */
const MAX_DEPTH = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Carries an error out of the recursion; never leaves this file. */
class Stop extends Error {
  readonly problem: JsonError;
  constructor(problem: JsonError) {
    super(problem.code);
    this.problem = problem;
  }
}

export function parseJson(text: string): JsonResult {
  let at = 0;

  const stop = (code: JsonErrorCode, offset = at): never => {
    const character = text[offset];
    const needs =
      code === 'unexpectedCharacter' || code === 'missingComma' || code === 'missingColon' || code === 'keyNotQuoted';
    throw new Stop({ code: character === undefined && needs ? 'unexpectedEnd' : code, offset, found: character ?? '' });
  };
  const skipSpace = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
    if (text.startsWith('//', at) || text.startsWith('/*', at)) stop('comment');
  };

  const string = (): string => {
    const start = at++;
    let value = '';
    for (;;) {
      const character = text[at];
      if (character === undefined) return stop('unterminatedString', start);
      if (character === '"') {
        at++;
        return value;
      }
      if (character === '\\') {
        const escaped = text[at + 1] ?? '';
        const hex = text.slice(at + 2, at + 6);
        if (escaped === 'u' && /^[0-9a-f]{4}$/i.test(hex)) {
          value += String.fromCharCode(Number.parseInt(hex, 16));
          at += 6;
        } else if (Object.hasOwn(ESCAPES, escaped)) {
          value += ESCAPES[escaped];
          at += 2;
        } else {
          return stop('badEscape');
        }
      } else if (character === '\n') {
        return stop('unterminatedString', start);
      } else if (character < ' ') {
        return stop('controlCharacter');
      } else {
        value += character;
        at++;
      }
    }
  };

  const object = (depth: number): JsonNode => {
    const start = at++;
    const entries: JsonEntry[] = [];
    skipSpace();
    while (text[at] !== '}') {
      if (text[at] === "'") stop('singleQuotes');
      if (text[at] !== '"') stop('keyNotQuoted');
      const keyStart = at;
      const key = string();
      const keySpan = { start: keyStart, end: at };
      skipSpace();
      if (text[at] !== ':') stop('missingColon');
      at++;
      entries.push({ key, keySpan, value: value(depth) });
      skipSpace();
      if (text[at] === '}') break;
      if (text[at] !== ',') stop('missingComma');
      const comma = at++;
      skipSpace();
      if (text[at] === '}') stop('trailingComma', comma);
    }
    at++;
    return { type: 'object', entries, start, end: at };
  };

  const array = (depth: number): JsonNode => {
    const start = at++;
    const items: JsonNode[] = [];
    skipSpace();
    while (text[at] !== ']') {
      items.push(value(depth));
      skipSpace();
      if (text[at] === ']') break;
      if (text[at] !== ',') stop('missingComma');
      const comma = at++;
      skipSpace();
      if (text[at] === ']') stop('trailingComma', comma);
    }
    at++;
    return { type: 'array', items, start, end: at };
  };

  const word = (name: string, node: JsonNode): JsonNode => {
    if (!text.startsWith(name, at)) stop('unexpectedCharacter');
    at += name.length;
    return { ...node, end: at };
  };

  function value(depth: number): JsonNode {
    skipSpace();
    if (depth > MAX_DEPTH) stop('tooDeep');
    const start = at;
    switch (text[at]) {
      case '{':
        return object(depth + 1);
      case '[':
        return array(depth + 1);
      case '"':
        return { type: 'string', value: string(), start, end: at };
      case "'":
        return stop('singleQuotes');
      case 't':
        return word('true', { type: 'boolean', value: true, start });
      case 'f':
        return word('false', { type: 'boolean', value: false, start });
      case 'n':
        return word('null', { type: 'null', start });
    }
    if (!/[-0-9]/.test(text[at] ?? '')) return stop('unexpectedCharacter');
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(text)?.[0];
    if (found === undefined || /[0-9]/.test(text[at + found.length] ?? '')) return stop('badNumber');
    at += found.length;
    return { type: 'number', value: Number(found), start, end: at };
  }

  try {
    skipSpace();
    if (at === text.length) return { ok: false, error: { code: 'empty', offset: at, found: '' } };
    const node = value(0);
    skipSpace();
    if (at < text.length) stop('afterEnd');
    return { ok: true, node };
  } catch (stopped) {
    if (stopped instanceof Stop) return { ok: false, error: stopped.problem };
    throw stopped;
  }
}

/** The same tree from a value, without places. What JSON cannot say becomes null; so does what lies deeper than the limit. */
export function nodeOf(value: unknown, depth = 0): JsonNode {
  if (depth > MAX_DEPTH) return { type: 'null' };
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value === 'number') return { type: 'number', value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (Array.isArray(value)) return { type: 'array', items: value.map((item) => nodeOf(item, depth + 1)) };
  if (typeof value !== 'object' || value === null) return { type: 'null' };
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => ({ key, keySpan: {}, value: nodeOf(item, depth + 1) }));
  return { type: 'object', entries };
}

/** Plain data again. Keys are defined, not assigned, so that `__proto__` stays a key. */
export function dataOf(node: JsonNode): unknown {
  switch (node.type) {
    case 'object': {
      const result: Record<string, unknown> = {};
      for (const { key, value } of node.entries) {
        Object.defineProperty(result, key, {
          value: dataOf(value),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return result;
    }
    case 'array':
      return node.items.map(dataOf);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
