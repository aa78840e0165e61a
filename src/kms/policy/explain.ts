/** Decisions, problems, warnings and changes in sentences. */

import { principalEntries } from './compile.ts';
import type { PolicyEdit } from './edit.ts';
import { type Locale, MESSAGES, type Messages } from './messages.ts';
import type { PolicyProblem } from './parsePolicy.ts';
import type { Decider, Decision, ElementTrace, GrantTrace, PolicyRef, Reason, Stage, StatementTrace } from './types.ts';
import type { PolicyWarning } from './warnings.ts';

type Args = Readonly<Record<string, string>>;

/** One pass, so that braces inside a value are not filled again. */
const fill = (template: string, args: Args): string =>
  template
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? (args[name] ?? '') : whole))
    .trimEnd();

const list = (values: readonly string[], m: Messages): string => (values.length === 0 ? m.none : values.join(m.or));

function policyName({ kind, index, level }: PolicyRef, m: Messages): string {
  const plain =
    level === undefined
      ? m.policy[kind]
      : fill(m.inLevel, { policy: kind === 'rcp' ? m.stage.rcp : m.stage.scp, level: String(level + 1) });
  return index === 0 ? plain : fill(m.numbered, { policy: plain, n: String(index + 1) });
}

function statementName(policy: PolicyRef, statement: number, Sid: string | undefined, m: Messages): string {
  const name = policyName(policy, m);
  return Sid ? fill(m.bySid, { policy: name, sid: Sid }) : fill(m.byNumber, { policy: name, n: String(statement + 1) });
}

/** What one element found. */
export function explainElement(element: ElementTrace, locale: Locale): string {
  const m = MESSAGES[locale];
  if (element.element === 'Condition') {
    const resolved = element.resolved?.map((value, i) => value ?? element.wanted[i] ?? '') ?? element.wanted;
    const actual = element.actual === undefined ? m.absent : element.actual.join(m.separator) || m.none;
    return fill(m.condition[element.why], {
      operator: element.operator,
      key: element.key,
      wanted: list(resolved, m),
      actual,
    });
  }
  if (element.missing) return fill(m.failed.missing, { name: element.element });
  const match = element.match ? m.match[element.match] : '';
  const args = { wanted: list(element.wanted, m), actual: element.actual, by: element.by ?? '', match };
  return fill((element.matched ? m.held : m.failed)[element.element], args);
}

/** Whether a statement spoke, and if not, at what it failed. */
export function explainStatement(policy: PolicyRef, statement: StatementTrace, locale: Locale): string {
  const m = MESSAGES[locale];
  const name = statementName(policy, statement.index, statement.Sid, m);
  const allow = statement.Effect === 'Allow';
  if (statement.applies && allow && statement.principalMatch === 'account')
    return fill(m.statement.delegates, { statement: name });
  if (statement.applies) return fill(allow ? m.statement.allowApplies : m.statement.denyApplies, { statement: name });
  const why = statement.elements.filter(({ matched }) => !matched).map((element) => explainElement(element, locale));
  return fill(allow ? m.statement.allowMisses : m.statement.denyMisses, {
    statement: name,
    why: why.join(locale === 'ja' ? '' : ' '),
  });
}

export function explainGrant(grant: GrantTrace, locale: Locale): string {
  const m = MESSAGES[locale];
  if (grant.applies) return fill(m.grantApplies, { grant: grant.GrantId });
  const failed = grant.checks.filter(({ matched }) => !matched);
  const why = failed.map(({ check, wanted, actual }) =>
    fill(m.grantCheck[check], { wanted: wanted || m.absent, actual: actual || m.absent }),
  );
  return fill(m.grantMisses, { grant: grant.GrantId, why: why.join(locale === 'ja' ? '' : ' ') });
}

function explainReason(reason: Reason, crossAccount: boolean, m: Messages): string {
  if (reason.code === 'noAllow' && reason.policyKind === 'key' && crossAccount) return m.noKeyAllowAcross;
  return fill(m.reason[reason.code], 'policyKind' in reason ? { policy: m.policy[reason.policyKind] } : {});
}

const explainDecider = (decider: Decider, m: Messages): string =>
  decider.type === 'grant'
    ? fill(m.deciderGrant, { grant: decider.GrantId })
    : fill(m.decider, { statement: statementName(decider.policy, decider.statement, decider.Sid, m) });

export interface Explanation {
  /** One sentence: may or may not. */
  readonly verdict: string;
  /** One or two sentences: the rule that decided. */
  readonly because: string;
  /** Who decided; empty for an implicit deny. */
  readonly deciders: readonly string[];
  readonly stages: readonly { readonly stage: Stage; readonly name: string; readonly result: string }[];
  /** A sentence for every statement and grant that was looked at. */
  readonly statements: readonly { readonly policy: PolicyRef; readonly statement: number; readonly text: string }[];
  readonly grants: readonly { readonly GrantId: string; readonly text: string }[];
}

export function explain(decision: Decision, locale: Locale): Explanation {
  const m = MESSAGES[locale];
  const { principal: who, action, resource } = decision;
  return {
    verdict: fill((resource === '*' ? m.verdictWithoutResource : m.verdict)[decision.decision], {
      who,
      action,
      resource,
    }),
    because: explainReason(decision.reason, decision.crossAccount, m),
    deciders: decision.decidedBy.map((decider) => explainDecider(decider, m)),
    stages: decision.stages.map((stage) => ({
      stage,
      name: m.stage[stage.stage],
      result: m.stageResult[stage.result],
    })),
    statements: decision.trace.policies.flatMap(({ policy, statements }) =>
      statements.map((statement) => ({
        policy,
        statement: statement.index,
        text: explainStatement(policy, statement, locale),
      })),
    ),
    grants: decision.trace.grants.map((grant) => ({ GrantId: grant.GrantId, text: explainGrant(grant, locale) })),
  };
}

const oneOf = (value: string | readonly string[] | undefined, m: Messages): string =>
  list(value === undefined ? [] : typeof value === 'string' ? [value] : value, m);

/** @param sidOf the Sid of a statement, so that the sentence can name it */
export function explainEdit(
  edit: PolicyEdit,
  locale: Locale,
  sidOf: (policy: PolicyRef, statement: number) => string | undefined = () => undefined,
): string {
  const m = MESSAGES[locale];
  switch (edit.kind) {
    case 'setContext':
      return fill(edit.value === undefined ? m.edit.unsetContext : m.edit.setContext, {
        key: edit.key,
        value: edit.value ?? '',
      });
    case 'setEncryptionContext':
      return fill(m.edit.setEncryptionContext, { pairs: JSON.stringify(edit.pairs) });
    case 'addGrant':
      return fill(m.edit.addGrant, {
        principal: edit.grant.GranteePrincipal ?? '',
        operations: edit.grant.Operations.join(m.separator),
      });
    case 'removeGrant':
      return fill(m.edit.removeGrant, { grant: edit.GrantId });
    case 'addPolicy': {
      const [statement] = [edit.document.Statement].flat();
      return fill(m.edit.addPolicy, {
        action: oneOf(statement && 'Action' in statement ? statement.Action : undefined, m),
      });
    }
    case 'addStatement': {
      const { statement, policy } = edit;
      const principal = principalEntries(statement.Principal)[0]?.value ?? '';
      const template =
        statement.Effect === 'Deny'
          ? m.edit.addDeny
          : principal.endsWith(':root')
            ? m.edit.addAccountStatement
            : m.edit.addStatement;
      return fill(template, { policy: policyName(policy, m), action: oneOf(statement.Action, m), principal });
    }
    default: {
      const { kind, policy, statement, ...args } = edit;
      return fill(m.edit[kind], { ...args, statement: statementName(policy, statement, sidOf(policy, statement), m) });
    }
  }
}

const withHint = (args: Args, m: Messages): Args => ({
  ...args,
  hint: args.meant === undefined ? '' : fill(m.didYouMean, { meant: args.meant }),
});

export const explainProblem = (problem: PolicyProblem, locale: Locale): string =>
  fill(MESSAGES[locale].problem[problem.code], withHint(problem.args, MESSAGES[locale]));

export const explainWarning = (warning: PolicyWarning, locale: Locale): string =>
  fill(MESSAGES[locale].warning[warning.code], withHint(warning.args, MESSAGES[locale]));
