/**
 * Checks a metric filter and turns it into a function: log events ↦ one datum a minute and set of dimensions.
 *
 * - Each match adds metricValue; the sums are formed by whole minutes of the clock.
 * - A minute with events but no match has defaultValue if there is one, else no datum. A minute without events has none.
 * - A match whose value is no number, or that lacks a dimension, adds nothing (ours: AWS does not say what it does).
 * - Filters are not retroactive: give it only events that came after the filter was made.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 */
import type { LogEvent } from '../LogEvent.ts';
import { LIMITS } from '../limits.ts';
import { isNumberText } from '../pattern/Cursor.ts';
import { textOf } from '../pattern/comparison.ts';
import { type CompiledFilterPattern, compileFilterPattern } from '../pattern/compileFilterPattern.ts';
import { eventObject } from '../pattern/eventText.ts';
import type { FilterPatternError } from '../pattern/FilterPatternError.ts';
import { parseFilterPattern } from '../pattern/parseFilterPattern.ts';
import { selectorReader } from '../pattern/selectorReader.ts';
import type { MetricFilter } from './MetricFilter.ts';

export const MINUTE = 60_000;

export interface MetricDatum {
  /** Start of the minute, epoch milliseconds. */
  readonly timestamp: number;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly SampleCount: number;
  readonly Sum: number;
  readonly Minimum: number;
  readonly Maximum: number;
}

export type MetricFilterErrorCode =
  | 'PatternInvalid'
  | 'TooManyDimensions'
  | 'DefaultValueWithDimensions'
  | 'MetricValueInvalid'
  | 'MetricValueNotInPattern'
  | 'DimensionNotInPattern'
  | 'MetricNameInvalid';

export interface MetricFilterError {
  readonly code: MetricFilterErrorCode;
  readonly args: Readonly<Record<string, string>>;
  /** For PatternInvalid. */
  readonly pattern: FilterPatternError | undefined;
}

export interface CompiledMetricFilter {
  readonly ok: true;
  readonly filter: MetricFilter;
  readonly pattern: CompiledFilterPattern;
  readonly matches: (event: unknown) => boolean;
  /** @returns data in ascending order of their minutes */
  readonly dataOf: (events: readonly LogEvent[]) => readonly MetricDatum[];
}

type Reader = (event: unknown) => string | undefined;

export const compileMetricFilter = (
  filter: MetricFilter,
): CompiledMetricFilter | { readonly ok: false; readonly error: MetricFilterError } => {
  const refuse = (code: MetricFilterErrorCode, args: Record<string, string>, pattern?: FilterPatternError) =>
    ({ ok: false, error: { code, args, pattern } }) as const;

  const pattern = compileFilterPattern(filter.filterPattern);
  if (!pattern.ok) return refuse('PatternInvalid', {}, pattern.error);
  const { metricName, metricValue, defaultValue, dimensions = {} } = filter.metricTransformation;
  if (metricName === '' || metricName.length > LIMITS.metricNameLength || /[:*$]/.test(metricName)) {
    return refuse('MetricNameInvalid', { name: metricName });
  }
  const names = Object.keys(dimensions);
  if (names.length > LIMITS.dimensions) {
    return refuse('TooManyDimensions', { count: String(names.length), limit: String(LIMITS.dimensions) });
  }
  if (names.length > 0 && defaultValue !== undefined) return refuse('DefaultValueWithDimensions', {});

  const constant = isNumberText(metricValue) ? Number(metricValue) : undefined;
  const valueReader = constant === undefined ? readerOf(metricValue, pattern) : undefined;
  if (metricValue.length > LIMITS.metricValueLength || (constant === undefined && !metricValue.startsWith('$'))) {
    return refuse('MetricValueInvalid', { value: metricValue });
  }
  if (constant === undefined && valueReader === undefined) {
    return refuse('MetricValueNotInPattern', { value: metricValue });
  }
  const dimensionReaders: [string, Reader][] = [];
  for (const [name, source] of Object.entries(dimensions)) {
    const reader = readerOf(source, pattern);
    if (reader === undefined) return refuse('DimensionNotInPattern', { name, source });
    dimensionReaders.push([name, reader]);
  }

  const amountOf = (event: unknown): number | undefined => {
    if (constant !== undefined) return constant;
    const text = valueReader?.(event);
    return text !== undefined && isNumberText(text) ? Number(text) : undefined;
  };
  const dimensionsOf = (event: unknown): Readonly<Record<string, string>> | undefined => {
    const values = dimensionReaders.map(([name, read]) => [name, read(event)] as const);
    return values.some(([, value]) => value === undefined)
      ? undefined
      : Object.fromEntries(values as [string, string][]);
  };

  const dataOf = (events: readonly LogEvent[]): readonly MetricDatum[] => {
    const minutes = new Map<number, Map<string, MetricDatum>>();
    const matchedMinutes = new Set<number>();
    for (const { timestamp, message } of events) {
      const minute = Math.floor(timestamp / MINUTE) * MINUTE;
      const data = minutes.get(minute) ?? new Map<string, MetricDatum>();
      minutes.set(minute, data);
      if (!pattern.matches(message)) continue;
      matchedMinutes.add(minute);
      const amount = amountOf(message);
      const found = dimensionsOf(message);
      if (amount === undefined || found === undefined) continue;
      const key = JSON.stringify(found);
      data.set(key, add(data.get(key), minute, found, amount));
    }
    if (defaultValue !== undefined) {
      for (const [minute, data] of minutes) {
        if (!matchedMinutes.has(minute)) data.set('{}', add(undefined, minute, {}, defaultValue));
      }
    }
    return [...minutes].sort(([a], [b]) => a - b).flatMap(([, data]) => [...data.values()]);
  };

  return { ok: true, filter, pattern, matches: pattern.matches, dataOf };
};

const add = (
  datum: MetricDatum | undefined,
  timestamp: number,
  dimensions: Readonly<Record<string, string>>,
  amount: number,
): MetricDatum => ({
  timestamp,
  dimensions,
  SampleCount: (datum?.SampleCount ?? 0) + 1,
  Sum: (datum?.Sum ?? 0) + amount,
  Minimum: Math.min(datum?.Minimum ?? amount, amount),
  Maximum: Math.max(datum?.Maximum ?? amount, amount),
});

/** Reads `$.selector` from JSON events or `$field` from space-delimited ones; undefined if the pattern has no such thing. */
const readerOf = (source: string, { pattern, extract }: CompiledFilterPattern): Reader | undefined => {
  if (pattern.format === 'space') {
    const numbered = /^\$\d+$/.test(source);
    const named = pattern.fields.some((field) => field.kind === 'named' && `$${field.name}` === source);
    return numbered || named ? (event) => extract(event)[source] : undefined;
  }
  if (pattern.format !== 'json') return undefined;
  const parsed = parseFilterPattern(`{${source}=*}`);
  if (!parsed.ok || parsed.pattern.format !== 'json' || parsed.pattern.root.kind !== 'compare') return undefined;
  const { selector } = parsed.pattern.root;
  if (selector.text !== source) return undefined;
  const reader = selectorReader(selector);
  return reader.many ? undefined : (event) => textOf(reader.read(eventObject(event)));
};
