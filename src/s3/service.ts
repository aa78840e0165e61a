/** What PutObject and GetObject have in common: who asks, whether IAM allows it, and the errors of S3. */
import type { AskKms } from '../esdk/index.ts';
import type { ApiEntry, KmsError, World } from '../kms/index.ts';
import { principalNamed } from '../kms/index.ts';
import { evaluate } from '../kms/policy/evaluate.ts';
import { policyDocument } from '../kms/policy-document.ts';
import { type Bucket, objectArn } from './bucket.ts';
import type { Connection } from './wire.ts';

export interface S3Error {
  readonly Code: string;
  readonly Message: string;
}

export interface S3Request extends Connection {
  readonly Key: string;
  /** Name or ARN of the principal; the world's own caller if absent. */
  readonly as?: string | undefined;
}

/** What the service has at hand while it answers. */
export interface Service {
  readonly bucket: Bucket;
  /** For its principals and its clock, as it is when the request arrives. */
  readonly world: World;
  /** Gives calls to that world. */
  readonly ask: AskKms;
  readonly random: (length: number) => Uint8Array;
}

export const callerOf = ({ world }: Service, { as }: S3Request) => {
  const name = as ?? world.home.caller;
  const caller = principalNamed(world, name);
  if (!caller) throw new Error(`"${name}" is no principal of this world`);
  return caller;
};

const denied = (Message: string): S3Error => ({ Code: 'AccessDenied', Message });

/** @returns why the caller may not, or undefined. The bucket is the caller's own account's, so IAM alone decides. */
export const forbidden = (
  service: Service,
  request: S3Request,
  action: 's3:PutObject' | 's3:GetObject',
): S3Error | undefined => {
  const { bucket } = service;
  const caller = callerOf(service, request);
  const resource = objectArn(bucket, request.Key);
  const sentence = `User: ${caller.Arn} is not authorized to perform: ${action} on resource: "${resource}"`;
  if (bucket.requiresTls && !request.secure)
    return denied(`${sentence} with an explicit deny in a resource-based policy`);
  if (caller.AccountId !== bucket.AccountId) return denied(`${sentence} because no resource-based policy allows it`);
  const { decision } = evaluate({
    principal: caller.Arn,
    action,
    resource,
    resourceAccount: bucket.AccountId,
    context: { 'aws:SecureTransport': String(request.secure) },
    identityPolicies: caller.policies.map(({ document }) => policyDocument(document)),
  });
  return decision === 'Allowed' ? undefined : denied(`${sentence} because no identity-based policy allows it`);
};

/**
 * A call to KMS that S3 makes for the caller: in the caller's name, with kms:ViaService, logged like any call. The user
 * needs the permission; S3 has none of its own.
 */
export const askForCaller = (
  service: Service,
  request: S3Request,
  operation: 'GenerateDataKey' | 'Decrypt',
  input: Readonly<Record<string, unknown>>,
): ApiEntry =>
  service.ask({
    operation,
    input,
    as: callerOf(service, request).Arn,
    region: service.bucket.Region,
    via: 's3',
  });

/** S3 passes the errors of KMS on: a denial as its own, others under a name that begins with KMS. */
export const fromKms = ({ __type, message = '' }: KmsError): S3Error =>
  __type === 'AccessDeniedException' ? denied(message) : { Code: `KMS.${__type}`, Message: message };

/**
 * A customer's key does not travel in the open: S3 turns such a request down, though it has been heard already. The
 * message is ours.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html
 */
export const insecureCustomerKey = (request: S3Request, sendsKey: boolean): S3Error | undefined =>
  sendsKey && !request.secure
    ? {
        Code: 'InvalidRequest',
        Message:
          'A request with a customer-provided key must come over TLS. Treat the key that was sent as compromised.',
      }
    : undefined;
