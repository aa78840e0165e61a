import { type Refused, refused } from './errors.ts';
import { grantableOperations } from './grant-operations.ts';
import type { InputOf } from './model/index.ts';
import { isServicePrincipal } from './policy/caller.ts';
import { isKnownPrincipal } from './principal-check.ts';
import { type GrantRecord, isSymmetric, type KeyRecord, type World } from './world.ts';

type Input = InputOf<'CreateGrant'>;

/** https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html#grant-constraints */
export const CONSTRAINT_PAIRS_MAX = 8;
export const CONSTRAINT_CHARACTERS_MAX = 384;

const SERVICE_PRINCIPAL_MAX = 128;
const SOURCE_ARN_LENGTH = { min: 20, max: 512 } as const;

const invalid = (message: string): Refused => refused('ValidationException', message);

/**
 * What is wrong with a grant request, whatever the key. The rules are AWS's; their texts are not published, so the
 * words of these ValidationExceptions are ours.
 */
export const grantRequestProblem = (input: Input): Refused | undefined =>
  principalsProblem(input) ?? constraintsProblem(input.Constraints);

const principalsProblem = (input: Input): Refused | undefined => {
  const { GranteePrincipal, GranteeServicePrincipal, RetiringPrincipal, RetiringServicePrincipal } = input;
  if (input.Operations.length === 0) return invalid('A grant must allow at least one operation.');
  if ((GranteePrincipal === undefined) === (GranteeServicePrincipal === undefined))
    return invalid('Specify either GranteePrincipal or GranteeServicePrincipal.');
  if (RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined)
    return invalid('Specify at most one of RetiringPrincipal and RetiringServicePrincipal.');
  for (const [name, service] of Object.entries({ GranteeServicePrincipal, RetiringServicePrincipal }))
    if (service !== undefined && (service.length > SERVICE_PRINCIPAL_MAX || !isServicePrincipal(service)))
      return invalid(`${name} is not a service principal.`);
  if (GranteeServicePrincipal === undefined) return undefined;
  if (input.Constraints?.SourceArn === undefined)
    return invalid('GranteeServicePrincipal requires a SourceArn constraint.');
  if (RetiringPrincipal === undefined && RetiringServicePrincipal === undefined)
    return invalid('GranteeServicePrincipal requires a retiring principal.');
  return undefined;
};

const constraintsProblem = (constraints: Input['Constraints'] = {}): Refused | undefined => {
  const { EncryptionContextEquals: exact, EncryptionContextSubset: subset, SourceArn } = constraints;
  if (exact !== undefined && subset !== undefined)
    return invalid('Specify at most one of EncryptionContextEquals and EncryptionContextSubset.');
  const pairs = Object.entries(exact ?? subset ?? {});
  if (pairs.length > CONSTRAINT_PAIRS_MAX)
    return invalid(`A grant constraint holds at most ${CONSTRAINT_PAIRS_MAX} encryption context pairs.`);
  // The documentation limits "the encryption context value in each grant constraint": read here as names and values together.
  if (pairs.flat().join('').length > CONSTRAINT_CHARACTERS_MAX)
    return invalid(`The encryption context in a grant constraint has at most ${CONSTRAINT_CHARACTERS_MAX} characters.`);
  if (SourceArn === undefined) return undefined;
  const { min, max } = SOURCE_ARN_LENGTH;
  return SourceArn.length < min || SourceArn.length > max || !/^arn:[^:]*:[^:]+:[^:]*:[^:]*:./.test(SourceArn)
    ? refused('InvalidArnException', `Invalid arn ${SourceArn}`)
    : undefined;
};

/** What is wrong with a grant on this key. That an unknown principal is refused so is reported from the field. */
export const grantOnKeyProblem = (world: World, key: KeyRecord, input: Input): Refused | undefined => {
  for (const arn of [input.GranteePrincipal, input.RetiringPrincipal])
    if (arn !== undefined && !isKnownPrincipal(world, arn))
      return refused('InvalidArnException', `ARN does not refer to a valid principal: ${arn}`);
  const grantable = grantableOperations(key);
  const unfit = input.Operations.filter((operation) => !grantable.includes(operation));
  if (unfit.length > 0)
    return invalid(`${unfit.join(', ')} cannot be granted on a ${key.KeySpec} key with key usage ${key.KeyUsage}.`);
  const { EncryptionContextEquals: exact, EncryptionContextSubset: subset } = input.Constraints ?? {};
  if ((exact ?? subset) !== undefined && !isSymmetric(key))
    return invalid('Encryption context constraints are for symmetric encryption keys only.');
  return undefined;
};

/** The part of a grant that a request decides. A member that was not sent is not there. */
export const grantedBy = (input: Input) => ({
  ...(input.Name !== undefined && { Name: input.Name }),
  ...(input.GranteePrincipal !== undefined && { GranteePrincipal: input.GranteePrincipal }),
  ...(input.GranteeServicePrincipal !== undefined && { GranteeServicePrincipal: input.GranteeServicePrincipal }),
  ...(input.RetiringPrincipal !== undefined && { RetiringPrincipal: input.RetiringPrincipal }),
  ...(input.RetiringServicePrincipal !== undefined && { RetiringServicePrincipal: input.RetiringServicePrincipal }),
  Operations: [...new Set<string>(input.Operations)].sort(),
  ...(input.Constraints !== undefined && { Constraints: input.Constraints }),
});

export type Granted = ReturnType<typeof grantedBy>;

/** The part of a stored grant that a request would have to repeat, to be the same request. */
export const grantedIn = (grant: GrantRecord): Granted => ({
  ...(grant.Name !== undefined && { Name: grant.Name }),
  ...(grant.GranteePrincipal !== undefined && { GranteePrincipal: grant.GranteePrincipal }),
  ...(grant.GranteeServicePrincipal !== undefined && { GranteeServicePrincipal: grant.GranteeServicePrincipal }),
  ...(grant.RetiringPrincipal !== undefined && { RetiringPrincipal: grant.RetiringPrincipal }),
  ...(grant.RetiringServicePrincipal !== undefined && { RetiringServicePrincipal: grant.RetiringServicePrincipal }),
  Operations: [...grant.Operations],
  ...(grant.Constraints !== undefined && { Constraints: grant.Constraints }),
});
