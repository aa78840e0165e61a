import { describe, expect, test } from 'vitest';
import { compileMetricFilter } from '../../../src/logs/metrics/compileMetricFilter.ts';
import type { MetricTransformation } from '../../../src/logs/metrics/MetricFilter.ts';

const MINUTE = 60_000;
const BASE = { metricName: 'm', metricNamespace: 'n', metricValue: '1' };

const compile = (filterPattern: string, change: Partial<MetricTransformation> = {}) =>
  compileMetricFilter({ filterName: 'f', filterPattern, metricTransformation: { ...BASE, ...change } });

const data = (
  filterPattern: string,
  events: [seconds: number, message: unknown][],
  change: Partial<MetricTransformation> = {},
) => {
  const compiled = compile(filterPattern, change);
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled
    .dataOf(events.map(([seconds, message]) => ({ timestamp: seconds * 1000, message })))
    .map(({ timestamp, Sum, SampleCount, dimensions }) => [timestamp / MINUTE, Sum, SampleCount, dimensions]);
};

describe('a metric filter', () => {
  test('adds its value for each match, by whole minutes', () => {
    const events: [number, unknown][] = [
      [0, { a: 1 }],
      [59.999, { a: 1 }],
      [60, { a: 1 }],
      [61, { a: 2 }],
      [130, { a: 2 }],
    ];
    expect(data('{ $.a = 1 }', events, { metricValue: '2.5' })).toEqual([
      [0, 5, 2, {}],
      [1, 2.5, 1, {}],
    ]);
  });

  test('takes the number that a field holds; a match without one adds nothing', () => {
    const events: [number, unknown][] = [
      [0, { latency: 50 }],
      [1, '{"latency":7}'],
      [2, { latency: 'slow' }],
    ];
    expect(data('{ $.latency = * }', events, { metricValue: '$.latency' })).toEqual([[0, 57, 2, {}]]);
    const lines: [number, unknown][] = [
      [0, 'a 10'],
      [1, 'b 5'],
    ];
    expect(data('[name, size]', lines, { metricValue: '$size' })).toEqual([[0, 15, 2, {}]]);
  });

  test('reports the default in minutes with events but no match, and nothing in minutes without events', () => {
    const events: [number, unknown][] = [
      [0, { a: 2 }],
      [1, { a: 2 }],
      [130, { a: 1 }],
    ];
    expect(data('{ $.a = 1 }', events, { defaultValue: 0 })).toEqual([
      [0, 0, 1, {}],
      [2, 1, 1, {}],
    ]);
    expect(data('{ $.a = 1 }', events)).toEqual([[2, 1, 1, {}]]);
  });

  test('does not report the default in a minute with a match that has no number', () => {
    const change = { metricValue: '$.latency', defaultValue: 0 };
    expect(data('{ $.latency = * }', [[0, { latency: 'slow' }]], change)).toEqual([]);
  });

  test('keeps the smallest and the greatest value of a minute', () => {
    const compiled = compile('{ $.n = * }', { metricValue: '$.n' });
    const events = [2, 6, 1].map((n) => ({ timestamp: 0, message: { n } }));
    expect(compiled.ok && compiled.dataOf(events)).toMatchObject([{ Minimum: 1, Maximum: 6, Sum: 9, SampleCount: 3 }]);
  });

  test('keeps each combination of dimensions apart', () => {
    const events: [number, unknown][] = [
      [0, { code: 'A', n: 1 }],
      [1, { code: 'B', n: 1 }],
      [2, { code: 'A', n: 1 }],
      [3, { n: 1 }],
    ];
    expect(data('{ $.n = 1 }', events, { dimensions: { Code: '$.code' } })).toEqual([
      [0, 2, 2, { Code: 'A' }],
      [0, 1, 1, { Code: 'B' }],
    ]);
  });

  test.each([
    ['{ $.a = }', {}, 'PatternInvalid'],
    ['{ $.a = 1 }', { dimensions: { a: '$.a', b: '$.a', c: '$.a', d: '$.a' } }, 'TooManyDimensions'],
    ['{ $.a = 1 }', { dimensions: { a: '$.a' }, defaultValue: 0 }, 'DefaultValueWithDimensions'],
    ['{ $.a = 1 }', { metricValue: 'one' }, 'MetricValueInvalid'],
    ['{ $.a = 1 }', { metricValue: `$.${'a'.repeat(99)}` }, 'MetricValueInvalid'],
    ['{ $.a = 1 }', { metricValue: '$.a = 1 && $.b' }, 'MetricValueNotInPattern'],
    ['ERROR', { metricValue: '$.a' }, 'MetricValueNotInPattern'],
    ['[a, b]', { metricValue: '$c' }, 'MetricValueNotInPattern'],
    ['[a, b]', { dimensions: { X: '$c' } }, 'DimensionNotInPattern'],
    ['ERROR', { metricName: 'a:b' }, 'MetricNameInvalid'],
    ['ERROR', { metricName: '' }, 'MetricNameInvalid'],
  ])('refuses %s with %j: %s', (pattern, change, code) => {
    expect(compile(pattern, change)).toMatchObject({ ok: false, error: { code } });
  });

  test('takes three dimensions', () => {
    expect(compile('{ $.a = 1 }', { dimensions: { a: '$.a', b: '$.b', c: '$.c' } }).ok).toBe(true);
  });
});
