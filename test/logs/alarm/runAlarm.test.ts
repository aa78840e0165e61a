import { describe, expect, test } from 'vitest';
import type { MetricAlarm } from '../../../src/logs/alarm/MetricAlarm.ts';
import { type AlarmRun, runAlarm } from '../../../src/logs/alarm/runAlarm.ts';
import { stepAlarm } from '../../../src/logs/alarm/stepAlarm.ts';
import type { LogEvent } from '../../../src/logs/LogEvent.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-creating-cloudwatch-alarm.html */
const FILTER = {
  filterName: 'use of a key pending deletion',
  filterPattern: '{ $.eventSource = kms* && $.errorMessage = "* is pending deletion."}',
  metricTransformation: {
    metricName: 'KMSKeyPendingDeletionErrorCount',
    metricNamespace: 'CloudTrail',
    metricValue: '1',
  },
};
const ALARM: MetricAlarm = {
  AlarmName: 'KMSKeyPendingDeletion',
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: ['security'],
};

const refusedAt = (minutes: number): LogEvent => ({
  timestamp: minutes * MINUTE,
  message: {
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
    errorCode: 'KMSInvalidStateException',
    errorMessage: 'arn:aws:kms:ap-northeast-1:111122223333:key/1 is pending deletion.',
  },
});
const allowedAt = (minutes: number): LogEvent => ({
  timestamp: minutes * MINUTE,
  message: { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' },
});

const run = (records: LogEvent[], minutes: number, change: Partial<MetricAlarm> = {}): AlarmRun => {
  const ran = runAlarm(
    { metricFilter: FILTER, alarm: { ...ALARM, ...change }, createdAt: 0 },
    records,
    minutes * MINUTE,
  );
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran;
};
const changes = (ran: AlarmRun) => ran.transitions.map(({ at, from, to }) => [at / MINUTE, from, to]);

describe('an alarm on the use of a key that is pending deletion', () => {
  test('has insufficient data until its first period ends', () => {
    expect(run([], 4.9).state).toBe('INSUFFICIENT_DATA');
    expect(run([], 5).state).toBe('OK');
  });

  test('goes to ALARM at the end of the period with the refused call, and back to OK when the range is quiet again', () => {
    const ran = run([refusedAt(12)], 60);
    expect(changes(ran)).toEqual([
      [5, 'INSUFFICIENT_DATA', 'OK'],
      [15, 'OK', 'ALARM'],
      [30, 'ALARM', 'OK'],
    ]);
    expect(ran.timeline.map(({ from, to, state }) => [from / MINUTE, to / MINUTE, state])).toEqual([
      [0, 5, 'INSUFFICIENT_DATA'],
      [5, 15, 'OK'],
      [15, 30, 'ALARM'],
      [30, 60, 'OK'],
    ]);
  });

  test('does not fire for calls that succeed', () => {
    expect(changes(run([allowedAt(1), allowedAt(12)], 60))).toEqual([[5, 'INSUFFICIENT_DATA', 'OK']]);
  });

  test('mails once for a change, not again while it stays in ALARM', () => {
    const ran = run([refusedAt(6), refusedAt(7), refusedAt(12), refusedAt(17)], 20);
    expect(ran.inbox.map(({ at, to, topic }) => [at / MINUTE, to, topic])).toEqual([[10, 'ALARM', 'security']]);
    expect(ran.datapoints.map(({ from, value }) => [from / MINUTE, value])).toEqual([
      [5, 2],
      [10, 1],
      [15, 1],
    ]);
  });

  test('mails no one about a state without actions, nor with actions switched off', () => {
    expect(run([refusedAt(6)], 60).inbox).toHaveLength(1);
    expect(run([refusedAt(6)], 60, { OKActions: ['ops', 'security'] }).inbox.map(({ to }) => to)).toEqual([
      'OK',
      'OK',
      'ALARM',
      'OK',
      'OK',
    ]);
    expect(run([refusedAt(6)], 60, { ActionsEnabled: false }).inbox).toEqual([]);
  });

  test('is not retroactive: what came before it was made does not count', () => {
    const ran = runAlarm({ metricFilter: FILTER, alarm: ALARM, createdAt: 7 * MINUTE }, [refusedAt(6)], 60 * MINUTE);
    expect(ran).toMatchObject({ ok: true, state: 'OK', datapoints: [], inbox: [] });
  });

  test('knows nothing of what comes after now', () => {
    expect(run([refusedAt(12)], 14)).toMatchObject({ state: 'OK', datapoints: [] });
  });

  test('needs M of N datapoints', () => {
    const records = [refusedAt(1), allowedAt(6), refusedAt(11)];
    const withZeros = { ...FILTER, metricTransformation: { ...FILTER.metricTransformation, defaultValue: 0 } };
    const state = (DatapointsToAlarm: number) => {
      const alarm = { ...ALARM, EvaluationPeriods: 3, DatapointsToAlarm };
      const ran = runAlarm({ metricFilter: withZeros, alarm, createdAt: 0 }, records, 15 * MINUTE);
      return ran.ok ? ran.state : ran.error;
    };
    expect(state(2)).toBe('ALARM');
    expect(state(3)).toBe('OK');
  });

  test.each([
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', 'ALARM'],
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
  ] as const)('treats a day without data as %s: %s', (TreatMissingData, state) => {
    expect(run([refusedAt(6)], 24 * 60, { TreatMissingData }).state).toBe(state);
  });

  test.each([
    ['Sum', 9],
    ['SampleCount', 3],
    ['Average', 3],
    ['Minimum', 1],
    ['Maximum', 6],
  ] as const)('reads the statistic %s over the minutes of a period', (Statistic, value) => {
    const metricTransformation = { metricName: 'm', metricNamespace: 'n', metricValue: '$.n' };
    const metricFilter = { filterName: 'f', filterPattern: '{ $.n = * }', metricTransformation };
    const records = [2, 6, 1].map((n, minute) => ({ timestamp: minute * MINUTE, message: { n } }));
    const ran = runAlarm({ metricFilter, alarm: { ...ALARM, Statistic }, createdAt: 0 }, records, 5 * MINUTE);
    expect(ran).toMatchObject({ ok: true, datapoints: [{ value }] });
  });

  test.each([
    ['GreaterThanOrEqualToThreshold', false, true, true],
    ['GreaterThanThreshold', false, false, true],
    ['LessThanThreshold', true, false, false],
    ['LessThanOrEqualToThreshold', true, true, false],
  ] as const)('%s breaches below, at and above the threshold: %s %s %s', (ComparisonOperator, ...expected) => {
    const breached = [1, 2, 3].map((calls) => {
      const records = Array.from({ length: calls }, () => refusedAt(1));
      return run(records, 5, { ComparisonOperator, Threshold: 2 }).datapoints[0]?.breaching;
    });
    expect(breached).toEqual(expected);
  });

  test('jumps over years of silence, and equals the walk through every period', () => {
    const far = (400 * DAY) / MINUTE;
    const ran = run([refusedAt(6), refusedAt(far)], far + 60);
    expect(changes(ran)).toEqual([
      [5, 'INSUFFICIENT_DATA', 'OK'],
      [10, 'OK', 'ALARM'],
      [25, 'ALARM', 'OK'],
      [far + 5, 'OK', 'ALARM'],
      [far + 20, 'ALARM', 'OK'],
    ]);
  });

  test.each([
    [{ Period: 90 }, 'PeriodInvalid'],
    [{ Period: 0 }, 'PeriodInvalid'],
    [{ EvaluationPeriods: 0 }, 'EvaluationPeriodsInvalid'],
    [{ EvaluationPeriods: 2, DatapointsToAlarm: 3 }, 'DatapointsToAlarmInvalid'],
    [{ Period: 300, EvaluationPeriods: 289 }, 'SpanTooLong'],
    [{ Period: 3600, EvaluationPeriods: 169 }, 'SpanTooLong'],
  ])('refuses %j: %s', (change, code) => {
    const ran = runAlarm({ metricFilter: FILTER, alarm: { ...ALARM, ...change }, createdAt: 0 }, [], 0);
    expect(ran).toEqual({ ok: false, error: { about: 'alarm', code } });
  });

  test.each([[{ Period: 300, EvaluationPeriods: 288 }], [{ Period: 3600, EvaluationPeriods: 168 }]])(
    'takes %j',
    (change) => {
      expect(runAlarm({ metricFilter: FILTER, alarm: { ...ALARM, ...change }, createdAt: 0 }, [], 0).ok).toBe(true);
    },
  );
});

describe('the chart of an alarm', () => {
  const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
  const LEADS = { ThresholdCrossed: 'ALARM', ThresholdKept: 'OK', DataLacked: 'INSUFFICIENT_DATA' } as const;

  test.each(STATES)('%s notifies exactly when another state is entered', (state) => {
    for (const [fact, target] of Object.entries(LEADS)) {
      const step = stepAlarm(state, fact as keyof typeof LEADS);
      expect(step).toEqual({ state: target, notifies: target !== state });
    }
    expect(stepAlarm(state, 'NothingLearnt')).toEqual({ state, notifies: false });
  });
});
