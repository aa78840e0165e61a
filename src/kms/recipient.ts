import { type Refused, refused } from './errors.ts';

/**
 * The Recipient parameter asks that the answer be encrypted for a Nitro enclave, whose attestation document AWS's
 * hardware has signed. No hardware signs anything here, so every document is refused. The words are ours.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/services-nitro-enclaves.html
 */
export const recipientProblem = (input: unknown): Refused | undefined =>
  (input as { readonly Recipient?: unknown }).Recipient === undefined
    ? undefined
    : refused('ValidationException', 'The attestation document in Recipient could not be verified.');
