/** The words for metric filters, alarms and EventBridge rules, as data; `{name}` stands for an argument (fillIn). */
import type { AlarmFact } from './alarm/evaluateAlarm.ts';
import type { AlarmErrorCode, AlarmState, MetricAlarm } from './alarm/MetricAlarm.ts';
import type { AlarmTransition } from './alarm/runAlarm.ts';
import type { EventPatternErrorCode } from './eventbridge/compileEventPattern.ts';
import type { RuleVerdict } from './eventbridge/runRule.ts';
import { fillIn, type LogsLocale } from './messages.ts';
import type { MetricFilterErrorCode } from './metrics/compileMetricFilter.ts';

/** Why an alarm changed, in words: what a mail says. */
export const alarmReasonText = (
  { because, datapoints }: Pick<AlarmTransition, 'because' | 'datapoints'>,
  alarm: MetricAlarm,
  locale: LogsLocale,
): string => {
  const breaching = datapoints.filter((point) => point.breaching);
  return fillIn(ALARM_FACT_TEXTS[locale][because], {
    count: breaching.length,
    needed: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    threshold: alarm.Threshold,
    value: breaching.at(-1)?.value ?? '–',
  });
};

type Texts<Code extends string> = Readonly<Record<LogsLocale, Readonly<Record<Code, string>>>>;

export const ALARM_STATE_TEXTS: Texts<AlarmState> = {
  en: { OK: 'OK', ALARM: 'In alarm', INSUFFICIENT_DATA: 'Insufficient data' },
  ja: { OK: 'OK', ALARM: 'アラーム状態', INSUFFICIENT_DATA: 'データ不足' },
};

/** Why the alarm is in its state. `{count}` datapoints of `{needed}`, `{value}` the last one, `{threshold}`. */
export const ALARM_FACT_TEXTS: Texts<AlarmFact> = {
  en: {
    ThresholdCrossed:
      'Enough datapoints crossed the threshold of {threshold}: {count} with data, {needed} needed. The last one was {value}.',
    ThresholdKept: 'Fewer than {needed} datapoints crossed the threshold of {threshold}.',
    DataLacked: 'There were too few datapoints to decide.',
    NothingLearnt: 'There were too few datapoints to decide, so the state was kept.',
  },
  ja: {
    ThresholdCrossed:
      'しきい値{threshold}を超えたデータポイントが足りました(データのあるもの{count}個、必要数{needed})。最後の値は{value}です。',
    ThresholdKept: 'しきい値{threshold}を超えたデータポイントは{needed}個に届きませんでした。',
    DataLacked: '判断するにはデータポイントが足りませんでした。',
    NothingLearnt: '判断するにはデータポイントが足りず、状態はそのままです。',
  },
};

export const ALARM_ERROR_TEXTS: Texts<AlarmErrorCode> = {
  en: {
    PeriodInvalid: 'Period is a multiple of 60 seconds.',
    EvaluationPeriodsInvalid: 'EvaluationPeriods is a whole number from 1.',
    DatapointsToAlarmInvalid: 'DatapointsToAlarm lies between 1 and EvaluationPeriods.',
    SpanTooLong: 'Period × EvaluationPeriods spans at most one day, or seven days if Period is an hour or more.',
  },
  ja: {
    PeriodInvalid: 'Periodは60秒の倍数です。',
    EvaluationPeriodsInvalid: 'EvaluationPeriodsは1以上の整数です。',
    DatapointsToAlarmInvalid: 'DatapointsToAlarmは1以上、EvaluationPeriods以下です。',
    SpanTooLong: 'Period × EvaluationPeriodsは1日まで、Periodが1時間以上なら7日までです。',
  },
};

export const METRIC_FILTER_ERROR_TEXTS: Texts<MetricFilterErrorCode> = {
  en: {
    PatternInvalid: 'The filter pattern is wrong.',
    TooManyDimensions: 'A metric filter takes at most {limit} dimensions; this one has {count}.',
    DefaultValueWithDimensions: 'A default value and dimensions exclude each other.',
    MetricValueInvalid: 'The metric value is a number, or a field such as $.latency; {value} is neither.',
    MetricValueNotInPattern:
      'The pattern cannot supply {value}: $.name needs a JSON pattern, $name a field of that name.',
    DimensionNotInPattern: 'The pattern cannot supply {source} for the dimension {name}.',
    MetricNameInvalid: 'A metric name has 1 to 255 characters, none of : * $; got {name}.',
  },
  ja: {
    PatternInvalid: 'フィルターパターンが正しくありません。',
    TooManyDimensions: 'ディメンションは{limit}つまでです。いまは{count}つあります。',
    DefaultValueWithDimensions: 'デフォルト値とディメンションは同時に使えません。',
    MetricValueInvalid: 'メトリクス値は数か、$.latencyのようなフィールドです。{value}はどちらでもありません。',
    MetricValueNotInPattern:
      'このパターンからは{value}を取り出せません。$.nameにはJSONパターンが、$nameにはその名前のフィールドが要ります。',
    DimensionNotInPattern: 'このパターンからは、ディメンション{name}の{source}を取り出せません。',
    MetricNameInvalid: 'メトリクス名は1〜255文字で、: * $ は使えません。いまは{name}です。',
  },
};

export const RULE_VERDICT_TEXTS: Texts<RuleVerdict> = {
  en: {
    delivered: 'Delivered to the target.',
    patternDiffers: 'The event pattern does not match.',
    readOnlyWithheld:
      'The pattern matches, but this is a read-only event: a rule in state ENABLED never receives it. ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS would.',
    ruleDisabled: 'The rule is disabled.',
  },
  ja: {
    delivered: 'ターゲットに届きました。',
    patternDiffers: 'イベントパターンに一致しません。',
    readOnlyWithheld:
      'パターンには一致しますが、読み取り専用イベントなので、状態がENABLEDのルールには届きません。ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTSなら届きます。',
    ruleDisabled: 'ルールは無効です。',
  },
};

export const EVENT_PATTERN_ERROR_TEXTS: Texts<EventPatternErrorCode> = {
  en: {
    PatternNotObject: 'An event pattern is a JSON object.',
    PatternEmpty: 'Objects and lists of a pattern hold at least one entry.',
    ValuesNotList: 'Values stand in a list, also a single one: ["value"].',
    OperatorUnknown: 'There is no operator {operator}.',
    OperandInvalid: 'The operator cannot work with this value.',
    NumericInvalid: 'Write ["=", 5], or a lower and an upper bound: [">", 0, "<=", 5], within ±5,000,000,000.',
    WildcardInvalid: 'In {operand} two asterisks touch, or a backslash stands before something else than * and \\.',
    OrTooFew: '$or needs at least two objects.',
  },
  ja: {
    PatternNotObject: 'イベントパターンはJSONオブジェクトです。',
    PatternEmpty: 'パターンのオブジェクトとリストには、少なくとも1つの要素が必要です。',
    ValuesNotList: '値は1つでもリストに入れます: ["value"]',
    OperatorUnknown: '{operator}という演算子はありません。',
    OperandInvalid: 'この値は演算子に使えません。',
    NumericInvalid: '["=", 5] か、下限と上限を [">", 0, "<=", 5] のように書きます。範囲は ±5,000,000,000 です。',
    WildcardInvalid: '{operand}では * が2つ続いているか、* と \\ 以外の前に \\ があります。',
    OrTooFew: '$orには2つ以上のオブジェクトが必要です。',
  },
};
