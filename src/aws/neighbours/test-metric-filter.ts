import { testMetricFilter as testPattern } from '../../logs/testMetricFilter.ts';
import { deniedCall } from './may-call.ts';
import { type Neighbour, refusal } from './neighbour.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html */
export const testMetricFilter: Neighbour = (input, scene) => {
  const denied = deniedCall('logs:TestMetricFilter', scene);
  if (denied) return denied;
  const answer = testPattern(input.filterPattern as string, input.logEventMessages as readonly string[]);
  return 'error' in answer
    ? refusal(answer.error.__type, answer.error.message)
    : { output: { matches: answer.matches } };
};
