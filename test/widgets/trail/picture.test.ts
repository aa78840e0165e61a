import { describe, expect, test } from 'vitest';
import { runAlarm } from '../../../src/logs/index.ts';
import { alarmPicture } from '../../../src/widgets/trail/alarmPicture.ts';
import { windowOf } from '../../../src/widgets/trail/windowOf.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('alarmPicture', () => {
  const run = runAlarm(
    {
      createdAt: 0,
      metricFilter: {
        filterName: 'f',
        filterPattern: 'boom',
        metricTransformation: { metricName: 'm', metricNamespace: 'n', metricValue: '1' },
      },
      alarm: {
        AlarmName: 'a',
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
        AlarmActions: ['t'],
      },
    },
    [{ timestamp: DAY + 2 * MINUTE, message: 'boom' }],
    30 * DAY,
  );
  if (!run.ok) throw new Error('the alarm expected to run');
  const picture = alarmPicture(run, [DAY + 2 * MINUTE], 600);

  test('fills the strip with the states, in order and without a gap', () => {
    let x = 0;
    for (const band of picture.bands) {
      expect(band.x).toBeCloseTo(x);
      expect(band.width).toBeGreaterThan(0);
      x += band.width;
    }
    expect(x).toBeCloseTo(600);
  });

  test('keeps an alarm of minutes visible beside weeks of quiet', () => {
    const alarm = picture.bands.find(({ state }) => state === 'ALARM');
    expect(alarm?.width).toBeGreaterThan(30);
  });

  test('puts the event before the alarm, and the mail at its beginning', () => {
    const alarm = picture.bands.find(({ state }) => state === 'ALARM');
    expect(picture.events[0]?.x).toBeLessThan(alarm?.x ?? 0);
    expect(picture.mails[0]?.x).toBeCloseTo(alarm?.x ?? 0);
  });

  test('draws an alarm that was made just now', () => {
    const now = { from: 5, to: 5, state: 'INSUFFICIENT_DATA' } as const;
    const { bands } = alarmPicture({ timeline: [now], datapoints: [], inbox: [] }, [], 600);
    expect(bands).toEqual([{ state: 'INSUFFICIENT_DATA', from: 5, x: 0, width: 0 }]);
  });
});

describe('windowOf', () => {
  test('covers what is visible, with some rows to spare, and never more', () => {
    for (const scrolled of [0, 1, 4_000, 399_000, 480_000]) {
      const { from, to } = windowOf(10_000, 48, scrolled, 400);
      expect(to - from).toBeLessThan(40);
      expect(from).toBeLessThanOrEqual(Math.floor(scrolled / 48));
      expect(to).toBeGreaterThanOrEqual(Math.min(10_000, Math.ceil((scrolled + 400) / 48)));
    }
  });
  test('shows all of a short list, and the end of one that has become shorter', () => {
    expect(windowOf(5, 48, 0, 400)).toEqual({ from: 0, to: 5 });
    expect(windowOf(0, 48, 900, 400)).toEqual({ from: 0, to: 0 });
    expect(windowOf(20, 48, 90_000, 400).to).toBe(20);
  });
});
