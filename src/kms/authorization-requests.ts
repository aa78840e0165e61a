import { requestsOf } from './authorize.ts';
import { scopeOf } from './call.ts';
import type { ApiCall } from './command.ts';
import { isRefused } from './errors.ts';
import { validateInput } from './model/validate-input.ts';
import { operationNamed } from './operations/named.ts';
import type { AuthorizationRequest } from './policy/types.ts';
import type { World } from './world.ts';

/**
 * What the evaluator is asked for a call, one request a resource, without making the call.
 * @param world the world in which the call is, or was, made
 * @returns empty where the call ends before anybody is asked: malformed input, or a key that is not there
 */
export const authorizationRequests = (world: World, command: ApiCall): readonly AuthorizationRequest[] => {
  const operation = operationNamed(command.operation);
  const parsed = validateInput(command.operation, command.input);
  if (!parsed.ok) return [];
  const scope = scopeOf(world, command);
  const located = operation.locate(parsed.input, scope);
  if (isRefused(located)) return [];
  return requestsOf({
    scope,
    operation: command.operation,
    input: parsed.input as Readonly<Record<string, unknown>>,
    located,
    brought: command.requestContext,
  }).flatMap(({ request }) => (request ? [request] : []));
};
