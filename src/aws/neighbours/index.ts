/** What the lessons need of other services: who a caller is, what was logged, what a filter pattern matches. */
import { validateShape } from '../../kms/model/index.ts';
import { SERVICES } from '../cli/services.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { lookupEvents } from './lookup-events.ts';
import { type Answered, type Neighbour, refusal, type Scene } from './neighbour.ts';
import { testMetricFilter } from './test-metric-filter.ts';

export type { Answered, Scene, ServiceError, Trail } from './neighbour.ts';

const NEIGHBOURS: { readonly [service: string]: { readonly [operation: string]: Neighbour } } = {
  cloudtrail: { LookupEvents: lookupEvents },
  logs: { TestMetricFilter: testMetricFilter },
  sts: { GetCallerIdentity: getCallerIdentity },
};

export const isNeighbour = (service: string, operation: string): boolean =>
  NEIGHBOURS[service]?.[operation] !== undefined;

/** Answers a request to one of them, after its input has passed the API model. */
export const askNeighbour = (service: string, operation: string, input: unknown, scene: Scene): Answered => {
  const perform = NEIGHBOURS[service]?.[operation];
  const described = Object.values(SERVICES[service]?.operations ?? {}).find(({ name }) => name === operation);
  if (!perform || !described) throw new Error(`"${service} ${operation}" is not answered here`);
  const validated = validateShape(described.input, input);
  if (validated.ok) return perform(validated.input as Readonly<Record<string, unknown>>, scene);
  const { __type, message } = validated.error;
  // CloudWatch Logs has a name of its own for what breaks its model.
  return refusal(
    service === 'logs' && __type === 'ValidationException' ? 'InvalidParameterException' : __type,
    message,
  );
};
