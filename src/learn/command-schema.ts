import * as v from 'valibot';
import type { Command } from '../kms/index.ts';
import { OPERATION_NAMES, type OperationName } from '../kms/vocabulary.ts';

/**
 * The schema of commands that come from a link, a file or the storage: nothing else may reach the model. What an
 * operation's input may hold is checked by the model itself, as AWS does; here only its form and size.
 */
const Text = v.pipe(v.string(), v.maxLength(4096));
const Name = v.pipe(v.string(), v.maxLength(256));

/** Plain JSON without names that mean something to JavaScript. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 12;

const isPlain = (value: unknown, depth = 0): boolean => {
  if (depth > MAX_DEPTH) return false;
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  return Object.entries(value).every(([name, part]) => !FORBIDDEN.has(name) && isPlain(part, depth + 1));
};

export const PlainObject = v.pipe(
  v.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value),
    'expected plain JSON',
  ),
);

const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

const ApiCall = v.strictObject({
  operation: v.picklist(OPERATION_NAMES as readonly [OperationName, ...OperationName[]]),
  input: PlainObject,
  as: v.optional(Name),
  region: v.optional(Name),
  via: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))),
  requestContext: v.optional(v.record(Name, v.union([Text, v.array(Text)]))),
  rsaPrivateKey: v.optional(Text),
});

const TurnClock = v.strictObject({
  clock: v.union([
    v.literal('next'),
    v.strictObject({ by: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_200_000_000_000)) }),
    v.strictObject({ to: Instant }),
  ]),
});

const PolicyText = v.pipe(v.string(), v.maxLength(131_072));

const Principal = v.strictObject({
  Arn: Name,
  AccountId: v.pipe(v.string(), v.regex(/^(\d{12}|aws)$/)),
  name: Name,
  kind: v.picklist(['root', 'user', 'role', 'service']),
  policies: v.pipe(v.array(v.strictObject({ name: Name, document: PolicyText })), v.maxLength(20)),
  permissionsBoundary: v.optional(PolicyText),
  sessionPolicies: v.optional(v.pipe(v.array(PolicyText), v.maxLength(10))),
  tags: v.optional(v.record(Name, Name)),
  accessKeys: v.optional(v.array(v.strictObject({ AccessKeyId: Name, SecretAccessKey: Name }))),
});

const Levels = v.optional(v.pipe(v.array(v.array(PolicyText)), v.maxLength(10)));

const Account = v.strictObject({
  AccountId: v.pipe(v.string(), v.regex(/^\d{12}$/)),
  name: Name,
  organization: v.optional(v.strictObject({ id: Name, path: Name })),
  serviceControlPolicies: Levels,
  resourceControlPolicies: Levels,
  vpcEndpointPolicy: v.optional(PolicyText),
});

const Backend = v.variant('kind', [
  v.strictObject({
    kind: v.literal('CloudHsmCluster'),
    id: Name,
    active: v.boolean(),
    hsmZones: v.pipe(v.array(Name), v.maxLength(20)),
    kmsuserPassword: Name,
    trustAnchorCertificate: v.pipe(v.string(), v.maxLength(8192)),
  }),
  v.strictObject({
    kind: v.literal('ExternalKeyManager'),
    id: Name,
    reachable: v.boolean(),
    accessKeyId: Name,
    rawSecretAccessKey: Name,
    uriEndpoint: Name,
    uriPath: Name,
    keys: v.record(
      Name,
      v.strictObject({ enabled: v.boolean(), bytes: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)) }),
    ),
  }),
]);

const SetStage = v.strictObject({
  stage: v.union([
    v.strictObject({ putPrincipal: Principal }),
    v.strictObject({ dropPrincipal: Name }),
    v.strictObject({ putAccount: Account }),
    v.strictObject({ putBackend: Backend }),
    v.strictObject({ dropBackend: Name }),
    v.strictObject({ setOutages: v.pipe(v.array(Name), v.maxLength(50)) }),
    v.strictObject({ setHome: v.strictObject({ caller: v.optional(Name), Region: v.optional(Name) }) }),
    v.strictObject({ setOptions: v.strictObject({ requestQuotas: v.optional(v.boolean()) }) }),
  ]),
});

export const CommandSchema = v.union([ApiCall, TurnClock, SetStage]);

/** How many commands a link or a file may hold. */
export const MAX_COMMANDS = 5000;

export const parseCommand = (value: unknown): Command | undefined => {
  const parsed = v.safeParse(CommandSchema, value);
  return parsed.success && isPlain(value) ? (parsed.output as Command) : undefined;
};
