/**
 * `--output text`: one line for each record, columns separated by tabs and sorted by name, nested records after their parent.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output
 */

import { pythonText } from '../python-text.ts';
import { byCodePoint } from './by-code-point.ts';

export const formatText = (answer: unknown): string =>
  lines(answer)
    .map((line) => `${line}\n`)
    .join('');

type Dictionary = { readonly [key: string]: unknown };

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isDictionary = (value: unknown): value is Dictionary => isNested(value) && !Array.isArray(value);

const lines = (value: unknown, label?: string, columns?: readonly string[]): readonly string[] => {
  if (Array.isArray(value)) return listLines(value, label);
  if (isDictionary(value)) return recordLines(value, label, columns);
  return [pythonText(value)];
};

const listLines = (items: readonly unknown[], label: string | undefined): readonly string[] => {
  if (items.length === 0) return [];
  if (items.some(isDictionary)) {
    const columns = scalarColumns(items.filter(isDictionary));
    return items.flatMap((item) => lines(item, label, columns));
  }
  const nested = items.filter(isNested);
  const scalars = items.filter((item) => !isNested(item));
  return [...scalarLines(scalars, label), ...nested.flatMap((item) => lines(item, label))];
};

const scalarLines = (items: readonly unknown[], label: string | undefined): readonly string[] => {
  if (items.length === 0) return [];
  if (label === undefined) return [items.map(pythonText).join('\t')];
  return items.map((item) => `${label.toUpperCase()}\t${pythonText(item)}`);
};

const recordLines = (
  record: Dictionary,
  label: string | undefined,
  columns: readonly string[] | undefined,
): readonly string[] => {
  const keys = Object.keys(record).sort(byCodePoint);
  const shown = columns ?? keys.filter((key) => !isNested(record[key]));
  const cells = shown.map((key) => pythonText(Object.hasOwn(record, key) ? record[key] : ''));
  const own = cells.length > 0 ? [[...(label === undefined ? [] : [label.toUpperCase()]), ...cells].join('\t')] : [];
  const nested = keys.filter((key) => !shown.includes(key));
  return [...own, ...nested.flatMap((key) => lines(record[key], key))];
};

/** Records of one list share their columns, so that they line up. */
const scalarColumns = (records: readonly Dictionary[]): readonly string[] => {
  const columns = new Set<string>();
  for (const record of records) for (const key of Object.keys(record)) if (!isNested(record[key])) columns.add(key);
  return [...columns].sort(byCodePoint);
};
