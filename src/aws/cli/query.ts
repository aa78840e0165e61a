/** `--query`: JMESPath. Loaded with the command line only, since no first view needs it. */
import { compile, TreeInterpreter } from '@jmespath-community/jmespath';
import { EXIT, type Failure, plainError } from './usage.ts';

export type Query = (answer: unknown) => unknown;

export const compileQuery = (expression: string): { readonly query: Query } | { readonly failure: Failure } => {
  try {
    const ast = compile(expression);
    return { query: (answer) => TreeInterpreter.search(ast, answer as never) ?? null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: plainError(`Bad value for --query ${expression}: ${reason}`, EXIT.badCommand) };
  }
};
