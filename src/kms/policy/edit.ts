/** Single changes to the policies, grants or call behind a decision, and carrying them out on a copy. */
import { statementsOf } from './compile.ts';
import type {
  AuthorizationRequest,
  ConditionScalar,
  OneOrMore,
  PolicyDocument,
  PolicyGrant,
  PolicyKind,
  PolicyRef,
  PolicyStatement,
} from './types.ts';

/** Where a statement is: a policy of the request, by kind, level and index. */
type At = { readonly policy: PolicyRef; readonly statement: number };

export type PolicyEdit =
  | ({ readonly kind: 'addAction'; readonly action: string } & At)
  | ({ readonly kind: 'removeAction'; readonly action: string } & At)
  | ({ readonly kind: 'addResource'; readonly resource: string } & At)
  | ({
      readonly kind: 'addPrincipal';
      readonly element: 'Principal' | 'NotPrincipal';
      readonly type: 'AWS' | 'Service';
      readonly principal: string;
    } & At)
  | ({
      readonly kind: 'addConditionValue';
      readonly operator: string;
      readonly key: string;
      readonly value: string;
    } & At)
  | ({ readonly kind: 'removeCondition'; readonly operator: string; readonly key: string } & At)
  | ({ readonly kind: 'removeStatement' } & At)
  | { readonly kind: 'addStatement'; readonly policy: PolicyRef; readonly statement: PolicyStatement }
  | { readonly kind: 'addPolicy'; readonly policyKind: 'identity'; readonly document: PolicyDocument }
  | { readonly kind: 'addGrant'; readonly grant: PolicyGrant }
  | { readonly kind: 'removeGrant'; readonly GrantId: string }
  /** Not the policy but the call: send (or, undefined, leave out) this. */
  | { readonly kind: 'setContext'; readonly key: string; readonly value: string | undefined }
  | { readonly kind: 'setEncryptionContext'; readonly pairs: Readonly<Record<string, string>> };

const listOf = <T>(value: OneOrMore<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

const plus = <T>(value: OneOrMore<T> | undefined, more: T): OneOrMore<T> => {
  const items = [...listOf(value), more];
  return items.length === 1 ? more : items;
};

export function policyAt(request: AuthorizationRequest, { kind, index, level }: PolicyRef): PolicyDocument | undefined {
  switch (kind) {
    case 'key':
      return request.keyPolicy;
    case 'identity':
      return request.identityPolicies[index];
    case 'boundary':
      return request.permissionsBoundary;
    case 'session':
      return request.sessionPolicies?.[index];
    case 'scp':
      return request.serviceControlPolicies?.[level ?? 0]?.[index];
    case 'rcp':
      return request.resourceControlPolicies?.[level ?? 0]?.[index];
    case 'endpoint':
      return request.vpcEndpointPolicy;
  }
}

export const statementAt = (request: AuthorizationRequest, at: At): PolicyStatement | undefined => {
  const policy = policyAt(request, at.policy);
  return policy && statementsOf(policy)[at.statement];
};

const replaced = <T>(items: readonly T[] | undefined, index: number, item: T): readonly T[] =>
  (items ?? []).with(index, item);

function withPolicy(
  request: AuthorizationRequest,
  { kind, index, level = 0 }: PolicyRef,
  policy: PolicyDocument,
): AuthorizationRequest {
  const levels = (all: readonly (readonly PolicyDocument[])[] | undefined) =>
    replaced(all, level, replaced(all?.[level], index, policy));
  switch (kind) {
    case 'key':
      return { ...request, keyPolicy: policy };
    case 'identity':
      return { ...request, identityPolicies: replaced(request.identityPolicies, index, policy) };
    case 'boundary':
      return { ...request, permissionsBoundary: policy };
    case 'session':
      return { ...request, sessionPolicies: replaced(request.sessionPolicies, index, policy) };
    case 'scp':
      return { ...request, serviceControlPolicies: levels(request.serviceControlPolicies) };
    case 'rcp':
      return { ...request, resourceControlPolicies: levels(request.resourceControlPolicies) };
    case 'endpoint':
      return { ...request, vpcEndpointPolicy: policy };
  }
}

function withStatements(
  request: AuthorizationRequest,
  ref: PolicyRef,
  change: (all: readonly PolicyStatement[]) => readonly PolicyStatement[],
): AuthorizationRequest {
  const policy = policyAt(request, ref);
  return policy ? withPolicy(request, ref, { ...policy, Statement: change(statementsOf(policy)) }) : request;
}

const withStatement = (
  request: AuthorizationRequest,
  { policy, statement }: At,
  change: (one: PolicyStatement) => PolicyStatement,
): AuthorizationRequest =>
  withStatements(request, policy, (all) => all.map((one, i) => (i === statement ? change(one) : one)));

function withoutCondition(statement: PolicyStatement, operator: string, key: string): PolicyStatement {
  const { [key]: _, ...keys } = statement.Condition?.[operator] ?? {};
  const { [operator]: __, ...others } = statement.Condition ?? {};
  const condition = Object.keys(keys).length > 0 ? { ...others, [operator]: keys } : others;
  const { Condition: ___, ...rest } = statement;
  return Object.keys(condition).length > 0 ? { ...rest, Condition: condition } : rest;
}

function withConditionValue(
  statement: PolicyStatement,
  operator: string,
  key: string,
  value: ConditionScalar,
): PolicyStatement {
  const keys = statement.Condition?.[operator] ?? {};
  return {
    ...statement,
    Condition: { ...statement.Condition, [operator]: { ...keys, [key]: plus(keys[key], value) } },
  };
}

function withPrincipal(
  statement: PolicyStatement,
  element: 'Principal' | 'NotPrincipal',
  type: 'AWS' | 'Service',
  principal: string,
): PolicyStatement {
  const current = statement[element];
  const map = typeof current === 'object' ? current : {};
  return { ...statement, [element]: { ...map, [type]: plus(map[type], principal) } };
}

const ENCRYPTION_CONTEXT = 'kms:encryptioncontext:';
const isContextName = (key: string): boolean => key.toLowerCase().startsWith(ENCRYPTION_CONTEXT);

function withContext(request: AuthorizationRequest, key: string, value: string | undefined): AuthorizationRequest {
  const others = Object.entries(request.context).filter(([name]) => name.toLowerCase() !== key.toLowerCase());
  const context = Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
  if (!isContextName(key)) return { ...request, context };
  const name = key.slice(ENCRYPTION_CONTEXT.length);
  const pairs = Object.entries(request.encryptionContext ?? {}).filter(
    ([other]) => other.toLowerCase() !== name.toLowerCase(),
  );
  const names = [...pairs.map(([other]) => other), ...(value === undefined ? [] : [name])];
  return {
    ...request,
    context: { ...context, 'kms:EncryptionContextKeys': names },
    ...(request.encryptionContext
      ? { encryptionContext: Object.fromEntries(value === undefined ? pairs : [...pairs, [name, value]]) }
      : {}),
  };
}

function withEncryptionContext(
  request: AuthorizationRequest,
  pairs: Readonly<Record<string, string>>,
): AuthorizationRequest {
  const others = Object.entries(request.context).filter(([key]) => !isContextName(key));
  const own = Object.entries(pairs).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]);
  return {
    ...request,
    encryptionContext: pairs,
    context: { ...Object.fromEntries([...others, ...own]), 'kms:EncryptionContextKeys': Object.keys(pairs) },
  };
}

/** A request like this one with the edit made. The given request is left as it was. */
export function applyEdit(request: AuthorizationRequest, edit: PolicyEdit): AuthorizationRequest {
  switch (edit.kind) {
    case 'addAction':
      return withStatement(request, edit, (one) => ({ ...one, Action: plus(one.Action, edit.action) }));
    case 'removeAction':
      return withStatement(request, edit, (one) => ({
        ...one,
        Action: listOf(one.Action).filter((action) => action !== edit.action),
      }));
    case 'addResource':
      return withStatement(request, edit, (one) => ({ ...one, Resource: plus(one.Resource, edit.resource) }));
    case 'addPrincipal':
      return withStatement(request, edit, (one) => withPrincipal(one, edit.element, edit.type, edit.principal));
    case 'addConditionValue':
      return withStatement(request, edit, (one) => withConditionValue(one, edit.operator, edit.key, edit.value));
    case 'removeCondition':
      return withStatement(request, edit, (one) => withoutCondition(one, edit.operator, edit.key));
    case 'removeStatement':
      return withStatements(request, edit.policy, (all) => all.filter((_, i) => i !== edit.statement));
    case 'addStatement':
      return withStatements(request, edit.policy, (all) => [...all, edit.statement]);
    case 'addPolicy':
      return { ...request, identityPolicies: [...request.identityPolicies, edit.document] };
    case 'addGrant':
      return { ...request, grants: [...(request.grants ?? []), edit.grant] };
    case 'removeGrant':
      return { ...request, grants: (request.grants ?? []).filter(({ GrantId }) => GrantId !== edit.GrantId) };
    case 'setContext':
      return withContext(request, edit.key, edit.value);
    case 'setEncryptionContext':
      return withEncryptionContext(request, edit.pairs);
  }
}

/** Which policy an edit touches; undefined for the call itself and for grants. */
export function editedPolicy(edit: PolicyEdit): PolicyKind | undefined {
  if (edit.kind === 'addPolicy') return edit.policyKind;
  return 'policy' in edit ? edit.policy.kind : undefined;
}
