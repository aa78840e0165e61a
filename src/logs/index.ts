/** The face of src/logs: filter patterns, metric filters, alarms and EventBridge rules over CloudTrail records. */
export { checkAlarm } from './alarm/checkAlarm.ts';
export { type AlarmFact, evaluateAlarm } from './alarm/evaluateAlarm.ts';
export type { AlarmErrorCode, AlarmState, MetricAlarm } from './alarm/MetricAlarm.ts';
export {
  type AlarmConfig,
  type AlarmDatapoint,
  type AlarmNotification,
  type AlarmRun,
  type AlarmTransition,
  runAlarm,
} from './alarm/runAlarm.ts';
export * from './alarmMessages.ts';
export { compileEventPattern, type EventPatternError } from './eventbridge/compileEventPattern.ts';
export {
  type BridgeEvent,
  bridgeEventOf,
  type EventBridgeRule,
  type RuleOutcome,
  type RuleState,
  type RuleVerdict,
  runRule,
  type TrailRecord,
} from './eventbridge/runRule.ts';
export type { LogEvent } from './LogEvent.ts';
export { LIMITS } from './limits.ts';
export * from './messages.ts';
export { compileMetricFilter, type MetricDatum, type MetricFilterError } from './metrics/compileMetricFilter.ts';
export type { MetricFilter, MetricTransformation } from './metrics/MetricFilter.ts';
export type { Token, TokenKind } from './pattern/Cursor.ts';
export {
  type CompiledFilterPattern,
  compileFilterPattern,
  type FilterPatternResult,
} from './pattern/compileFilterPattern.ts';
export { type Completion, completeFilterPattern, type Suggestion } from './pattern/completeFilterPattern.ts';
export { DECISIONS } from './pattern/decisions.ts';
export type { FilterPatternError, FilterPatternErrorCode } from './pattern/FilterPatternError.ts';
export type { Explanation, Seen, Trace, TraceCondition, TraceJunction, TraceReason } from './pattern/Trace.ts';
export { testMetricFilter } from './testMetricFilter.ts';
