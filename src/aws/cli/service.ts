/** A service of the command line: its operations by the name that is typed. */
import type { StructureShape } from '../../kms/model/index.ts';

export interface CliService {
  readonly name: string;
  /** In the order in which the CLI lists them. */
  readonly operations: { readonly [command: string]: CliOperation };
}

export interface CliOperation {
  /** AWS's name, as in error texts and table titles. */
  readonly name: string;
  readonly input: StructureShape;
  /** Members of the answer in AWS's order; undefined keeps the order of the answer. */
  readonly output?: readonly string[];
  readonly pages?: Pages;
}

/** How a list that comes in pages is walked. */
export interface Pages {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly limitKey: string;
  readonly resultKey: string;
}
