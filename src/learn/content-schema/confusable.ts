import * as v from 'valibot';

/** Pairs (and triples) that learners mix up; a review puts their questions next to each other. */
export const CONFUSABLES = [
  'disabled-vs-pending',
  'disabled-exception-vs-invalid-state',
  'cancel-vs-enable',
  'alias-vs-key-deletion',
  'automatic-vs-on-demand-vs-manual',
  'rotation-vs-reencrypt',
  'id-vs-arn-vs-alias',
  'three-kinds-of-key',
  'generate-vs-without-plaintext-vs-encrypt',
  'key-policy-vs-iam-vs-grant',
  'account-principal-vs-root-user',
  'same-vs-cross-account',
  'shared-vs-independent',
  'three-pending-states',
  'sse-vs-cse-vs-tls',
  'sse-s3-vs-sse-kms',
  'operation-vs-failure-pattern',
] as const;

export const Confusable = v.picklist(CONFUSABLES);
export type Confusable = v.InferOutput<typeof Confusable>;
