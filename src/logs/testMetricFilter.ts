/**
 * The TestMetricFilter API: which of these messages does the pattern match, and what would it extract?
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html
 */
import { LIMITS } from './limits.ts';
import { compileFilterPattern } from './pattern/compileFilterPattern.ts';
import type { FilterPatternError } from './pattern/FilterPatternError.ts';

export interface MetricFilterMatchRecord {
  readonly eventMessage: string;
  /** Position among the messages, from 0 as in AWS's samples. */
  readonly eventNumber: number;
  readonly extractedValues: Readonly<Record<string, string>>;
}

export interface TestMetricFilterResponse {
  readonly matches: readonly MetricFilterMatchRecord[];
}

export interface InvalidParameterException {
  readonly error: {
    readonly __type: 'InvalidParameterException';
    readonly message: string;
    /** Where the pattern is wrong, if it is the pattern; not part of AWS's answer. */
    readonly detail: FilterPatternError | undefined;
  };
}

const invalid = (message: string, detail?: FilterPatternError): InvalidParameterException => ({
  error: { __type: 'InvalidParameterException', message, detail },
});

export const testMetricFilter = (
  filterPattern: string,
  logEventMessages: readonly string[],
): TestMetricFilterResponse | InvalidParameterException => {
  if (logEventMessages.length < 1 || logEventMessages.length > LIMITS.testMessages) {
    return invalid(`logEventMessages must hold 1 to ${LIMITS.testMessages} messages, got ${logEventMessages.length}`);
  }
  const empty = logEventMessages.indexOf('');
  if (empty >= 0) return invalid(`logEventMessages[${empty}] must not be empty`);
  const compiled = compileFilterPattern(filterPattern);
  if (!compiled.ok) return invalid('Invalid filter pattern', compiled.error);
  const matches = logEventMessages.flatMap((eventMessage, eventNumber) =>
    compiled.matches(eventMessage)
      ? [{ eventMessage, eventNumber, extractedValues: compiled.extract(eventMessage) }]
      : [],
  );
  return { matches };
};
