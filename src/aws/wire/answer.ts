/** The door from HTTP to the model and back: one request, one answer, the next world. */

import { type ErrorType, httpStatus } from '../../kms/errors.ts';
import { type ApiCall, type ApiEntry, call, principalNamed, type World } from '../../kms/index.ts';
import { askNeighbour } from '../neighbours/index.ts';
import type { Trail } from '../neighbours/neighbour.ts';
import type { SignedRequest } from '../sigv4/signed-request.ts';
import type { Arrival, HttpResponse } from './http.ts';
import { jsonError, jsonOutput } from './json.ts';
import { queryError, queryOutput } from './query.ts';
import { kmsOperationOf, type Received, receive } from './receive.ts';

export interface Surroundings {
  readonly trail: Trail;
  readonly requestId: string;
  /** For a command that needs a fresh RSA key: see src/kms/needs.ts. */
  readonly rsaPrivateKey?: string;
}

export interface WireAnswer {
  readonly world: World;
  /** Of a call to KMS, for the log. */
  readonly entry?: ApiEntry;
  readonly response: HttpResponse;
}

/** The command that a request to KMS stands for; undefined when it is for a neighbour. */
export const commandOf = (received: Received): ApiCall | undefined => {
  const operation = kmsOperationOf(received);
  return operation && { operation, input: received.input, as: received.callerArn, region: received.Region };
};

export const answer = (world: World, received: Received, surroundings: Surroundings): WireAnswer => {
  const caller = principalNamed(world, received.callerArn);
  // It signed, and is gone since: somebody has changed the world meanwhile.
  if (!caller) {
    const error = {
      __type: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    };
    return { world, response: jsonError(error, 400, surroundings.requestId) };
  }
  const command = commandOf(received);
  if (command) return answerKms(world, command, surroundings.rsaPrivateKey);

  const { request, protocol, service, operation, input, Region } = received;
  const { requestId, trail } = surroundings;
  const answered = askNeighbour(service, operation, input, { world, caller, Region, trail });
  if ('error' in answered)
    return {
      world,
      response:
        protocol === 'query'
          ? queryError(request, answered.error, 400, requestId)
          : jsonError(answered.error, 400, requestId),
    };
  return {
    world,
    response:
      protocol === 'query'
        ? queryOutput(request, operation, answered.output, requestId)
        : jsonOutput(answered.output, requestId),
  };
};

const answerKms = (world: World, command: ApiCall, rsaPrivateKey: string | undefined): WireAnswer => {
  const { world: next, entry } = call(world, rsaPrivateKey === undefined ? command : { ...command, rsaPrivateKey });
  if (entry.kind !== 'api') throw new Error(`${command.operation} was answered by an entry of kind "${entry.kind}"`);
  const { error, output = {}, requestId } = entry;
  const response = error
    ? jsonError(error, httpStatus(error.__type as ErrorType), requestId)
    : jsonOutput(output, requestId);
  return { world: next, entry, response };
};

/** Both steps at once, for whoever has nothing to wait for in between. */
export const answerRequest = (
  world: World,
  request: SignedRequest,
  arrival: Arrival,
  trail: Trail = [],
): WireAnswer => {
  const reception = receive(world, request, arrival);
  return 'refused' in reception
    ? { world, response: reception.refused }
    : answer(world, reception.received, { trail, requestId: arrival.requestId });
};
