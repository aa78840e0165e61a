/** What forms, command lines and tables need to know of an operation, read off the API model. */
import { INPUTS, type OperationName } from './constraints.ts';
import { OPERATION_FACTS, type OperationFacts } from './operation-facts.ts';
import type { Shape, StructureShape } from './shape.ts';

export type MemberDescription = Shape & { readonly name: string; readonly isRequired: boolean };

export interface OperationDescription extends OperationFacts {
  readonly name: OperationName;
  /** In the API's order. */
  readonly members: readonly MemberDescription[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export const describeOperation = (name: OperationName): OperationDescription => {
  const members = membersOf(INPUTS[name]);
  return {
    name,
    members,
    required: members.filter(({ isRequired }) => isRequired).map((member) => member.name),
    optional: members.filter(({ isRequired }) => !isRequired).map((member) => member.name),
    ...OPERATION_FACTS[name],
  };
};

/** The members of a structure, for a form inside a form. */
export const membersOf = (shape: StructureShape): readonly MemberDescription[] =>
  Object.entries(shape.members).map(([name, member]) => ({
    ...member,
    name,
    isRequired: shape.required.includes(name),
  }));
