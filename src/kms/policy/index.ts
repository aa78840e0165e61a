/** Authorisation as AWS does it for KMS: pure, synchronous, with a trace. */
export { accessDeniedMessage, hiddenResourceMessage, type MessageOptions } from './accessDeniedMessage.ts';
export { type AccessLevel, KMS_ACTIONS, type KmsAction, kmsAction } from './actions.ts';
export { ACTIONS_ACROSS_ACCOUNTS } from './actionsAcrossAccounts.ts';
export { type Caller, type CallerType, callerOf } from './caller.ts';
export { actionCovers, principalEntries, statementsOf } from './compile.ts';
export { type Completion, completePolicy, type Suggestion, type SuggestionKind } from './completePolicy.ts';
export { CONDITION_KEYS, type ConditionKey, conditionKey, keyAppearsIn } from './conditionKeys.ts';
export {
  accountStatement,
  apiDefaultKeyPolicy,
  type ConsoleKeyPolicyChoices,
  type ConsoleKeyType,
  consoleKeyPolicy,
} from './defaultKeyPolicy.ts';
export { applyEdit, editedPolicy, type PolicyEdit, policyAt, statementAt } from './edit.ts';
export { evaluate } from './evaluate.ts';
export {
  type Explanation,
  explain,
  explainEdit,
  explainElement,
  explainGrant,
  explainProblem,
  explainStatement,
  explainWarning,
} from './explain.ts';
export { type LockoutCaller, lockoutCheck } from './lockoutCheck.ts';
export type { Locale } from './messages.ts';
export { type ParsedPolicy, type PolicyProblem, type ProblemCode, parsePolicy } from './parsePolicy.ts';
export { INVALID_PRINCIPALS, LOCKOUT, type PolicyError, policyError } from './policyError.ts';
export { type Change, smallestChange } from './smallestChange.ts';
export type * from './types.ts';
export { type PolicyWarning, type WarningCode, warnings } from './warnings.ts';
