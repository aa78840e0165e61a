import { accountOf } from './arn.ts';
import type { Authorization } from './entry.ts';
import { type Refused, refused } from './errors.ts';
import { grantsFor } from './grants.ts';
import type { Located, LocatedKey, Scope } from './operations/define.ts';
import { accessDeniedMessage, hiddenResourceMessage } from './policy/accessDeniedMessage.ts';
import { evaluate } from './policy/evaluate.ts';
import type { AuthorizationRequest, Decision, GrantConstraints, PolicyDocument, PolicyGrant } from './policy/types.ts';
import { policyDocument } from './policy-document.ts';
import {
  encryptionContextKeys,
  keyTypeContext,
  requestContext,
  resourceContext,
  retiredGrantContext,
} from './request-context.ts';
import type { EncryptionContext, OperationName } from './vocabulary.ts';
import type { GrantRecord, World } from './world.ts';

export interface AuthorizationAsked {
  readonly scope: Scope;
  readonly operation: OperationName;
  /** Validated input of the operation. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly located: Located;
  /** Condition keys that the command itself brings along. */
  readonly brought?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Authorized {
  readonly refusal?: Refused;
  readonly authorization: Authorization;
}

/**
 * Whether the caller may do what is asked: one decision for each resource that the operation touches. The first refusal
 * ends it; the decisions up to then are kept, with their traces.
 */
export const authorize = (asked: AuthorizationAsked): Authorized => {
  const { scope, located } = asked;
  const decisions: Decision[] = [];
  for (const { request, ciphertextOnly } of requestsOf(asked)) {
    if (request === undefined) continue;
    const decision = evaluate(request);
    decisions.push(decision);
    if (decision.decision === 'Allowed') continue;
    return {
      authorization: { allowed: false, decisions },
      refusal: refused('AccessDeniedException', accessDeniedMessage(decision, request, { ciphertextOnly })),
    };
  }
  const stranger = located.keys.find(({ Arn }) => !(Arn in scope.world.keys));
  if (!stranger) return { authorization: { allowed: true, decisions } };
  return { authorization: { allowed: false, decisions }, refusal: hidden(scope, stranger) };
};

export interface Asking {
  /** Absent for a key that does not exist: nobody's policies can be asked. */
  readonly request: AuthorizationRequest | undefined;
  readonly ciphertextOnly?: boolean;
}

/** What the evaluator is asked, resource by resource, in the order in which it is asked. */
export const requestsOf = (asked: AuthorizationAsked): readonly Asking[] => {
  const { scope, operation, input, located, brought } = asked;
  const { caller } = scope;
  const context = requestContext(operation, input, scope, brought);
  const common = commonRequest(scope);
  const asking: Asking[] = [];

  if (located.accountAction !== undefined)
    asking.push({
      request: {
        ...common,
        action: `kms:${located.accountAction}`,
        resource: '*',
        resourceAccount: caller.AccountId,
        context,
      },
    });
  const { also } = located;
  const model = scope.world.keys[located.keys[0]?.Arn ?? ''];
  for (const action of also?.actions ?? [])
    asking.push({
      request: {
        ...common,
        action: `kms:${action}`,
        resource: '*',
        resourceAccount: caller.AccountId,
        context: {
          ...context,
          ...(model && { ...keyTypeContext(model), 'kms:MultiRegionKeyType': 'REPLICA' }),
          'aws:RequestedRegion': also?.Region ?? scope.Region,
        },
      },
    });
  if (located.alias)
    asking.push({
      request: {
        ...common,
        action: `kms:${located.alias.action}`,
        resource: located.alias.AliasArn,
        resourceAccount: accountOf(located.alias.AliasArn) ?? caller.AccountId,
        context,
      },
    });
  if (located.accountAction === undefined)
    for (const key of located.keys) asking.push(aboutKey(asked, key, common, context));
  return asking;
};

const aboutKey = (
  { scope, input, located }: AuthorizationAsked,
  { Arn, action, role, RequestAlias, fromCiphertext }: LocatedKey,
  common: CommonRequest,
  context: AuthorizationRequest['context'],
): Asking => {
  const { world, via } = scope;
  const key = world.keys[Arn];
  // Whether it exists is not told: authorize() ends with the words for both cases.
  if (!key) return { request: undefined };
  const own = ownContext(role, input, located);
  const retired = world.grants[located.GrantId ?? ''];
  return {
    ciphertextOnly: fromCiphertext ?? false,
    request: {
      ...common,
      action: `kms:${action}`,
      resource: Arn,
      resourceAccount: key.AWSAccountId,
      context: {
        ...context,
        ...resourceContext(scope, key, RequestAlias, action),
        ...own.keys,
        ...(retired && retiredGrantContext(retired)),
      },
      ...(own.encryptionContext && { encryptionContext: own.encryptionContext }),
      keyPolicy: policyDocument(key.Policy),
      ...grantPart(world, action, Arn, input, located),
      resourceControlPolicies: levelsOf(world.accounts[key.AWSAccountId]?.resourceControlPolicies),
      ...(via === undefined && scope.caller.kind !== 'service' && endpointPolicy(scope)),
    },
  };
};

/** The grants that the request may rest on: to retire one, that one; else those that work for it already. */
const grantPart = (
  world: World,
  action: string,
  KeyArn: string,
  input: Readonly<Record<string, unknown>>,
  { GrantId }: Located,
): Pick<AuthorizationRequest, 'grants' | 'requestedGrant' | 'targetGrantId'> => {
  if (GrantId !== undefined) {
    const grant = world.grants[GrantId];
    return grant ? { targetGrantId: GrantId, grants: [policyGrant(grant)] } : {};
  }
  const tokens = input.GrantTokens as readonly string[] | undefined;
  const grants = grantsFor(world, KeyArn, { tokens }).map(policyGrant);
  return {
    ...(grants.length > 0 && { grants }),
    ...(action === 'CreateGrant' && {
      requestedGrant: {
        Operations: input.Operations as readonly string[],
        Constraints: input.Constraints as GrantConstraints | undefined,
      },
    }),
  };
};

const policyGrant = ({ KeyArn: KeyId, ...grant }: GrantRecord): PolicyGrant => ({ KeyId, ...grant });

/** ReEncrypt has an encryption context and an algorithm for each of its two keys. */
const ownContext = (
  role: LocatedKey['role'],
  input: Readonly<Record<string, unknown>>,
  { keys }: Located,
): { readonly keys: AuthorizationRequest['context']; readonly encryptionContext?: EncryptionContext } => {
  const side = role === 'source' ? 'Source' : role === 'destination' ? 'Destination' : undefined;
  const encryptionContext = input[side ? `${side}EncryptionContext` : 'EncryptionContext'] as
    | EncryptionContext
    | undefined;
  if (!side) return { keys: {}, encryptionContext };
  return {
    encryptionContext,
    keys: {
      ...encryptionContextKeys(encryptionContext),
      'kms:EncryptionAlgorithm': String(input[`${side}EncryptionAlgorithm`] ?? 'SYMMETRIC_DEFAULT'),
      'kms:ReEncryptOnSameKey': String(new Set(keys.map(({ Arn }) => Arn)).size === 1),
    },
  };
};

type CommonRequest = Pick<
  AuthorizationRequest,
  | 'principal'
  | 'principalAccount'
  | 'identityPolicies'
  | 'permissionsBoundary'
  | 'sessionPolicies'
  | 'serviceControlPolicies'
>;

/** What IAM and the organization have to say about a caller, whatever it asks. */
export const commonRequest = ({ world, caller }: Scope): CommonRequest => ({
  principal: caller.Arn,
  ...(caller.kind !== 'service' && { principalAccount: caller.AccountId }),
  identityPolicies: caller.policies.map(({ document }) => policyDocument(document)),
  ...(caller.permissionsBoundary !== undefined && { permissionsBoundary: policyDocument(caller.permissionsBoundary) }),
  ...(caller.sessionPolicies && { sessionPolicies: caller.sessionPolicies.map(policyDocument) }),
  serviceControlPolicies: levelsOf(world.accounts[caller.AccountId]?.serviceControlPolicies),
});

const levelsOf = (
  levels: readonly (readonly string[])[] | undefined,
): readonly (readonly PolicyDocument[])[] | undefined => levels?.map((level) => level.map(policyDocument));

const endpointPolicy = ({ world, caller }: Scope): Pick<AuthorizationRequest, 'vpcEndpointPolicy'> => {
  const text = world.accounts[caller.AccountId]?.vpcEndpointPolicy;
  return text === undefined ? {} : { vpcEndpointPolicy: policyDocument(text) };
};

/** The same words whether the key exists or not: a stranger learns nothing. */
const hidden = ({ caller }: Scope, { action, fromCiphertext }: LocatedKey): Refused => {
  const message = hiddenResourceMessage(caller.Arn, `kms:${action}`);
  return refused(
    'AccessDeniedException',
    fromCiphertext
      ? message.replace(' on this resource ', ' on the resource associated with this ciphertext ')
      : message,
  );
};
