/**
 * The smallest changes that would turn a decision round. A search, not a guess: each answer has been evaluated.
 * It walks from the request along single edits that touch what the trace blames, cheapest first.
 */
import { kmsAction } from './actions.ts';
import { callerOf } from './caller.ts';
import { compilePolicy, statementsOf } from './compile.ts';
import { conditionKey } from './conditionKeys.ts';
import { accountStatement } from './defaultKeyPolicy.ts';
import { applyEdit, type PolicyEdit, policyAt, statementAt } from './edit.ts';
import { evaluate } from './evaluate.ts';
import { parseOperator } from './operators.ts';
import { templateOf } from './template.ts';
import type {
  AuthorizationRequest,
  ConditionTrace,
  Decision,
  ElementTrace,
  PolicyKind,
  PolicyRef,
  PolicyStatement,
  StatementTrace,
} from './types.ts';

export interface Change {
  /** In the order in which the search made them; statement numbers refer to the policies after the edits before. */
  readonly edits: readonly PolicyEdit[];
  /** Smaller is less: how much is written, and how much more than asked is opened. */
  readonly cost: number;
  readonly decision: Decision;
}

const MAX_EDITS = 4;
const MAX_EVALUATIONS = 1500;

const COST: Readonly<Record<PolicyEdit['kind'], number>> = {
  setContext: 1,
  setEncryptionContext: 1,
  addAction: 1,
  addResource: 1,
  addConditionValue: 1,
  addPrincipal: 2,
  removeAction: 2,
  addGrant: 2,
  removeGrant: 2,
  addStatement: 3,
  addPolicy: 3,
  removeStatement: 4,
  removeCondition: 4,
};

/** Keys that the caller decides by how the call is made; all others belong to who the caller is or what the key is. */
const CALLERS_CHOICE =
  /^(kms:(viaservice|requestalias)|aws:(multifactorauthpresent|sourcevpce|sourcevpc|sourceip|securetransport))$/i;

function isCallersChoice(key: string): boolean {
  if (CALLERS_CHOICE.test(key)) return true;
  const known = conditionKey(key);
  return (
    known !== undefined &&
    /^kms:/i.test(key) &&
    Array.isArray(known.actions) &&
    known.actions.length <= 12 &&
    !known.multivalued
  );
}

/** A value near the policy's that makes one line of a condition hold, or not. */
function valueFor(
  { operator: text, key, resolved, wanted, actual }: ConditionTrace,
  holds: boolean,
): { readonly value: string | undefined } | undefined {
  const qualified = parseOperator(text);
  if (!qualified || !isCallersChoice(key)) return undefined;
  const { operator, ifExists } = qualified;
  const texts = (resolved ?? wanted).filter((value) => value !== null);
  if (operator.family === 'Null') {
    const wantsAbsent = texts.includes('true') === holds;
    return wantsAbsent ? { value: undefined } : undefined;
  }
  const templates = texts
    .map((value) => templateOf(value, false).resolve(() => undefined))
    .filter((value) => value !== null);
  const satisfied = (value: string): boolean =>
    templates.some((template) => operator.test(value, template)) !== operator.negated;
  const near = texts.flatMap((value) => {
    const number = Number(value);
    const around = value.trim() !== '' && Number.isFinite(number) ? [String(number + 1), String(number - 1)] : [];
    return [
      value
        .replaceAll('*', '')
        .replaceAll('?', '1')
        .replace(/\/\d+$/, ''),
      ...around,
    ];
  });
  const found = [...near, 'true', 'false'].find((value) => satisfied(value) === holds && value !== actual?.[0]);
  if (found !== undefined) return { value: found };
  // Leaving the key out: false for a positive operator, true for a negated one or with IfExists.
  return actual !== undefined && (ifExists || operator.negated) === holds ? { value: undefined } : undefined;
}

const principalOf = (
  request: AuthorizationRequest,
): { readonly type: 'AWS' | 'Service'; readonly principal: string } => {
  const caller = callerOf(request.principal, request.principalAccount);
  if (caller.type === 'service') return { type: 'Service', principal: caller.name };
  if (caller.type !== 'session') return { type: 'AWS', principal: caller.name };
  const arn = Object.entries(request.context).find(([key]) => key.toLowerCase() === 'aws:principalarn')?.[1];
  if (typeof arn === 'string' && arn.includes(':role/')) return { type: 'AWS', principal: arn };
  const partition = caller.name.split(':')[1] ?? 'aws';
  return { type: 'AWS', principal: `arn:${partition}:iam::${caller.account ?? ''}:role/${caller.roleName ?? ''}` };
};

const NAMES_PRINCIPALS: ReadonlySet<PolicyKind> = new Set(['key', 'endpoint', 'rcp']);

function newStatement(request: AuthorizationRequest, kind: PolicyKind, Effect: 'Allow' | 'Deny'): PolicyStatement {
  const { type, principal } = principalOf(request);
  return {
    Effect,
    ...(NAMES_PRINCIPALS.has(kind) ? { Principal: { [type]: principal } } : {}),
    Action: request.action,
    Resource: kind === 'key' ? '*' : request.resource,
  };
}

/** Edits that make one element of an Allow statement hold. */
function mending(
  request: AuthorizationRequest,
  policy: PolicyRef,
  statement: StatementTrace,
  failed: ElementTrace,
): PolicyEdit[] {
  const at = { policy, statement: statement.index };
  switch (failed.element) {
    case 'Action':
      return failed.missing ? [] : [{ kind: 'addAction', action: request.action, ...at }];
    case 'Resource':
      return [{ kind: 'addResource', resource: policy.kind === 'key' ? '*' : request.resource, ...at }];
    case 'Principal':
      return [{ kind: 'addPrincipal', element: 'Principal', ...principalOf(request), ...at }];
    case 'Condition': {
      const { operator, key, actual } = failed;
      const edits: PolicyEdit[] = [];
      const given = valueFor(failed, true);
      if (given) edits.push({ kind: 'setContext', key, value: given.value });
      const positive = parseOperator(operator)?.operator.negated === false;
      if (positive && actual?.[0] !== undefined && failed.why === 'differs')
        edits.push({ kind: 'addConditionValue', operator, key, value: actual[0], ...at });
      return [...edits, { kind: 'removeCondition', operator, key, ...at }];
    }
    default:
      return [];
  }
}

/** Edits that make a matching Deny statement miss. */
function disarming(request: AuthorizationRequest, policy: PolicyRef, statement: StatementTrace): PolicyEdit[] {
  const at = { policy, statement: statement.index };
  const edits: PolicyEdit[] = [{ kind: 'removeStatement', ...at }];
  const document = statementAt(request, at);
  if (Array.isArray(document?.Action) && document.Action.length > 1) {
    const by = document.Action.find((entry: string) => entry.toLowerCase() === request.action.toLowerCase());
    if (by !== undefined) edits.push({ kind: 'removeAction', action: by, ...at });
  }
  for (const element of statement.elements) {
    if (element.element === 'NotPrincipal')
      edits.push({ kind: 'addPrincipal', element: 'NotPrincipal', ...principalOf(request), ...at });
    if (element.element !== 'Condition') continue;
    const given = valueFor(element, false);
    if (given) edits.push({ kind: 'setContext', key: element.key, value: given.value });
    const negated = parseOperator(element.operator)?.operator.negated === true;
    const [first] = element.actual ?? [];
    if (negated && first !== undefined)
      edits.push({ kind: 'addConditionValue', operator: element.operator, key: element.key, value: first, ...at });
  }
  return edits;
}

/** Edits that give an Allow in policies of one kind: nearly matching statements mended, or a new statement. */
function allowing(request: AuthorizationRequest, decision: Decision, kind: PolicyKind): PolicyEdit[] {
  const traces = decision.trace.policies.filter(({ policy, exempt }) => policy.kind === kind && !exempt);
  const mended = traces.flatMap(({ policy, statements }) =>
    statements.flatMap((statement) => {
      const failed = statement.elements.filter(({ matched }) => !matched);
      const [only] = failed;
      return statement.Effect === 'Allow' && failed.length === 1 && only
        ? mending(request, policy, statement, only)
        : [];
    }),
  );
  const added: PolicyEdit[] = traces
    .slice(0, 1)
    .map(({ policy }) => ({ kind: 'addStatement', policy, statement: newStatement(request, kind, 'Allow') }));
  if (kind === 'scp') {
    // Each level must allow: the first policy of every level that is silent.
    const silent = traces.filter(
      ({ policy }, _, all) =>
        policy.index === 0 &&
        !all.some(
          (other) =>
            other.policy.level === policy.level &&
            other.statements.some(({ applies, Effect }) => applies && Effect === 'Allow'),
        ),
    );
    return [
      ...mended,
      ...silent.map(
        ({ policy }): PolicyEdit => ({ kind: 'addStatement', policy, statement: newStatement(request, kind, 'Allow') }),
      ),
    ];
  }
  if (kind === 'identity' && traces.length === 0) {
    added.push({
      kind: 'addPolicy',
      policyKind: 'identity',
      document: { Version: '2012-10-17', Statement: [newStatement(request, kind, 'Allow')] },
    });
  }
  return [...mended, ...added];
}

function delegating(request: AuthorizationRequest, decision: Decision): PolicyEdit[] {
  const { account } = callerOf(request.principal, request.principalAccount);
  const key = decision.trace.policies.find(({ policy }) => policy.kind === 'key');
  if (!key || account === undefined) return [];
  const partition = request.resource.split(':')[1] ?? 'aws';
  const whole = accountStatement(account, partition);
  // The owner's account gets the statement that AWS itself writes; another account only what is asked.
  const statement: PolicyStatement = decision.crossAccount
    ? { ...whole, Sid: undefined, Action: request.action }
    : whole;
  return [{ kind: 'addStatement', policy: key.policy, statement }];
}

function granting(request: AuthorizationRequest, decision: Decision): PolicyEdit[] {
  const action = kmsAction(request.action);
  if (!action?.inGrants || request.keyPolicy === undefined || action.name === 'RetireGrant') return [];
  const { type, principal } = principalOf(request);
  const edits: PolicyEdit[] = (decision.trace.grants ?? []).flatMap(({ GrantId, checks }) => {
    const failed = checks.filter(({ matched }) => !matched);
    const constraint = (request.grants ?? []).find((grant) => grant.GrantId === GrantId)?.Constraints;
    const pairs = constraint?.EncryptionContextEquals ?? constraint?.EncryptionContextSubset;
    return failed.length === 1 && failed[0]?.check.startsWith('EncryptionContext') && pairs
      ? [{ kind: 'setEncryptionContext', pairs }]
      : [];
  });
  // A grant to a service needs a source ARN and a retiring principal: nothing to be proposed in passing.
  if (type === 'AWS')
    edits.push({
      kind: 'addGrant',
      grant: { GrantId: 'new', KeyId: request.resource, GranteePrincipal: principal, Operations: [action.name] },
    });
  return edits;
}

function towardsAllow(request: AuthorizationRequest, decision: Decision): PolicyEdit[] {
  const { reason } = decision;
  if (reason.code === 'explicitDeny') {
    return decision.decidedBy.flatMap((decider) => {
      if (decider.type !== 'statement') return [];
      const trace = decision.trace.policies.find(
        ({ policy }) =>
          policy.kind === decider.policy.kind &&
          policy.index === decider.policy.index &&
          policy.level === decider.policy.level,
      );
      const statement = trace?.statements.find(({ index }) => index === decider.statement);
      return statement ? disarming(request, decider.policy, statement) : [];
    });
  }
  if (reason.code === 'grantCannotBeRetiredByCaller') return allowing(request, decision, 'identity');
  if (reason.code !== 'noAllow') return [];
  const { policyKind } = reason;
  const own = allowing(request, decision, policyKind);
  if (policyKind === 'scp' || policyKind === 'endpoint') return own;
  if (request.keyPolicy === undefined) return own;
  const others = policyKind === 'key' ? allowing(request, decision, 'identity') : allowing(request, decision, 'key');
  return [...own, ...others, ...delegating(request, decision), ...granting(request, decision)];
}

function towardsDeny(request: AuthorizationRequest, decision: Decision): PolicyEdit[] {
  const edits: PolicyEdit[] = [];
  for (const decider of decision.decidedBy) {
    if (decider.type === 'grant') {
      edits.push({ kind: 'removeGrant', GrantId: decider.GrantId });
      continue;
    }
    const at = { policy: decider.policy, statement: decider.statement };
    edits.push({ kind: 'removeStatement', ...at });
    const actions = statementAt(request, at)?.Action;
    if (Array.isArray(actions) && actions.length > 1) {
      const by = actions.find((entry: string) => entry.toLowerCase() === request.action.toLowerCase());
      if (by !== undefined) edits.push({ kind: 'removeAction', action: by, ...at });
    }
  }
  for (const { policy } of decision.trace.policies) {
    if (policy.kind === 'key' || (policy.kind === 'identity' && policy.index === 0)) {
      edits.push({ kind: 'addStatement', policy, statement: newStatement(request, policy.kind, 'Deny') });
    }
  }
  return edits;
}

/** What an edit costs: adding a principal to a broad statement opens more than was asked. */
function costOf(request: AuthorizationRequest, edit: PolicyEdit): number {
  let cost = COST[edit.kind];
  if (edit.kind === 'addPrincipal') {
    const policy = policyAt(request, edit.policy);
    const action = policy && compilePolicy(policy).statements[edit.statement]?.action;
    if (
      action?.element === 'NotAction' ||
      (action?.wanted.length ?? 0) > 1 ||
      action?.wanted.some((entry) => entry.includes('*'))
    )
      cost += 2;
  }
  if (edit.kind === 'addStatement' && JSON.stringify(edit.statement).includes('kms:*')) cost += 1;
  if (edit.kind === 'addAction') {
    const policy = policyAt(request, edit.policy);
    const principal = policy && statementsOf(policy)[edit.statement]?.Principal;
    if (principal === '*') cost += 3;
  }
  return cost;
}

interface Node {
  readonly request: AuthorizationRequest;
  readonly decision: Decision;
  readonly edits: readonly PolicyEdit[];
  readonly cost: number;
}

const idOf = (edits: readonly PolicyEdit[]): string =>
  JSON.stringify(edits.map((edit) => JSON.stringify(edit)).toSorted());

/**
 * @param limit how many answers at most
 * @returns cheapest first; empty when nothing in reach turns the verdict, as for an operation that never works across accounts
 */
export function smallestChange(request: AuthorizationRequest, limit = 8): readonly Change[] {
  const start = evaluate(request);
  const goal = start.decision !== 'Allowed';
  const answers: Change[] = [];
  const seen = new Set<string>();
  const open: Node[] = [{ request, decision: start, edits: [], cost: 0 }];
  let evaluations = 0;
  while (open.length > 0 && answers.length < limit && evaluations < MAX_EVALUATIONS) {
    // Stable: of equal costs the one found first.
    const cheapest = open.reduce((best, node, i) => (node.cost < (open[best]?.cost ?? 0) ? i : best), 0);
    const [node] = open.splice(cheapest, 1);
    if (!node) break;
    if ((node.decision.decision === 'Allowed') === goal) {
      const parts = new Set(node.edits.map((edit) => JSON.stringify(edit)));
      const isMore = answers.some((answer) => answer.edits.every((edit) => parts.has(JSON.stringify(edit))));
      if (!isMore) answers.push({ edits: node.edits, cost: node.cost, decision: node.decision });
      continue;
    }
    if (node.edits.length === MAX_EDITS) continue;
    const next = goal ? towardsAllow(node.request, node.decision) : towardsDeny(node.request, node.decision);
    for (const edit of next) {
      const edits = [...node.edits, edit];
      const id = idOf(edits);
      if (seen.has(id) || evaluations >= MAX_EVALUATIONS) continue;
      seen.add(id);
      const changed = applyEdit(node.request, edit);
      evaluations++;
      open.push({ request: changed, decision: evaluate(changed), edits, cost: node.cost + costOf(node.request, edit) });
    }
  }
  return answers;
}
