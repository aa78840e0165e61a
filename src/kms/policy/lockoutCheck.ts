/**
 * The safety check of CreateKey, ReplicateKey and PutKeyPolicy: would the caller still be able to call PutKeyPolicy?
 * An account statement counts only if the caller's IAM policies allow it (that part is a report from the field).
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#prevent-unmanageable-key
 */
import { evaluate } from './evaluate.ts';
import { LOCKOUT, type PolicyError } from './policyError.ts';
import type { AuthorizationRequest, PolicyDocument } from './types.ts';

export type LockoutCaller = Omit<
  AuthorizationRequest,
  'action' | 'keyPolicy' | 'grants' | 'targetGrantId' | 'requestedGrant' | 'encryptionContext'
>;

/** Keys of the present call that a later PutKeyPolicy would not carry. */
const ONLY_NOW = /^kms:(bypasspolicylockoutsafetycheck|viaservice)$/i;

/**
 * @param policy the key policy about to be stored
 * @param caller who stores it, with the same policies and context as for the present call
 * @returns undefined if the policy passes, otherwise AWS's error. Whether the check is bypassed is the caller's business.
 */
export function lockoutCheck(policy: PolicyDocument, caller: LockoutCaller): PolicyError | undefined {
  const context = Object.fromEntries(Object.entries(caller.context).filter(([key]) => !ONLY_NOW.test(key)));
  const { decision } = evaluate({ ...caller, context, action: 'kms:PutKeyPolicy', keyPolicy: policy });
  return decision === 'Allowed' ? undefined : { __type: 'MalformedPolicyDocumentException', message: LOCKOUT };
}
