export { base64Length } from './base64-length.ts';
export { INPUTS, type InputOf, isOperationName, OPERATION_NAMES, type OperationName } from './constraints.ts';
export {
  describeOperation,
  type MemberDescription,
  membersOf,
  type OperationDescription,
} from './describe-operation.ts';
export { OPERATION_FACTS, type OperationCategory, type OperationFacts } from './operation-facts.ts';
export type { Shape, StructureShape, ValueOf } from './shape.ts';
export { type InputError, type ValidatedInput, validateInput, validateShape } from './validate-input.ts';
