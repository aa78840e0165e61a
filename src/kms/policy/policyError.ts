/**
 * What KMS answers to a key policy that it refuses.
 * Where AWS's text is not known, MalformedPolicyDocumentException comes without one, as it does for a text that is no JSON
 * (https://github.com/aws/aws-sdk-ruby/issues/1784).
 */
import type { PolicyProblem, ProblemCode } from './parsePolicy.ts';

export interface PolicyError {
  readonly __type: 'MalformedPolicyDocumentException' | 'LimitExceededException' | 'ValidationException';
  /** Empty: AWS sends none, or none is known. */
  readonly message: string;
}

/** Reported from the field, many times. */
export const INVALID_PRINCIPALS = 'Policy contains a statement with one or more invalid principals.';
export const LOCKOUT = 'The new key policy will not allow you to update the key policy in the future.';

const malformed = (message: string): PolicyError => ({ __type: 'MalformedPolicyDocumentException', message });

const ANSWERS: Partial<Record<ProblemCode, (problem: PolicyProblem) => PolicyError>> = {
  // The type is documented (https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html), its text is not.
  tooLong: () => ({ __type: 'LimitExceededException', message: '' }),
  invalidCharacter: () => ({
    __type: 'ValidationException',
    message:
      "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
  }),
  invalidPrincipal: () => malformed(INVALID_PRINCIPALS),
  unknownPrincipalType: () => malformed(INVALID_PRINCIPALS),
  // Seen once, in a list of error texts of another project: weakly attested.
  noPrincipal: () => malformed('Policy contains a statement with no principal'),
  // https://docs.aws.amazon.com/kms/latest/developerguide/policy-conditions.html
  overlyPermissiveCondition: ({ args: { what = '' } }) =>
    malformed(
      `OverlyPermissiveCondition: Using the ForAllValues set operator with a single-valued condition key matches requests without the specified ${what} or with an unspecified ${what}. To fix, remove ForAllValues.`,
    ),
  // Seen once: https://github.com/awsdocs/aws-kms-developer-guide/pull/47
  keyNotInKeyPolicy: () =>
    malformed(
      'These condition keys are not permitted in a key policy: aws:ResourceTag, kms:ResourceTag, kms:ResourceAliases',
    ),
};

/** The answer to the first problem for which KMS has one to give: size and characters come before the contents. */
export function policyError(problems: readonly PolicyProblem[]): PolicyError {
  const answered = problems.find(({ code }) => ANSWERS[code]) ?? problems[0];
  return (answered && ANSWERS[answered.code]?.(answered)) ?? malformed('');
}
