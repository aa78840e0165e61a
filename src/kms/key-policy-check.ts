import { commonRequest } from './authorize.ts';
import { type Refused, refused } from './errors.ts';
import type { Scope } from './operations/define.ts';
import { lockoutCheck } from './policy/lockoutCheck.ts';
import { parsePolicy } from './policy/parsePolicy.ts';
import { INVALID_PRINCIPALS, type PolicyError, policyError } from './policy/policyError.ts';
import type { PolicyDocument, PrincipalElement } from './policy/types.ts';
import { isKnownPolicyPrincipal } from './principal-check.ts';
import { requestContext, resourceContext } from './request-context.ts';
import type { OperationName } from './vocabulary.ts';
import type { KeyRecord, PolicyText } from './world.ts';

export interface KeyPolicyAsked {
  readonly scope: Scope;
  readonly operation: OperationName;
  /** Validated input of the operation that stores the policy. */
  readonly input: { readonly Policy?: PolicyText; readonly BypassPolicyLockoutSafetyCheck?: boolean };
  /** The key that the policy is for, in the Region where it is or will be. */
  readonly key: KeyRecord;
}

/**
 * What CreateKey, ReplicateKey and PutKeyPolicy have against the key policy in a request: its form, principals whom
 * IAM does not know, and that the caller could not change it again. A request without Policy is fine.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export const keyPolicyProblem = ({ scope, operation, input, key }: KeyPolicyAsked): Refused | undefined => {
  const { Policy, BypassPolicyLockoutSafetyCheck: bypass = false } = input;
  if (Policy === undefined) return undefined;
  const parsed = parsePolicy(Policy, 'key');
  if (!parsed.ok) return asRefusal(policyError(parsed.problems));
  if (!principalsOf(parsed.policy).every((entry) => isKnownPolicyPrincipal(scope.world, entry)))
    return refused('MalformedPolicyDocumentException', INVALID_PRINCIPALS);
  if (bypass) return undefined;
  const locked = lockoutCheck(parsed.policy, {
    ...commonRequest(scope),
    resource: key.Arn,
    resourceAccount: key.AWSAccountId,
    context: { ...requestContext(operation, {}, scope), ...resourceContext(scope, key, undefined) },
  });
  return locked && asRefusal(locked);
};

const asRefusal = ({ __type, message }: PolicyError): Refused =>
  message === '' ? refused(__type) : refused(__type, message);

const principalsOf = ({ Statement }: PolicyDocument): readonly string[] =>
  (Array.isArray(Statement) ? Statement : [Statement]).flatMap(({ Principal, NotPrincipal }) => [
    ...entriesOf(Principal),
    ...entriesOf(NotPrincipal),
  ]);

const entriesOf = (principal: PrincipalElement | undefined): readonly string[] => {
  if (principal === undefined || principal === '*') return [];
  return typeof principal.AWS === 'string' ? [principal.AWS] : (principal.AWS ?? []);
};

/** Every key has one policy, and its name is this. */
export const POLICY_NAME = 'default';

/** Seen in an emulator only. */
export const policyNameProblem = (PolicyName: string | undefined): Refused | undefined =>
  PolicyName === undefined || PolicyName === POLICY_NAME
    ? undefined
    : refused('NotFoundException', 'No such policy exists');
