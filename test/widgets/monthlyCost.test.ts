import { expect, test } from 'vitest';
import { monthlyCost } from '../../src/widgets/monthlyCost.ts';

test('ten thousand seconds of one request a second cost the price once', () => {
  expect(monthlyCost(1, 0.03) / 259.2).toBeCloseTo(0.03, 10);
  expect(monthlyCost(0, 0.03)).toBe(0);
});
