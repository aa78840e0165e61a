import { describe, expect, test } from 'vitest';
import { type MeasuredPrediction, measure } from '../../src/learn/measured-prediction.ts';
import { observe, type Prediction } from '../../src/learn/prediction.ts';

const modules = import.meta.glob<{ readonly default: Prediction | MeasuredPrediction }>(
  '../../content/predictions/*.ts',
  { eager: true },
);
const predictions = Object.entries(modules).map(([path, { default: prediction }]) => ({ path, prediction }));

describe.each(predictions)('$path', ({ path, prediction }) => {
  const { id, options } = prediction;

  test('comes out as one of its options', () => {
    const { outcome, message } = 'measure' in prediction ? measure(prediction) : observe(prediction);
    expect(
      options.map((option) => option.outcome),
      message,
    ).toContain(outcome);
  });

  test('is named after its file and offers each outcome once', () => {
    expect(path).toContain(`/${id}.ts`);
    expect(new Set(options.map(({ outcome }) => outcome)).size).toBe(options.length);
    expect(options.length).toBeGreaterThanOrEqual(2);
  });

  test('has options of about one length, so that the longest does not give itself away', () => {
    for (const locale of ['ja', 'en'] as const) {
      const lengths = options.map(({ text }) => text[locale].length);
      expect(Math.max(...lengths) / Math.min(...lengths), locale).toBeLessThan(4);
    }
  });
});
