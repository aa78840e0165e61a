/** What PutMetricAlarm would refuse, among the things that a reader can set here. */
import { LIMITS } from '../limits.ts';
import type { AlarmErrorCode, MetricAlarm } from './MetricAlarm.ts';

/** @returns undefined when the alarm may be made */
export const checkAlarm = (alarm: MetricAlarm): AlarmErrorCode | undefined => {
  const { Period, EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods } = alarm;
  const counts = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
  if (!counts(Period) || Period % 60 !== 0) return 'PeriodInvalid';
  if (!counts(EvaluationPeriods)) return 'EvaluationPeriodsInvalid';
  if (!counts(DatapointsToAlarm) || DatapointsToAlarm > EvaluationPeriods) return 'DatapointsToAlarmInvalid';
  const span = Period >= 3600 ? LIMITS.alarmSpanOfHours : LIMITS.alarmSpan;
  if (Period * EvaluationPeriods > span) return 'SpanTooLong';
  return undefined;
};
