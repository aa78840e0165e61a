/** Values as Python prints them: the AWS CLI's texts and its `text` output quote them that way. */

/** `str(value)`. @param value JSON, or bytes */
export const pythonText = (value: unknown): string => (typeof value === 'string' ? value : pythonLiteral(value));

/** `repr(value)`. */
export const pythonLiteral = (value: unknown): string => {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return quote(value);
  if (value instanceof Uint8Array) return `b${quote(String.fromCharCode(...value), true)}`;
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${quote(key)}: ${pythonLiteral(item)}`)
    .join(', ')}}`;
};

/** `type(value)` as its name in angle brackets. */
export const pythonType = (value: unknown): string => `<class '${typeName(value)}'>`;

const typeName = (value: unknown): string => {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'string') return 'str';
  if (value instanceof Uint8Array) return 'bytes';
  return Array.isArray(value) ? 'list' : 'dict';
};

const pythonNumber = (value: number): string =>
  String(value).replace(/e([+-])(\d)$/, (_, sign: string, digit: string) => `e${sign}0${digit}`);

const ESCAPES: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

const quote = (text: string, ascii = false): string => {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (char === mark) body += `\\${char}`;
    else if (ESCAPES[char] !== undefined) body += ESCAPES[char];
    else if (code < 0x20 || code === 0x7f || (code > 0x7f && (ascii || code < 0xa1)))
      body += `\\x${code.toString(16).padStart(2, '0')}`;
    else body += char;
  }
  return mark + body + mark;
};
