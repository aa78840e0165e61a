import { POLICY_NAME, policyNameProblem } from '../key-policy-check.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
export const GetKeyPolicy = keyOperation({
  name: 'GetKeyPolicy',
  on: 'key',
  perform: ({ input, key }) => policyNameProblem(input.PolicyName) ?? { Policy: key.Policy, PolicyName: POLICY_NAME },
});
