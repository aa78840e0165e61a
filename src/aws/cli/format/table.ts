/**
 * `--output table`: a box for the answer, a box in the box for each nested list or record.
 * Tables that are wider than the terminal turn their single rows upright.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#table-output
 */
import { pythonText } from '../python-text.ts';
import { byCodePoint } from './by-code-point.ts';
import { textWidth } from './text-width.ts';

interface Section {
  readonly title: string;
  readonly indent: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * @param title the operation's name
 * @param width columns of the terminal
 */
export const formatTable = (title: string, answer: unknown, width = 80): string => {
  const sections = sectionsOf(title, answer, 0);
  if (sections.length === 0) return '';
  const total = totalWidth(sections);
  if (total <= width) return render(sections, total);
  const upright = sections.map(turnUpright);
  return render(upright, totalWidth(upright));
};

type Dictionary = { readonly [key: string]: unknown };
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isDictionary = (value: unknown): value is Dictionary => !isScalar(value) && !Array.isArray(value);
const isFalsy = (value: unknown): boolean =>
  !value || (typeof value === 'object' && Object.keys(value as object).length === 0);

const sectionsOf = (title: string, value: unknown, indent: number): readonly Section[] => {
  if (isFalsy(value)) return [];
  if (isDictionary(value)) return recordSections(title, value, indent);
  if (!Array.isArray(value)) return [{ title, indent, headers: [], rows: [] }];
  if (isDictionary(value[0])) return listSections(title, value as readonly Dictionary[], indent);
  const rows: string[][] = [];
  const nested: Section[] = [];
  for (const item of value) {
    if (isScalar(item)) rows.push([pythonText(item)]);
    else if (Object.values(item as object).every(isScalar))
      rows.push((Array.isArray(item) ? item : Object.keys(item as object)).map(pythonText));
    else nested.push(...sectionsOf('', item, indent));
  }
  return [{ title, indent, headers: [], rows }, ...nested];
};

const recordSections = (title: string, record: Dictionary, indent: number): readonly Section[] => {
  const { scalars, nested } = split([record]);
  const only = scalars.length === 1 ? scalars[0] : undefined;
  const section: Section =
    only !== undefined
      ? { title, indent, headers: [], rows: [[only, pythonText(record[only])]] }
      : {
          title,
          indent,
          headers: scalars,
          rows: scalars.length > 0 ? [scalars.map((key) => pythonText(record[key]))] : [],
        };
  return [section, ...nested.flatMap((key) => sectionsOf(key, record[key], indent + 1))];
};

const listSections = (title: string, records: readonly Dictionary[], indent: number): readonly Section[] => {
  const { scalars, nested } = split(records);
  const rowOf = (record: Dictionary) => scalars.map((key) => pythonText(Object.hasOwn(record, key) ? record[key] : ''));
  if (nested.length === 0) return [{ title, indent, headers: scalars, rows: records.map(rowOf) }];
  return records.flatMap((record) => [
    { title, indent, headers: scalars, rows: [rowOf(record)] },
    ...nested.filter((key) => Object.hasOwn(record, key)).flatMap((key) => sectionsOf(key, record[key], indent + 1)),
  ]);
};

const split = (records: readonly Dictionary[]): { scalars: readonly string[]; nested: readonly string[] } => {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const record of records)
    for (const [key, value] of Object.entries(record)) (isScalar(value) ? scalars : nested).add(key);
  return { scalars: [...scalars].sort(byCodePoint), nested: [...nested].sort(byCodePoint) };
};

const turnUpright = (section: Section): Section => {
  const row = section.rows[0];
  if (section.rows.length !== 1 || section.headers.length === 0 || row === undefined) return section;
  return { ...section, headers: [], rows: section.headers.map((header, column) => [header, row[column] ?? '']) };
};

const PADDING = 4;

const naturalWidths = ({ headers, rows }: Section): readonly number[] => {
  const lines = headers.length > 0 ? [headers, ...rows] : rows;
  const widths: number[] = [];
  for (const line of lines)
    for (const [column, cell] of line.entries()) widths[column] = Math.max(widths[column] ?? 0, textWidth(cell));
  return widths;
};

const totalWidth = (sections: readonly Section[]): number =>
  Math.max(
    ...sections.map((section) => {
      const columns = naturalWidths(section).reduce((sum, width) => sum + width + PADDING, 0) + 2;
      return Math.max(textWidth(section.title) + 2, columns) + 2 * section.indent;
    }),
  );

/** Stretches the columns to the width of the table, as evenly as their contents. */
const columnWidths = (section: Section, width: number): readonly number[] => {
  const natural = naturalWidths(section).map((column) => column + PADDING);
  const sum = natural.reduce((total, column) => total + column, 0);
  if (sum === 0) return natural;
  const scaled = natural.map((column) => roundHalfToEven((width / sum) * column));
  let surplus = scaled.reduce((total, column) => total + column, 0) - width;
  while (surplus !== 0) {
    const step = surplus > 0 ? -1 : 1;
    const order = scaled.map((_, index) => (surplus > 0 ? index : scaled.length - 1 - index));
    for (const index of order) {
      scaled[index] = (scaled[index] as number) + step;
      surplus += step;
      if (surplus === 0) break;
    }
  }
  return scaled;
};

const roundHalfToEven = (value: number): number => {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
};

const render = (sections: readonly Section[], width: number): string => {
  const lines = sections.flatMap((section) => {
    const bars = '|'.repeat(section.indent);
    return renderSection(section, width - 2 * section.indent).map((line) => bars + line + bars);
  });
  return `${['-'.repeat(width), ...lines].join('\n')}\n`;
};

const renderSection = (section: Section, width: number): readonly string[] => {
  const { title, headers, rows } = section;
  const lines: string[] = [];
  if (title !== '') {
    lines.push(center(title, width, '|', '|'));
    if (headers.length === 0 && rows.length === 0) lines.push(`+${'-'.repeat(width - 2)}+`);
  }
  const widths = columnWidths(section, width);
  const rule = widths
    .map((column, index) => (index === 0 ? `+${'-'.repeat(column - 2)}+` : `${'-'.repeat(column - 1)}+`))
    .join('');
  const edge = (index: number) => (index === 0 ? '|' : '');
  if (headers.length > 0)
    lines.push(rule, widths.map((column, index) => center(headers[index] ?? '', column, edge(index), '|')).join(''));
  if (rows.length > 0 && widths.length > 0) {
    lines.push(rule);
    for (const row of rows)
      lines.push(
        widths
          .slice(0, row.length)
          .map((column, index) => alignLeft(row[index] ?? '', column, edge(index), '|'))
          .join(''),
      );
    lines.push(rule);
  }
  return lines;
};

const center = (text: string, width: number, left: string, right: string): string => {
  const before = left + spaces(Math.floor(width / 2) - Math.floor(textWidth(text) / 2) - 1) + text;
  return (
    before +
    spaces(
      width -
        right.length -
        (left.length + Math.floor(width / 2) - Math.floor(textWidth(text) / 2) - 1 + textWidth(text)),
    ) +
    right
  );
};

const alignLeft = (text: string, width: number, left: string, right: string): string => {
  const roomy = width >= textWidth(text) + 2 + left.length + right.length;
  const before = left + (roomy ? '  ' : '') + text;
  return before + spaces(width - left.length - (roomy ? 2 : 0) - textWidth(text) - right.length) + right;
};

const spaces = (count: number): string => ' '.repeat(Math.max(0, count));
