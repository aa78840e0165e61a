/** One statement against one request: every element is compared, also after the first that failed, so that a reader sees all. */
import type { Caller } from './caller.ts';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import { evaluateCondition } from './condition.ts';
import { evaluatePrincipal } from './principalMatch.ts';
import type { Lookup } from './template.ts';
import type { ElementTrace, NameElement, NameTrace, PolicyKind, PrincipalMatch, StatementTrace } from './types.ts';
import { matchesResourcePattern, resourcePattern } from './wildcard.ts';

export interface Asked {
  readonly caller: Caller;
  readonly action: string;
  readonly lowerCaseAction: string;
  readonly resource: string;
  readonly lookup: Lookup;
  readonly hasPermissionsBoundary: boolean;
}

/** Kinds whose statements name principals. In the others the policy is attached to them. */
const NAMES_PRINCIPALS: ReadonlySet<PolicyKind> = new Set(['key', 'endpoint', 'rcp']);

const missing = (element: NameElement, actual: string): NameTrace => ({
  element,
  matched: false,
  wanted: [],
  actual,
  missing: true,
});

function evaluateAction({ action }: CompiledStatement, asked: Asked): NameTrace {
  if (!action) return missing('Action', asked.action);
  const by = action.patterns.find((pattern) => pattern.matches(asked.lowerCaseAction))?.source;
  const matched = (by !== undefined) === (action.element === 'Action');
  return {
    element: action.element,
    matched,
    wanted: action.wanted,
    actual: asked.action,
    ...(by === undefined ? {} : { by }),
  };
}

function evaluateResource({ resource }: CompiledStatement, asked: Asked): NameTrace {
  if (!resource) return missing('Resource', asked.resource);
  const by = resource.templates.find((template) => {
    if (template.source === '*' || template.source === asked.resource) return true;
    const resolved = template.resolve(asked.lookup);
    return resolved !== null && matchesResourcePattern(resourcePattern(resolved.pattern), asked.resource);
  })?.source;
  const matched = (by !== undefined) === (resource.element === 'Resource');
  return {
    element: resource.element,
    matched,
    wanted: resource.wanted,
    actual: asked.resource,
    ...(by === undefined ? {} : { by }),
  };
}

function evaluateStatement(statement: CompiledStatement, kind: PolicyKind, asked: Asked): StatementTrace {
  const elements: ElementTrace[] = [];
  let principalMatch: PrincipalMatch | undefined;
  if (NAMES_PRINCIPALS.has(kind)) {
    if (statement.principal) {
      const trace = evaluatePrincipal(statement.principal, { effect: statement.Effect, ...asked });
      principalMatch = trace.match;
      elements.push(trace);
    } else if (kind === 'key') {
      elements.push(missing('Principal', asked.caller.name));
    }
  }
  elements.push(evaluateAction(statement, asked), evaluateResource(statement, asked));
  for (const condition of statement.conditions) elements.push(evaluateCondition(condition, asked.lookup));
  return {
    index: statement.index,
    ...(statement.Sid === undefined ? {} : { Sid: statement.Sid }),
    Effect: statement.Effect,
    applies: elements.every((element) => element.matched),
    ...(principalMatch === undefined ? {} : { principalMatch }),
    elements,
  };
}

export const evaluateStatements = (policy: CompiledPolicy, kind: PolicyKind, asked: Asked): StatementTrace[] =>
  policy.statements.map((statement) => evaluateStatement(statement, kind, asked));
