/**
 * A metric filter: a pattern, and what each match adds to a metric. The properties are those of PutMetricFilter.
 *
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html
 */
export interface MetricTransformation {
  readonly metricName: string;
  readonly metricNamespace: string;
  /** A number, or the `$.selector` or `$field` whose number to take. */
  readonly metricValue: string;
  /** Reported for a minute in which events came and none matched. Not together with dimensions. */
  readonly defaultValue?: number;
  /** Name ↦ the `$.selector` or `$field` whose text to take; at most three. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly unit?: string;
}

export interface MetricFilter {
  readonly filterName: string;
  readonly filterPattern: string;
  readonly metricTransformation: MetricTransformation;
}
