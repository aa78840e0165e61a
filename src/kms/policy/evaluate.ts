/**
 * Decides one request, with the whole trace.
 *
 *     explicit Deny anywhere ▸ SCP ▸ VPC endpoint policy ▸ key policy, grants, IAM (within boundary and session policy)
 *
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
import { ACTIONS_ACROSS_ACCOUNTS } from './actionsAcrossAccounts.ts';
import { type Caller, callerOf, isServiceLinkedRole } from './caller.ts';
import { compilePolicy } from './compile.ts';
import { evaluateGrant, evaluateRetirement } from './grant.ts';
import { moreDirect } from './principalMatch.ts';
import { type Asked, evaluateStatements } from './statement.ts';
import type { Lookup } from './template.ts';
import type {
  AuthorizationRequest,
  ContextValue,
  Decider,
  Decision,
  GrantTrace,
  PolicyDocument,
  PolicyKind,
  PolicyTrace,
  PrincipalMatch,
  Reason,
  Stage,
  StageName,
  Verdict,
} from './types.ts';

/** Key names ignore case. Prototype keys are ordinary names here. */
function lookupOf(context: AuthorizationRequest['context']): Lookup {
  const values = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries<ContextValue>(context)) {
    values.set(key.toLowerCase(), Array.isArray(value) ? value.map(String) : [String(value)]);
  }
  return (key) => values.get(key);
}

type Exempt = NonNullable<PolicyTrace['exempt']>;

/**
 * Policies that are there but do not count: SCPs and RCPs spare service-linked roles, SCPs also AWS services;
 * boundary and session policies belong to users and roles; who may retire a grant is no matter of key policies and RCPs.
 */
function exemption(kind: PolicyKind, caller: Caller, retires: boolean): Exempt | undefined {
  if (retires && (kind === 'key' || kind === 'rcp')) return 'retireGrant';
  if ((kind === 'scp' || kind === 'rcp') && isServiceLinkedRole(caller)) return 'serviceLinkedRole';
  if (kind === 'scp' || kind === 'boundary' || kind === 'session' || kind === 'identity') {
    if (caller.type === 'service') return 'servicePrincipal';
  }
  if (caller.type === 'root' && (kind === 'boundary' || kind === 'session')) return 'rootUser';
  return undefined;
}

/** An alias ARN is a resource of IAM alone; the key behind it is asked for separately. */
const isAlias = (resource: string): boolean => /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(resource);

function traceAll(request: AuthorizationRequest, asked: Asked, retires: boolean): PolicyTrace[] {
  const traces: PolicyTrace[] = [];
  const add = (kind: PolicyKind, policies: readonly PolicyDocument[], level?: number): void => {
    const exempt = exemption(kind, asked.caller, retires);
    for (const [index, document] of policies.entries()) {
      const compiled = compilePolicy(document);
      traces.push({
        policy: {
          kind,
          index,
          ...(level === undefined ? {} : { level }),
          ...(compiled.Id === undefined ? {} : { Id: compiled.Id }),
        },
        ...(exempt ? { exempt } : {}),
        statements: evaluateStatements(compiled, kind, asked),
      });
    }
  };
  if (request.keyPolicy && !isAlias(request.resource)) add('key', [request.keyPolicy]);
  add('identity', request.identityPolicies);
  if (request.permissionsBoundary) add('boundary', [request.permissionsBoundary]);
  add('session', request.sessionPolicies ?? []);
  for (const [level, policies] of (request.serviceControlPolicies ?? []).entries()) add('scp', policies, level);
  for (const [level, policies] of (request.resourceControlPolicies ?? []).entries()) add('rcp', policies, level);
  if (request.vpcEndpointPolicy) add('endpoint', [request.vpcEndpointPolicy]);
  return traces;
}

/** When several kinds deny, AWS names one. Its order is not published; this is that of its evaluation chart. */
const DENY_ORDER: readonly PolicyKind[] = ['rcp', 'scp', 'endpoint', 'key', 'identity', 'boundary', 'session'];

const counted = (traces: readonly PolicyTrace[], kind: PolicyKind): PolicyTrace[] =>
  traces.filter((trace) => trace.policy.kind === kind && !trace.exempt);

function speakers(
  traces: readonly PolicyTrace[],
  kind: PolicyKind,
  effect: 'Allow' | 'Deny',
  match?: PrincipalMatch,
): Decider[] {
  return counted(traces, kind).flatMap(({ policy, statements }) =>
    statements
      .filter(
        (statement) =>
          statement.applies && statement.Effect === effect && (!match || statement.principalMatch === match),
      )
      .map(
        ({ index, Sid }): Decider => ({
          type: 'statement',
          policy,
          statement: index,
          ...(Sid === undefined ? {} : { Sid }),
        }),
      ),
  );
}

const allows = (traces: readonly PolicyTrace[]): boolean =>
  traces.some(({ statements }) => statements.some((statement) => statement.applies && statement.Effect === 'Allow'));

interface Findings {
  readonly traces: readonly PolicyTrace[];
  readonly grants: readonly GrantTrace[];
  readonly caller: Caller;
  readonly retires: boolean;
  readonly hasKey: boolean;
  readonly crossAccount: boolean;
  /** How directly the key policy allows the caller, if it does. */
  readonly keyMatch: PrincipalMatch | undefined;
  readonly grantMatch: PrincipalMatch | undefined;
  readonly identity: boolean;
  readonly boundary: boolean;
  readonly session: boolean;
}

type Outcome = readonly [verdict: Verdict, reason: Reason, decidedBy: readonly Decider[]];

const implicitly = (policyKind: PolicyKind): Outcome => ['ImplicitlyDenied', { code: 'noAllow', policyKind }, []];

/** IAM's own chain: identity policies, limited by the boundary, limited by the session policy. */
function lackingInIam({ identity, boundary, session }: Findings): 'identity' | 'boundary' | 'session' | undefined {
  return !identity ? 'identity' : !boundary ? 'boundary' : !session ? 'session' : undefined;
}

/**
 * What still limits a permission given straight by the key policy or a grant. A user, a session or `*` is served directly;
 * a role ARN gives to the role, so that its boundary and session policy apply; an account only delegates.
 */
function lackingFor(match: PrincipalMatch, found: Findings): 'identity' | 'boundary' | 'session' | undefined {
  if (match === 'account') return lackingInIam(found);
  if (match === 'role') return !found.boundary ? 'boundary' : !found.session ? 'session' : undefined;
  return undefined;
}

const grantDeciders = ({ grants }: Findings, match: PrincipalMatch): Decider[] =>
  grants
    .filter((grant) => grant.applies && grant.principalMatch === match)
    .map(({ GrantId }) => ({ type: 'grant', GrantId }));

function byGrant(found: Findings): Outcome | undefined {
  if (found.grantMatch === undefined || lackingFor(found.grantMatch, found)) return undefined;
  return ['Allowed', { code: 'allowedByGrant' }, grantDeciders(found, found.grantMatch)];
}

function retirement(found: Findings): Outcome {
  return byGrant(found) ?? ['ImplicitlyDenied', { code: 'grantCannotBeRetiredByCaller' }, []];
}

const asRootUser = ({ traces }: Findings): Outcome => [
  'Allowed',
  { code: 'allowedAsRootUser' },
  speakers(traces, 'key', 'Allow'),
];

function withoutKey(found: Findings): Outcome {
  const lacking = lackingInIam(found);
  if (lacking) return implicitly(lacking);
  if (found.caller.type === 'root') return asRootUser(found);
  return ['Allowed', { code: 'allowedByIdentityPolicy' }, speakers(found.traces, 'identity', 'Allow')];
}

function sameAccount(found: Findings): Outcome {
  const { traces, keyMatch, caller } = found;
  if (keyMatch && !lackingFor(keyMatch, found)) {
    if (caller.type === 'root') return asRootUser(found);
    return keyMatch === 'account'
      ? [
          'Allowed',
          { code: 'allowedByKeyPolicyAndIdentityPolicy' },
          [...speakers(traces, 'key', 'Allow', 'account'), ...speakers(traces, 'identity', 'Allow')],
        ]
      : ['Allowed', { code: 'allowedByKeyPolicy' }, speakers(traces, 'key', 'Allow', keyMatch)];
  }
  // A role statement held back by the boundary does not shadow an account statement: the same limits hold there too.
  const granted = byGrant(found);
  if (granted) return granted;
  if (keyMatch) return implicitly(lackingFor(keyMatch, found) ?? 'identity');
  return implicitly(found.identity || caller.type === 'service' ? 'key' : 'identity');
}

function acrossAccounts(found: Findings, action: string): Outcome {
  if (!ACTIONS_ACROSS_ACCOUNTS.has(action.toLowerCase()))
    return ['ImplicitlyDenied', { code: 'operationNotAcrossAccounts' }, []];
  const granted = byGrant(found);
  if (!found.keyMatch) return granted ?? implicitly('key');
  const lacking = lackingInIam(found);
  if (lacking) return granted ?? implicitly(lacking);
  return [
    'Allowed',
    { code: 'allowedByKeyPolicyAndIdentityPolicy' },
    [...speakers(found.traces, 'key', 'Allow'), ...speakers(found.traces, 'identity', 'Allow')],
  ];
}

function levels(request: AuthorizationRequest, traces: readonly PolicyTrace[], caller: Caller): boolean {
  if (exemption('scp', caller, false)) return true;
  const scps = counted(traces, 'scp');
  return (request.serviceControlPolicies ?? []).every((_, level) =>
    allows(scps.filter(({ policy }) => policy.level === level)),
  );
}

function settle(request: AuthorizationRequest, found: Findings): Outcome {
  for (const kind of DENY_ORDER) {
    const deniers = speakers(found.traces, kind, 'Deny');
    if (deniers.length > 0) return ['ExplicitlyDenied', { code: 'explicitDeny', policyKind: kind }, deniers];
  }
  // RCPs cannot fail to allow: RCPFullAWSAccess is always attached, and others may only deny.
  if (!levels(request, found.traces, found.caller)) return implicitly('scp');
  if (request.vpcEndpointPolicy && !allows(counted(found.traces, 'endpoint'))) return implicitly('endpoint');
  if (found.retires) return retirement(found);
  if (found.crossAccount) return acrossAccounts(found, request.action);
  return found.hasKey ? sameAccount(found) : withoutKey(found);
}

function stagesOf(request: AuthorizationRequest, found: Findings): Stage[] {
  const { traces, caller, retires } = found;
  const denies = (kind: PolicyKind): boolean => speakers(traces, kind, 'Deny').length > 0;
  const gate = (kind: PolicyKind & StageName, present: boolean, allowed: boolean): Stage => ({
    stage: kind,
    result: !present
      ? 'absent'
      : exemption(kind, caller, retires)
        ? 'exempt'
        : denies(kind)
          ? 'denies'
          : allowed
            ? 'allows'
            : 'doesNotAllow',
  });
  const key = gate('key', found.hasKey, found.keyMatch !== undefined);
  const usable = found.grants.length > 0;
  return [
    { stage: 'deny', result: DENY_ORDER.some(denies) ? 'denies' : 'absent' },
    gate('scp', (request.serviceControlPolicies?.length ?? 0) > 0, levels(request, traces, caller)),
    gate('rcp', (request.resourceControlPolicies?.length ?? 0) > 0, true),
    gate('endpoint', request.vpcEndpointPolicy !== undefined, allows(counted(traces, 'endpoint'))),
    key.result === 'allows' && (found.keyMatch === 'account' || found.crossAccount)
      ? { ...key, result: 'delegates' }
      : key,
    gate('identity', request.identityPolicies.length > 0 || caller.type === 'root', found.identity),
    gate('boundary', request.permissionsBoundary !== undefined, found.boundary),
    gate('session', (request.sessionPolicies?.length ?? 0) > 0, found.session),
    { stage: 'grant', result: !usable ? 'absent' : found.grantMatch ? 'allows' : 'doesNotAllow' },
  ];
}

const RETIRE = 'kms:retiregrant';

/** Pure, synchronous, never throws on a well-typed request, whatever the policies say. */
export function evaluate(request: AuthorizationRequest): Decision {
  const caller = callerOf(request.principal, request.principalAccount);
  const lookup = lookupOf(request.context);
  const lowerCaseAction = request.action.toLowerCase();
  const retires = lowerCaseAction === RETIRE;
  const asked: Asked = {
    caller,
    action: request.action,
    lowerCaseAction,
    resource: request.resource,
    lookup,
    hasPermissionsBoundary: request.permissionsBoundary !== undefined,
  };
  const traces = traceAll(request, asked, retires);
  const asking = { caller, operation: request.action.slice(request.action.indexOf(':') + 1), request, lookup };
  const grants = (request.grants ?? []).map((grant) =>
    retires ? evaluateRetirement(grant, asking) : evaluateGrant(grant, asking),
  );

  let keyMatch: PrincipalMatch | undefined;
  for (const { statements } of counted(traces, 'key')) {
    for (const statement of statements) {
      if (statement.applies && statement.Effect === 'Allow') keyMatch = moreDirect(keyMatch, statement.principalMatch);
    }
  }
  let grantMatch: PrincipalMatch | undefined;
  for (const grant of grants) if (grant.applies) grantMatch = moreDirect(grantMatch, grant.principalMatch);

  const found: Findings = {
    traces,
    grants,
    caller,
    retires,
    hasKey: request.keyPolicy !== undefined && !isAlias(request.resource),
    crossAccount: caller.account !== undefined && caller.account !== request.resourceAccount,
    keyMatch,
    grantMatch,
    // The root user of an account may do everything there without a policy.
    identity: caller.type === 'root' || allows(counted(traces, 'identity')),
    boundary: !request.permissionsBoundary || caller.type === 'root' || allows(counted(traces, 'boundary')),
    session: !request.sessionPolicies?.length || caller.type === 'root' || allows(counted(traces, 'session')),
  };
  const [decision, reason, decidedBy] = settle(request, found);
  return {
    decision,
    reason,
    crossAccount: found.crossAccount,
    principal: caller.name,
    action: request.action,
    resource: request.resource,
    decidedBy,
    stages: stagesOf(request, found),
    trace: { policies: traces, grants },
  };
}
