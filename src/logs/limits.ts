/**
 * Sizes and quotas of CloudWatch Logs and CloudWatch that the reader can run into.
 *
 * Sources:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export const LIMITS = {
  /** Characters of a filterPattern (API model: 0–1024). */
  filterPatternLength: 1024,
  /** `%…%` terms in one filter pattern. */
  regexesInPattern: 2,
  /** Filter patterns with a `%…%` term in one log group. */
  regexPatternsInLogGroup: 5,
  /** `[*]` or `.*` in one selector. */
  wildcardsInSelector: 1,
  /** `[*]` or `.*` in one compound pattern. */
  wildcardsInPattern: 3,
  /** TestMetricFilter takes 1–50 messages, each at least one character. */
  testMessages: 50,
  /** Dimensions of one metric transformation. */
  dimensions: 3,
  /** Characters of metricValue. */
  metricValueLength: 100,
  /** Characters of metricName. */
  metricNameLength: 255,
  /** Seconds that Period × EvaluationPeriods may span. */
  alarmSpan: 86_400,
  /** The same for a Period of an hour or more. */
  alarmSpanOfHours: 604_800,
  /**
   * Positions that one regular expression may expand to. AWS publishes no such number; ours keeps `a{999}{999}`-like
   * terms from costing memory.
   */
  regexPositions: 2_000,
} as const;
