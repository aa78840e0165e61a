import type { withAwsManagedKey } from './aws-managed-keys.ts';
import type { keepGrantTimer } from './grant-reactions.ts';
import type { keyPolicyProblem } from './key-policy-check.ts';
import type { backendProblem, outerKeyOf } from './key-store-backends.ts';
import type { keyStoreOfNewKeyProblem, keyStoreParameterProblem } from './key-store-of-new-key.ts';
import type { keepKeyStoreTimer, tellOfConnection } from './key-store-reactions.ts';
import type { Operation } from './operations/define.ts';
import type { chargesOf, spend } from './request-quotas.ts';
import type { OperationName } from './vocabulary.ts';

/**
 * The parts of the model that most pages never need: rare operations, the form of key policies, AWS managed keys,
 * custom key stores, request quotas. They double the model's weight, so they arrive by `provideRarely` when a page asks for them, and
 * before any command that meets them is given. Which commands do, tells needs.ts; whoever does not mind the weight
 * imports whole.ts.
 */
export interface RarelyNeeded {
  readonly operations: { readonly [Name in OperationName]: Operation };
  readonly chargesOf: typeof chargesOf;
  readonly spend: typeof spend;
  readonly backendProblem: typeof backendProblem;
  readonly keepGrantTimer: typeof keepGrantTimer;
  readonly keepKeyStoreTimer: typeof keepKeyStoreTimer;
  readonly keyPolicyProblem: typeof keyPolicyProblem;
  readonly keyStoreOfNewKeyProblem: typeof keyStoreOfNewKeyProblem;
  readonly keyStoreParameterProblem: typeof keyStoreParameterProblem;
  readonly outerKeyOf: typeof outerKeyOf;
  readonly tellOfConnection: typeof tellOfConnection;
  readonly withAwsManagedKey: typeof withAwsManagedKey;
}

let provided: RarelyNeeded | undefined;

export const provideRarely = (parts: RarelyNeeded): void => {
  provided = parts;
};

/** Whether `rarely()` would answer. */
export const hasRarely = (): boolean => provided !== undefined;

export const rarely = (): RarelyNeeded => {
  if (!provided) throw new Error('the rarely needed parts of the model are not loaded: import src/kms/whole.ts first');
  return provided;
};
