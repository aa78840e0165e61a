/** What forms, command lines and tables need to know of an operation, read off the API model. */
import { INPUTS, type OperationName } from './constraints.ts';
import { OPERATION_FACTS, type OperationFacts } from './operation-facts.ts';
import { READ_ONLY } from './read-only.ts';
import { REQUEST_QUOTA_PER_SECOND } from './request-quota.ts';
import type { Shape, StructureShape } from './shape.ts';

export type MemberDescription = Shape & { readonly name: string; readonly isRequired: boolean };

export interface OperationDescription extends OperationFacts {
  readonly name: OperationName;
  /** In the API's order. */
  readonly members: readonly MemberDescription[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly cloudTrailReadOnly: boolean;
  readonly requestQuotaPerSecond: number | 'shared';
}

export const describeOperation = (name: OperationName): OperationDescription => {
  const members = membersOf(INPUTS[name]);
  return {
    name,
    members,
    required: members.filter(({ isRequired }) => isRequired).map((member) => member.name),
    optional: members.filter(({ isRequired }) => !isRequired).map((member) => member.name),
    ...OPERATION_FACTS[name],
    cloudTrailReadOnly: READ_ONLY.has(name),
    requestQuotaPerSecond: REQUEST_QUOTA_PER_SECOND[name],
  };
};

/** The members of a structure, for a form inside a form. */
export const membersOf = (shape: StructureShape): readonly MemberDescription[] =>
  Object.entries(shape.members).map(([name, member]) => ({
    ...member,
    name,
    isRequired: shape.required.includes(name),
  }));
