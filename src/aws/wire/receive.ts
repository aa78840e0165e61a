/**
 * From bytes to a call: which service and operation, whose signature, which Region, what input.
 *
 * The order is that of AWS as it shows from outside: an unknown target is told to anybody, everything else only to those
 * who have signed. Field reports; not documented.
 */
import type { OperationName, Principal, World } from '../../kms/index.ts';
import { isOperationName } from '../../kms/model/index.ts';
import { isRegion } from '../../kms/regions.ts';
import { isNeighbour } from '../neighbours/index.ts';
import type { ServiceError } from '../neighbours/neighbour.ts';
import { headerOf, type SignedRequest } from '../sigv4/signed-request.ts';
import { type Credentials, verifySignature } from '../sigv4/verify-signature.ts';
import type { Arrival, HttpResponse } from './http.ts';
import { jsonError } from './json.ts';
import { isQuery, queryError, readForm, STS_VERSION } from './query.ts';

/** A call that may be answered: its caller is known, its input is JSON, nothing else was looked at. */
export interface Received {
  readonly request: SignedRequest;
  readonly protocol: 'json' | 'query';
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** ARN of the principal that signed. */
  readonly callerArn: string;
  readonly accessKeyId: string;
  readonly Region: string;
}

export type Reception = { readonly received: Received } | { readonly refused: HttpResponse };

/** X-Amz-Target up to its last dot. */
const TARGETS: { readonly [prefix: string]: string } = {
  'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101': 'cloudtrail',
  CloudTrail_20131101: 'cloudtrail',
  Logs_20140328: 'logs',
  TrentService: 'kms',
};

interface Addressed {
  readonly protocol: Received['protocol'];
  readonly service: string;
  readonly operation: string;
}

export const receive = (world: World, request: SignedRequest, { now, requestId }: Arrival): Reception => {
  const protocol = isQuery(request) ? 'query' : 'json';
  const refuse = (error: ServiceError, status = 400): Reception => ({
    refused: protocol === 'query' ? queryError(request, error, status, requestId) : jsonError(error, status, requestId),
  });
  const addressed = protocol === 'query' ? addressedByForm(request) : addressedByTarget(request);
  if ('error' in addressed) return refuse(addressed.error);
  const { service, operation } = addressed;

  const owners = new Map<string, Principal>();
  const verified = verifySignature(request, {
    now,
    protocol,
    services: [service],
    credentialsOf: (accessKeyId) => {
      const owner = ownerOf(world, accessKeyId);
      if (!owner) return undefined;
      owners.set(accessKeyId, owner.principal);
      return owner.credentials;
    },
  });
  if (!verified.ok) return refuse(verified.error, verified.error.status);
  const { accessKeyId, region: Region } = verified;
  if (!isRegion(Region))
    return refuse(
      {
        __type: protocol === 'query' ? 'SignatureDoesNotMatch' : 'InvalidSignatureException',
        message: `Credential should be scoped to a valid region, not '${Region}'.`,
      },
      protocol === 'query' ? 403 : 400,
    );

  const input = protocol === 'query' ? {} : readInput(request.body);
  if (!input) return refuse({ __type: 'SerializationException' });
  const callerArn = owners.get(accessKeyId)?.Arn ?? '';
  return { received: { request, protocol, service, operation, input, callerArn, accessKeyId, Region } };
};

const addressedByTarget = (request: SignedRequest): Addressed | { readonly error: ServiceError } => {
  const target = headerOf(request, 'x-amz-target') ?? '';
  const dot = target.lastIndexOf('.');
  const prefix = target.slice(0, dot);
  const operation = target.slice(dot + 1);
  const service = Object.hasOwn(TARGETS, prefix) ? TARGETS[prefix] : undefined;
  const known = service === 'kms' ? isOperationName(operation) : service && isNeighbour(service, operation);
  return service && known && request.method === 'POST'
    ? { protocol: 'json', service, operation }
    : { error: { __type: 'UnknownOperationException' } };
};

const addressedByForm = (request: SignedRequest): Addressed | { readonly error: ServiceError } => {
  const form = readForm(request);
  const operation = form.get('Action');
  const version = form.get('Version') ?? '';
  if (operation === undefined) return { error: { __type: 'MissingAction', message: 'Missing Action' } };
  return version === STS_VERSION && isNeighbour('sts', operation)
    ? { protocol: 'query', service: 'sts', operation }
    : {
        error: {
          __type: 'InvalidAction',
          message: `Could not find operation ${operation} for version ${version || 'NO_VERSION_SPECIFIED'}`,
        },
      };
};

const ownerOf = (
  { principals }: World,
  accessKeyId: string,
): { readonly principal: Principal; readonly credentials: Credentials } | undefined => {
  for (const principal of Object.values(principals)) {
    const key = principal.accessKeys?.find(({ AccessKeyId }) => AccessKeyId === accessKeyId);
    if (key) return { principal, credentials: { secretAccessKey: key.SecretAccessKey } };
  }
  return undefined;
};

/** Structures of KMS are five levels deep at most; what is deeper only wants to exhaust somebody's stack. */
const MAX_DEPTH = 16;

/** @returns undefined when the body is not a JSON object in UTF-8 */
const readInput = (body: Uint8Array): Received['input'] | undefined => {
  if (body.length === 0) return {};
  try {
    const input: unknown = JSON.parse(strictUtf8.decode(body));
    return typeof input === 'object' && input !== null && !Array.isArray(input) && isShallow(input, MAX_DEPTH)
      ? (input as Received['input'])
      : undefined;
  } catch {
    return undefined;
  }
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)));

/** The KMS operation of a call, if it is one. */
export const kmsOperationOf = ({ service, operation }: Received): OperationName | undefined =>
  service === 'kms' && isOperationName(operation) ? operation : undefined;
