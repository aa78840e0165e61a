/**
 * A CloudWatch alarm on one metric; the properties are those of PutMetricAlarm.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export type ComparisonOperatorName =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

export type TreatMissingData = 'missing' | 'notBreaching' | 'breaching' | 'ignore';

export interface MetricAlarm {
  readonly AlarmName: string;
  readonly Statistic: 'SampleCount' | 'Average' | 'Sum' | 'Minimum' | 'Maximum';
  /** Seconds; a multiple of 60, since a metric filter reports by the minute. */
  readonly Period: number;
  readonly EvaluationPeriods: number;
  /** "M out of N": how many of EvaluationPeriods must breach. Default: all. */
  readonly DatapointsToAlarm?: number;
  readonly Threshold: number;
  readonly ComparisonOperator: ComparisonOperatorName;
  /** Default `missing`. */
  readonly TreatMissingData?: TreatMissingData;
  /** Topics told when the alarm enters the state. */
  readonly AlarmActions?: readonly string[];
  readonly OKActions?: readonly string[];
  readonly InsufficientDataActions?: readonly string[];
  /** Default true. */
  readonly ActionsEnabled?: boolean;
}

export type AlarmErrorCode = 'PeriodInvalid' | 'EvaluationPeriodsInvalid' | 'DatapointsToAlarmInvalid' | 'SpanTooLong';
