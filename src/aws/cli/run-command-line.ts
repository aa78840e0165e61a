/**
 * One command line from prompt to print: parse, call, walk pages, query, format; or what the CLI says when that fails.
 * The world is behind `call`; this module only speaks.
 */
import { type Answer, arrangeAnswer } from './arrange-answer.ts';
import { type Answers, formatAnswer } from './format-answer.ts';
import { helpText } from './help-text.ts';
import { type Command, type OutputFormat, parseCommandLine } from './parse-command-line.ts';
import { compileQuery } from './query.ts';
import type { CliOperation } from './service.ts';
import { SERVICES } from './services.ts';
import type { ReadFile } from './unpack-value.ts';
import { EXIT, type Failure, plainError, serviceError } from './usage.ts';
import { type CallPage, type ServiceError, walkPages } from './walk-pages.ts';

export interface ServiceRequest {
  readonly service: string;
  readonly operation: string;
  readonly input: Answer;
  readonly region: string;
  readonly profile: string;
}

export interface Shell {
  /** Answers one request; a list is asked for page after page. */
  readonly call: (request: ServiceRequest) => { readonly output: Answer } | { readonly error: ServiceError };
  readonly region: string;
  readonly profile: string;
  /** The names that --profile may have; any when left out. */
  readonly profiles?: readonly string[];
  readonly readFile?: ReadFile;
  readonly output?: OutputFormat;
  /** Columns of the terminal. */
  readonly width?: number;
}

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const VERSION = 'aws-cli/2.9.19 KMS-Notebook';

export const runCommandLine = (line: string, shell: Shell): Printed => {
  const parsed = parseCommandLine(line, { readFile: shell.readFile });
  switch (parsed.kind) {
    case 'empty':
      return printed('');
    case 'version':
      return printed(`${VERSION}\n`);
    case 'help':
      return printed(helpText(parsed.path));
    case 'refused':
      return failed(parsed);
    case 'call':
      return runCommand(parsed, shell);
  }
};

export const runCommand = (command: Command, shell: Shell): Printed => {
  const { globals, service } = command;
  const compiled = globals.query === undefined ? { query: undefined } : compileQuery(globals.query);
  if ('failure' in compiled) return failed(compiled.failure);
  const profile = globals.profile ?? shell.profile;
  if (globals.profile !== undefined && shell.profiles && !shell.profiles.includes(profile))
    return failed(plainError(`The config profile (${profile}) could not be found`, EXIT.other));
  const operation = findOperation(command);
  const answer = callService(command, operation, (input) =>
    shell.call({ service, operation: command.operation, input, region: globals.region ?? shell.region, profile }),
  );
  if ('failure' in answer) return failed(answer.failure);
  return printed(
    formatAnswer(answer, {
      operation: command.operation,
      format: globals.output ?? shell.output ?? 'json',
      query: compiled.query,
      width: shell.width,
    }),
  );
};

const findOperation = ({ service, operation }: Command): CliOperation => {
  const found = Object.values(SERVICES[service]?.operations ?? {}).find(({ name }) => name === operation);
  if (!found) throw new Error(`"${service} ${operation}" is no command of this command line`);
  return found;
};

type Called = Answers | { readonly failure: Failure };

const callService = (command: Command, operation: CliOperation, call: CallPage): Called => {
  const arranged: CallPage = (input) => {
    const answer = call(input);
    return 'error' in answer ? answer : { output: arrangeAnswer(operation, answer.output) };
  };
  if (!command.paging || !operation.pages) {
    const answer = arranged(command.input);
    return 'error' in answer
      ? refusal(command, answer.error)
      : { pages: [answer.output], texts: [answer.output], whole: answer.output };
  }
  const walked = walkPages(operation.pages, command.paging, command.input, arranged);
  if ('error' in walked) return refusal(command, walked.error);
  if ('failure' in walked) return walked;
  const { resultKey } = operation.pages;
  const items = walked.pages.flatMap((page) => page[resultKey] as readonly unknown[]);
  const { nextToken } = walked;
  const texts = walked.pages.map((page) => ({ [resultKey]: page[resultKey] }));
  if (nextToken === undefined) return { pages: walked.pages, texts, whole: { [resultKey]: items } };
  return {
    pages: walked.pages,
    texts: [...texts, { NextToken: { NextToken: nextToken } }],
    whole: { [resultKey]: items, NextToken: nextToken },
  };
};

const refusal = ({ operation }: Command, { __type, message }: ServiceError): { readonly failure: Failure } => ({
  failure: serviceError(__type.replace(/^.*#/, ''), operation, message),
});

const printed = (stdout: string): Printed => ({ stdout, stderr: '', exitCode: EXIT.success });

const failed = ({ stderr, exitCode }: Failure): Printed => ({ stdout: '', stderr, exitCode });
