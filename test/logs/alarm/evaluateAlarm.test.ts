/** AWS's tables: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html */
import { describe, expect, test } from 'vitest';
import { type Datapoint, evaluateAlarm } from '../../../src/logs/alarm/evaluateAlarm.ts';
import type { MetricAlarm, TreatMissingData } from '../../../src/logs/alarm/MetricAlarm.ts';

const alarm = (DatapointsToAlarm: number, TreatMissingData: TreatMissingData): MetricAlarm => ({
  AlarmName: 'a',
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 3,
  DatapointsToAlarm,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData,
});

const range = (row: string): Datapoint[] =>
  row.split(' ').map((sign) => (sign === 'X' ? 'breaching' : sign === '0' ? 'notBreaching' : 'missing'));

const FACT = {
  OK: 'ThresholdKept',
  ALARM: 'ThresholdCrossed',
  'Insufficient data': 'DataLacked',
  'Retain current state': 'NothingLearnt',
} as const;

type Answer = keyof typeof FACT;
type Row = readonly [points: string, missing: Answer, ignore: Answer, breaching: Answer, notBreaching: Answer];
const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

const THREE_OUT_OF_THREE: readonly Row[] = [
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', 'Insufficient data', 'Retain current state', 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - - - X', 'Insufficient data', 'Retain current state', 'ALARM', 'OK'],
  ['X - - - -', 'ALARM', 'Retain current state', 'ALARM', 'OK'],
];
const TWO_OUT_OF_THREE: readonly Row[] = [
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - X', 'Insufficient data', 'Retain current state', 'ALARM', 'OK'],
];

describe.each([
  [3, THREE_OUT_OF_THREE],
  [2, TWO_OUT_OF_THREE],
] as const)('an alarm on %i out of 3 datapoints', (needed, rows) => {
  test.each(rows)('answers %s as AWS tabulates', (points, ...answers) => {
    const given = TREATMENTS.map((treatment) => evaluateAlarm(alarm(needed, treatment), range(points)));
    expect(given).toEqual(answers.map((answer) => FACT[answer]));
  });
});

describe('with too few datapoints, all of them breaching', () => {
  test.each([
    [3, '- - X - -', 'ALARM', 'Retain current state'],
    [3, '- - - X -', 'Insufficient data', 'Retain current state'],
    [2, '- - - X -', 'ALARM', 'Retain current state'],
    [2, '- - - X X', 'ALARM', 'ALARM'],
  ] as const)('%i of 3, %s: %s if missing, %s if ignored', (needed, points, missing, ignore) => {
    expect(evaluateAlarm(alarm(needed, 'missing'), range(points))).toBe(FACT[missing]);
    expect(evaluateAlarm(alarm(needed, 'ignore'), range(points))).toBe(FACT[ignore]);
  });
});
