/**
 * runAlarm(config, records, now): everything an alarm on a metric filter would have done by `now`, as a fold over what
 * the log group received. Asked again later, or about another past, it answers from the start: nothing is kept.
 *
 * The alarm evaluates at the end of every Period (periods lie on the clock, 00:00, 00:05, …) after it was made.
 */
import type { LogEvent } from '../LogEvent.ts';
import { compileMetricFilter, type MetricDatum, type MetricFilterError } from '../metrics/compileMetricFilter.ts';
import type { MetricFilter } from '../metrics/MetricFilter.ts';
import { checkAlarm } from './checkAlarm.ts';
import { type AlarmFact, type Datapoint, evaluateAlarm, SIMULATED_EXTRA_DATAPOINTS } from './evaluateAlarm.ts';
import type { AlarmErrorCode, AlarmState, MetricAlarm } from './MetricAlarm.ts';
import { stepAlarm } from './stepAlarm.ts';

export interface AlarmConfig {
  readonly metricFilter: MetricFilter;
  readonly alarm: MetricAlarm;
  /** When filter and alarm were made, epoch milliseconds. Earlier events do not count: filters are not retroactive. */
  readonly createdAt: number;
}

export interface AlarmDatapoint {
  /** The period, [from, to), epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly breaching: boolean;
}

export interface AlarmTransition {
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
  readonly because: AlarmFact;
  /** The datapoints that decided, oldest first; empty if it was the lack of them. */
  readonly datapoints: readonly AlarmDatapoint[];
}

/** One mail: the alarm went to another state, and the topic has a subscriber. */
export interface AlarmNotification extends AlarmTransition {
  readonly topic: string;
  readonly alarmName: string;
}

export interface AlarmRun {
  readonly ok: true;
  readonly state: AlarmState;
  readonly timeline: readonly { readonly from: number; readonly to: number; readonly state: AlarmState }[];
  readonly transitions: readonly AlarmTransition[];
  readonly datapoints: readonly AlarmDatapoint[];
  readonly inbox: readonly AlarmNotification[];
}

export type AlarmRunError =
  | { readonly about: 'metricFilter'; readonly error: MetricFilterError }
  | { readonly about: 'alarm'; readonly code: AlarmErrorCode };

export const runAlarm = (
  config: AlarmConfig,
  records: readonly LogEvent[],
  now: number,
): AlarmRun | { readonly ok: false; readonly error: AlarmRunError } => {
  const { alarm, createdAt } = config;
  const filter = compileMetricFilter(config.metricFilter);
  if (!filter.ok) return { ok: false, error: { about: 'metricFilter', error: filter.error } };
  const refused = checkAlarm(alarm);
  if (refused !== undefined) return { ok: false, error: { about: 'alarm', code: refused } };

  const period = alarm.Period * 1000;
  const firstEnd = (Math.floor(createdAt / period) + 1) * period;
  const lastEnd = Math.floor(now / period) * period;
  const received = records.filter(({ timestamp }) => timestamp >= createdAt && timestamp <= now);
  const datapoints = datapointsOf(alarm, period, filter.dataOf(received)).filter(({ to }) => to <= lastEnd);
  const byEnd = new Map(datapoints.map((point) => [point.to, point]));

  const rangeLength = alarm.EvaluationPeriods + SIMULATED_EXTRA_DATAPOINTS;
  const transitions: AlarmTransition[] = [];
  let state: AlarmState = 'INSUFFICIENT_DATA';
  let upcoming = 0;
  let end = firstEnd;
  while (end <= lastEnd) {
    const range = Array.from({ length: rangeLength }, (_, i) => byEnd.get(end - (rangeLength - 1 - i) * period));
    const because = evaluateAlarm(alarm, range.map(kindOf));
    const step = stepAlarm(state, because);
    if (step.notifies) {
      const decided = range.filter((point) => point !== undefined).slice(-alarm.EvaluationPeriods);
      transitions.push({ at: end, from: state, to: step.state, because, datapoints: decided });
    }
    state = step.state;
    while (upcoming < datapoints.length && (datapoints[upcoming]?.to ?? 0) <= end) upcoming += 1;
    // A range without data says the same thing until data come: go there at once. Months pass here in a moment.
    const quiet = range.every((point) => point === undefined);
    end = quiet ? Math.max(end + period, datapoints[upcoming]?.to ?? lastEnd + period) : end + period;
  }

  return {
    ok: true,
    state,
    timeline: timelineOf(createdAt, now, transitions),
    transitions,
    datapoints,
    inbox: transitions.flatMap((change) => notificationsOf(alarm, change)),
  };
};

const kindOf = (point: AlarmDatapoint | undefined): Datapoint =>
  point === undefined ? 'missing' : point.breaching ? 'breaching' : 'notBreaching';

/** Minutes ↦ periods. All dimensions together: the alarm watches the metric without dimensions. */
const datapointsOf = (alarm: MetricAlarm, period: number, data: readonly MetricDatum[]): readonly AlarmDatapoint[] => {
  const periods = new Map<number, MetricDatum[]>();
  for (const datum of data) {
    const from = Math.floor(datum.timestamp / period) * period;
    const together = periods.get(from) ?? [];
    together.push(datum);
    periods.set(from, together);
  }
  return [...periods]
    .sort(([a], [b]) => a - b)
    .map(([from, together]) => {
      const value = statistic(alarm.Statistic, together);
      return { from, to: from + period, value, breaching: breaches(alarm, value) };
    });
};

const statistic = (name: MetricAlarm['Statistic'], data: readonly MetricDatum[]): number => {
  const sum = data.reduce((total, datum) => total + datum.Sum, 0);
  const count = data.reduce((total, datum) => total + datum.SampleCount, 0);
  switch (name) {
    case 'Sum':
      return sum;
    case 'SampleCount':
      return count;
    case 'Average':
      return sum / count;
    case 'Minimum':
      return data.reduce((least, datum) => Math.min(least, datum.Minimum), Number.POSITIVE_INFINITY);
    case 'Maximum':
      return data.reduce((most, datum) => Math.max(most, datum.Maximum), Number.NEGATIVE_INFINITY);
  }
};

const breaches = ({ ComparisonOperator, Threshold }: MetricAlarm, value: number): boolean => {
  switch (ComparisonOperator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= Threshold;
    case 'GreaterThanThreshold':
      return value > Threshold;
    case 'LessThanThreshold':
      return value < Threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= Threshold;
  }
};

const timelineOf = (createdAt: number, now: number, transitions: readonly AlarmTransition[]): AlarmRun['timeline'] => {
  const starts = [
    { at: createdAt, to: 'INSUFFICIENT_DATA' as AlarmState },
    ...transitions.map(({ at, to }) => ({ at, to })),
  ];
  return starts.map(({ at, to: state }, index) => ({ from: at, to: starts[index + 1]?.at ?? now, state }));
};

const notificationsOf = (alarm: MetricAlarm, change: AlarmTransition): readonly AlarmNotification[] => {
  if (alarm.ActionsEnabled === false) return [];
  const topics = {
    ALARM: alarm.AlarmActions,
    OK: alarm.OKActions,
    INSUFFICIENT_DATA: alarm.InsufficientDataActions,
  }[change.to];
  return (topics ?? []).map((topic) => ({ ...change, topic, alarmName: alarm.AlarmName }));
};
