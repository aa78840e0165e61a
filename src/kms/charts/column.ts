import type { Refusal } from '../refusals.ts';
import type { KeyOperation } from '../vocabulary.ts';

/**
 * The words in which a state of the key chart answers: one column of AWS's key-state table.
 * Every answer carries a verdict as an action (`permit`, `refuse`, `notApplicable`): no verdict, no effect.
 */
export const permits = <const Names extends readonly KeyOperation[]>(...names: Names) =>
  answers(names, { actions: { type: 'permit' } } as const);

export const refuses = <const Names extends readonly KeyOperation[]>(because: Refusal, ...names: Names) =>
  answers(names, { actions: { type: 'refuse', params: { because } } } as const);

/** No key of the kind that this operation needs can be in this state; the key's type answers instead of its state. */
export const cannotMeet = <const Names extends readonly KeyOperation[]>(...names: Names) =>
  answers(names, { actions: { type: 'notApplicable' } } as const);

/** Refused with `because` when `guard` holds, else `otherwise`. */
export const refusesIf = <const Guard extends string, Answer>(guard: Guard, because: Refusal, otherwise: Answer) =>
  [{ guard, actions: { type: 'refuse', params: { because } } } as const, otherwise] as const;

export const PERMIT = { actions: { type: 'permit' } } as const;

export const refuse = (because: Refusal) => ({ actions: { type: 'refuse', params: { because } } }) as const;

export const movesTo = <const Target extends string>(target: Target) =>
  ({ target, actions: { type: 'permit' } }) as const;

export const answers = <const Names extends readonly KeyOperation[], Answer>(names: Names, answer: Answer) =>
  Object.fromEntries(names.map((name) => [name, answer])) as { [Name in Names[number]]: Answer };

/** Things that have happened to a key and that a chart hears about. */
export type Fact =
  | 'KeyBecameUsable'
  | 'KeyStoreConnected'
  | 'KeyStoreDisconnected'
  | 'LastReplicaDeleted'
  | 'MaterialDeleted'
  | 'MaterialExpired'
  | 'MaterialImported'
  | 'RotationDisabled'
  | 'RotationEnabled';

/** What a state must say: an answer to every operation, and to the facts that concern it. */
export type Column = { readonly [Name in KeyOperation]: unknown } & { readonly [Name in Fact]?: unknown };
