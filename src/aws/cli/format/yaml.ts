/**
 * `--output yaml`, as the CLI's YAML library writes it: keys sorted, blocks, text plain where it can be,
 * in single quotes where it cannot, in double quotes where it must; long text folded at 80 columns.
 * Source: https://yaml.org/spec/1.2.2/
 */
import { byCodePoint } from './by-code-point.ts';
import { isEmpty } from './json.ts';

const WIDTH = 80;

export const formatYaml = (answer: unknown): string => {
  if (isEmpty(answer)) return '';
  // A bare scalar would end with a document marker, so the CLI prints it as JSON.
  if (typeof answer !== 'object' || answer === null) return `${JSON.stringify(answer ?? null)}\n`;
  return `${block(answer, 0, 0)}\n`;
};

/** `--output yaml-stream`: each page of the answer as a list of one. */
export const formatYamlStream = (pages: readonly unknown[]): string =>
  pages.map((page) => (isEmpty(page) ? '' : formatYaml([page]))).join('');

/** @param column where the block starts on its first line */
const block = (value: unknown, indent: number, column: number): string => {
  if (Array.isArray(value)) return sequence(value, indent);
  if (typeof value === 'object' && value !== null) return mapping(value as { [key: string]: unknown }, indent);
  return scalar(value, indent, column);
};

const sequence = (items: readonly unknown[], indent: number): string =>
  items.length === 0
    ? '[]'
    : items.map((item) => `- ${block(item, indent + 2, indent + 2)}`).join(`\n${' '.repeat(indent)}`);

const mapping = (record: { readonly [key: string]: unknown }, indent: number): string => {
  const keys = Object.keys(record).sort(byCodePoint);
  if (keys.length === 0) return '{}';
  return keys
    .map((key) => {
      const value = record[key];
      const name = `${scalar(key, indent, indent, true)}:`;
      if (typeof value !== 'object' || value === null)
        return `${name} ${scalar(value, indent + 2, indent + name.length + 1)}`;
      const nested = Object.keys(value).length > 0;
      // Lists stand under their key without further indentation.
      const inner = Array.isArray(value) ? indent : indent + 2;
      return nested
        ? `${name}\n${' '.repeat(inner)}${block(value, inner, inner)}`
        : `${name} ${block(value, inner, inner)}`;
    })
    .join(`\n${' '.repeat(indent)}`);
};

const scalar = (value: unknown, indent: number, column: number, isKey = false): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  if (needsEscapes(text)) return doubleQuoted(text, indent, column, isKey);
  return canBePlain(text) ? plain(text, indent, column, isKey) : singleQuoted(text, indent, column, isKey);
};

/** What would be read back as something else than text. */
const OTHER_TYPES =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?(?:0b[0-1_]+|0o?[0-7_]+|[0-9_]+|0x[0-9a-fA-F_]+)|[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?(?:[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?|<<|=)$/;

const canBePlain = (text: string): boolean =>
  text !== '' &&
  !OTHER_TYPES.test(text) &&
  !/^(---|\.\.\.)/.test(text) &&
  !/^[#,[\]{}&*!|>'"%@`]/.test(text) &&
  !/^[?:-](\s|$)/.test(text) &&
  !/: |:$| #|[\n]/.test(text) &&
  !/^\s|\s$/.test(text);

const needsEscapes = (text: string): boolean =>
  /(?![\n\u0085])\p{Cc}|\ufeff|\p{Cs}/u.test(text) || / \n|\n /.test(text);

/** Breaks at single spaces once the line is longer than the page. */
const foldable = (pieces: readonly string[], indent: number, column: number, isKey: boolean): string => {
  let text = '';
  let at = column;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      const previous = pieces[index - 1];
      if (!isKey && at > WIDTH && previous !== '' && piece !== '') {
        text += `\n${' '.repeat(indent)}`;
        at = indent;
      } else {
        text += ' ';
        at += 1;
      }
    }
    text += piece;
    at += [...piece].length;
  }
  return text;
};

const plain = (text: string, indent: number, column: number, isKey: boolean): string =>
  foldable(text.split(' '), indent, column, isKey);

const singleQuoted = (text: string, indent: number, column: number, isKey: boolean): string => {
  const lines = text.replaceAll("'", "''").split('\n');
  const folded = lines.map((line, index) =>
    foldable(line.split(' '), indent, index === 0 ? column + 1 : indent, isKey),
  );
  // Inside quotes a single line break means a space, so each real one is written as a blank line.
  return `'${folded.join(`\n\n${' '.repeat(indent)}`).replace(/\n {1,}(?=\n)/g, '\n')}'`;
};

const ESCAPES: { readonly [char: string]: string } = {
  '\0': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\u000b': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u00a0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

const doubleQuoted = (text: string, indent: number, column: number, isKey: boolean): string => {
  const escaped = [...text].map((char) => {
    const code = char.codePointAt(0) as number;
    if (ESCAPES[char] !== undefined) return `\\${ESCAPES[char]}`;
    if (code >= 0x20 && code <= 0x7e) return char;
    if (code >= 0xa0 && code !== 0xfeff && !(code >= 0xd800 && code <= 0xdfff)) return char;
    if (code <= 0xff) return `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  let line = '"';
  let at = column + 1;
  let afterSpace = false;
  for (const [index, piece] of escaped.entries()) {
    const isSpace = piece === ' ';
    if (isSpace && !isKey && !afterSpace && at > WIDTH && index > 0 && index < escaped.length - 1) {
      // The line break stands for this space; a backslash keeps the next one.
      line += `\n${' '.repeat(indent)}${escaped[index + 1] === ' ' ? '\\' : ''}`;
      at = indent + (escaped[index + 1] === ' ' ? 1 : 0);
    } else {
      line += piece;
      at += piece.length;
    }
    afterSpace = isSpace;
  }
  return `${line}"`;
};
