/**
 * What the datapoints of the evaluation range say: the fact that the alarm's chart is then told.
 *
 * CloudWatch looks at more datapoints than EvaluationPeriods, so that a late or missing one need not be guessed:
 * 1. enough real datapoints in the range: the most recent EvaluationPeriods of them decide, gaps do not matter;
 * 2. too few, breaching or notBreaching: the gaps count as said;
 * 3. too few, missing or ignore: a real datapoint within the threshold makes it OK; if all real ones breach, it is ALARM
 *    once there are DatapointsToAlarm of them, or under `missing` once the oldest is that many periods back; a single
 *    fresh one is not enough yet.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
import type { MetricAlarm } from './MetricAlarm.ts';

/** AWS: "a higher number of data points than Evaluation Periods"; its tables show 5 for 3. */
export const SIMULATED_EXTRA_DATAPOINTS = 2;

/** One period: breaching, within the threshold, or no data. */
export type Datapoint = 'breaching' | 'notBreaching' | 'missing';

export type AlarmFact = 'ThresholdCrossed' | 'ThresholdKept' | 'DataLacked' | 'NothingLearnt';

/** @param range oldest first, EvaluationPeriods + SIMULATED_EXTRA_DATAPOINTS long */
export const evaluateAlarm = (alarm: MetricAlarm, range: readonly Datapoint[]): AlarmFact => {
  const { EvaluationPeriods: N, DatapointsToAlarm: M = N, TreatMissingData: treat = 'missing' } = alarm;
  const real = range.filter((point) => point !== 'missing').slice(-N);
  const breaching = real.filter((point) => point === 'breaching').length;
  const gaps = N - real.length;
  const decide = (count: number): AlarmFact => (count >= M ? 'ThresholdCrossed' : 'ThresholdKept');

  if (gaps === 0 || treat === 'notBreaching') return decide(breaching);
  if (treat === 'breaching') return decide(breaching + gaps);
  const undecided: AlarmFact = treat === 'ignore' ? 'NothingLearnt' : 'DataLacked';
  if (real.length === 0) return undecided;
  if (breaching >= M) return 'ThresholdCrossed';
  if (breaching < real.length) return 'ThresholdKept';
  const oldest = range.length - range.indexOf('breaching');
  return treat === 'missing' && oldest >= M ? 'ThresholdCrossed' : undecided;
};
