import { keyPolicyProblem, policyNameProblem } from '../key-policy-check.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
export const PutKeyPolicy = keyOperation({
  name: 'PutKeyPolicy',
  on: 'key',
  perform: (scene) => {
    const { input, key, draft } = scene;
    const problem =
      policyNameProblem(input.PolicyName) ?? keyPolicyProblem({ scope: scene, operation: 'PutKeyPolicy', input, key });
    if (problem) return problem;
    draft.put('keys', key.Arn, { ...key, Policy: input.Policy });
    return NOTHING;
  },
});
