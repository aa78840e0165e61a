import { rarely } from '../rarely.ts';
import type { OperationName } from '../vocabulary.ts';
import type { Operation } from './define.ts';
import { EVERYDAY } from './everyday.ts';

/** The operation of a name. Throws where no operation has that name, and where a rare one was not loaded. */
export const operationNamed = (name: OperationName): Operation => {
  const everyday: { readonly [Name in OperationName]?: Operation } = EVERYDAY;
  const operation = everyday[name] ?? rarely().operations[name];
  if (!operation) throw new Error(`"${name}" is no operation of KMS`);
  return operation;
};
