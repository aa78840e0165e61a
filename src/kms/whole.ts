/** The simulator with all its operations, but without the cryptography of key pairs, which full.ts adds. */
import { withAwsManagedKey } from './aws-managed-keys.ts';
import { keepGrantTimer } from './grant-reactions.ts';
import { keyPolicyProblem } from './key-policy-check.ts';
import { backendProblem, outerKeyOf } from './key-store-backends.ts';
import { keyStoreOfNewKeyProblem, keyStoreParameterProblem } from './key-store-of-new-key.ts';
import { keepKeyStoreTimer, tellOfConnection } from './key-store-reactions.ts';
import { OPERATIONS } from './operations/index.ts';
import { provideRarely } from './rarely.ts';
import { chargesOf, spend } from './request-quotas.ts';

provideRarely({
  operations: OPERATIONS,
  backendProblem,
  chargesOf,
  keepGrantTimer,
  keepKeyStoreTimer,
  keyPolicyProblem,
  keyStoreOfNewKeyProblem,
  keyStoreParameterProblem,
  outerKeyOf,
  spend,
  tellOfConnection,
  withAwsManagedKey,
});

export * from './index.ts';
