/**
 * A policy made ready for many decisions: lists for one-or-many, variables parsed, operators looked up.
 * Compiled policies are remembered by the identity of the document, which nobody may change afterwards.
 * Whatever is malformed becomes a part that matches nothing; `parsePolicy` is the place that complains.
 */
import { parseOperator, type QualifiedOperator } from './operators.ts';
import { type Template, templateOf } from './template.ts';
import type { PolicyDocument, PolicyStatement } from './types.ts';
import { matchesPattern, type Pattern, patternOf } from './wildcard.ts';

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface PrincipalEntry {
  readonly type: PrincipalType;
  readonly value: string;
}

export interface CompiledPrincipal {
  readonly element: 'Principal' | 'NotPrincipal';
  readonly entries: readonly PrincipalEntry[];
  readonly wanted: readonly string[];
}

export interface ActionPattern {
  readonly source: string;
  readonly matches: (lowerCaseAction: string) => boolean;
}

export interface CompiledCondition {
  readonly operatorText: string;
  readonly operator: QualifiedOperator | undefined;
  readonly key: string;
  readonly lowerCaseKey: string;
  readonly wanted: readonly string[];
  readonly values: readonly Template[];
  readonly hasVariables: boolean;
}

export interface CompiledStatement {
  readonly index: number;
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly principal: CompiledPrincipal | undefined;
  readonly action:
    | {
        readonly element: 'Action' | 'NotAction';
        readonly wanted: readonly string[];
        readonly patterns: readonly ActionPattern[];
      }
    | undefined;
  readonly resource:
    | {
        readonly element: 'Resource' | 'NotResource';
        readonly wanted: readonly string[];
        readonly templates: readonly Template[];
      }
    | undefined;
  readonly conditions: readonly CompiledCondition[];
}

export interface CompiledPolicy {
  readonly Id?: string;
  readonly statements: readonly CompiledStatement[];
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const textsOf = (value: unknown): readonly string[] => listOf(value).filter((item) => typeof item === 'string');
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const statementsOf = (policy: PolicyDocument): readonly PolicyStatement[] =>
  listOf(policy.Statement).filter(isObject) as unknown as readonly PolicyStatement[];

const PRINCIPAL_TYPES: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

export function principalEntries(value: unknown): readonly PrincipalEntry[] {
  if (value === '*') return [{ type: 'AWS', value: '*' }];
  if (!isObject(value)) return [];
  return PRINCIPAL_TYPES.flatMap((type) =>
    Object.hasOwn(value, type) ? textsOf(value[type]).map((entry) => ({ type, value: entry })) : [],
  );
}

/** The service prefix and the name are matched apart: `*` alone is the only wildcard that covers both. */
function actionPattern(source: string): ActionPattern {
  const text = source.toLowerCase();
  if (text === '*') return { source, matches: () => true };
  if (!text.includes('*') && !text.includes('?')) return { source, matches: (action) => action === text };
  const colon = text.indexOf(':');
  const service: Pattern = patternOf(text.slice(0, colon), true);
  const name: Pattern = patternOf(text.slice(colon + 1), true);
  return {
    source,
    matches: (action) => {
      const at = action.indexOf(':');
      return (
        colon > 0 &&
        at > 0 &&
        matchesPattern(service, action.slice(0, at)) &&
        matchesPattern(name, action.slice(at + 1))
      );
    },
  };
}

/** Whether an Action entry covers an action. Case is ignored. */
export const actionCovers = (entry: string, action: string): boolean =>
  actionPattern(entry).matches(action.toLowerCase());

function conditionsOf(value: unknown, knowsVariables: boolean): CompiledCondition[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([operatorText, keys]) => {
    const operator = parseOperator(operatorText);
    // Only String and ARN operators replace variables.
    const replaces = knowsVariables && (operator?.operator.family === 'String' || operator?.operator.family === 'Arn');
    return Object.entries(isObject(keys) ? keys : {}).map(([key, wantedValue]): CompiledCondition => {
      const wanted = listOf(wantedValue).map(String);
      const values = wanted.map((text) => templateOf(text, replaces));
      return {
        operatorText,
        operator,
        key,
        lowerCaseKey: key.toLowerCase(),
        wanted,
        values,
        hasVariables: values.some((template) => template.hasVariables),
      };
    });
  });
}

function compileStatement(statement: PolicyStatement, index: number, knowsVariables: boolean): CompiledStatement {
  const principalElement = statement.NotPrincipal === undefined ? 'Principal' : 'NotPrincipal';
  const principalValue = statement[principalElement];
  const actionElement = statement.NotAction === undefined ? 'Action' : 'NotAction';
  const actions = textsOf(statement[actionElement]);
  const resourceElement = statement.NotResource === undefined ? 'Resource' : 'NotResource';
  const resources = textsOf(statement[resourceElement]);
  const entries = principalEntries(principalValue);
  return {
    index,
    ...(typeof statement.Sid === 'string' ? { Sid: statement.Sid } : {}),
    Effect: statement.Effect,
    principal:
      principalValue === undefined
        ? undefined
        : { element: principalElement, entries, wanted: entries.map((entry) => entry.value) },
    action:
      statement[actionElement] === undefined
        ? undefined
        : { element: actionElement, wanted: actions, patterns: actions.map(actionPattern) },
    resource:
      statement[resourceElement] === undefined
        ? undefined
        : {
            element: resourceElement,
            wanted: resources,
            templates: resources.map((text) => templateOf(text, knowsVariables)),
          },
    conditions: conditionsOf(statement.Condition, knowsVariables),
  };
}

const compiled = new WeakMap<PolicyDocument, CompiledPolicy>();

export function compilePolicy(policy: PolicyDocument): CompiledPolicy {
  const known = compiled.get(policy);
  if (known) return known;
  const knowsVariables = policy.Version === '2012-10-17';
  const result: CompiledPolicy = {
    ...(typeof policy.Id === 'string' ? { Id: policy.Id } : {}),
    statements: statementsOf(policy)
      .map((statement, index) => compileStatement(statement, index, knowsVariables))
      .filter(({ Effect }) => Effect === 'Allow' || Effect === 'Deny'),
  };
  compiled.set(policy, result);
  return result;
}
