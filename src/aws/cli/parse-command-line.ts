/**
 * From a command line to a request, with the syntax, the defaults and the complaints of the AWS CLI 2.
 * Pure: files come through `readFile`, nothing is called.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html
 */
import type { Shape } from '../../kms/model/index.ts';
import { checkParameters } from './check-parameters.ts';
import { kebabCase } from './kebab-case.ts';
import { missingOptions, type Option, type ParsedOptions, parseOptions } from './parse-options.ts';
import type { CliOperation, CliService } from './service.ts';
import { SERVICES } from './services.ts';
import { type BinaryFormat, readBlobs, toWire } from './to-wire.ts';
import { SHELL_REFUSALS, tokenize } from './tokenize.ts';
import { loadFile, type ReadFile, unpackValue } from './unpack-value.ts';
import { EXIT, type Failure, invalidChoice, parameterError, plainError, unknownOptions, usageError } from './usage.ts';

export const OUTPUT_FORMATS = ['json', 'text', 'table', 'yaml', 'yaml-stream'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface Globals {
  readonly region?: string;
  readonly profile?: string;
  readonly output?: OutputFormat;
  /** JMESPath, not yet compiled. */
  readonly query?: string;
  readonly binaryFormat: BinaryFormat;
  readonly paginate: boolean;
}

export interface Paging {
  /** Stop after so many items. */
  readonly maxItems?: number;
  /** Items asked for in one call. */
  readonly pageSize?: number;
  readonly startingToken?: string;
}

export interface Command {
  readonly kind: 'call';
  readonly service: string;
  readonly operation: string;
  /** In wire form: blobs as base64, dates as epoch seconds. */
  readonly input: { readonly [member: string]: unknown };
  readonly globals: Globals;
  /** Set for lists that come in pages, unless --no-paginate or a page was asked for by hand. */
  readonly paging?: Paging;
}

/** A page of help: none, a service, or a service and a command. */
export interface HelpRequest {
  readonly kind: 'help';
  readonly path: readonly string[];
}

export type Refused = Failure & { readonly kind: 'refused' };

export type ParsedCommandLine =
  | Command
  | HelpRequest
  | Refused
  | { readonly kind: 'version' }
  | { readonly kind: 'empty' };

export interface ParseSettings {
  /** Files that the reader has dropped into the page; none by default. */
  readonly readFile?: ReadFile;
}

const GLOBAL_OPTIONS: readonly (Option & { readonly choices?: readonly string[] })[] = [
  { flag: '--debug', takes: 'nothing' },
  { flag: '--endpoint-url', takes: 'value' },
  { flag: '--no-verify-ssl', takes: 'nothing' },
  { flag: '--no-paginate', takes: 'nothing' },
  { flag: '--output', takes: 'value', choices: OUTPUT_FORMATS },
  { flag: '--query', takes: 'value' },
  { flag: '--profile', takes: 'value' },
  { flag: '--region', takes: 'value' },
  { flag: '--version', takes: 'nothing' },
  { flag: '--color', takes: 'value', choices: ['on', 'off', 'auto'] },
  { flag: '--no-sign-request', takes: 'nothing' },
  { flag: '--ca-bundle', takes: 'value' },
  { flag: '--cli-read-timeout', takes: 'value' },
  { flag: '--cli-connect-timeout', takes: 'value' },
  { flag: '--cli-binary-format', takes: 'value', choices: ['base64', 'raw-in-base64-out'] },
  { flag: '--no-cli-pager', takes: 'nothing' },
  { flag: '--cli-auto-prompt', takes: 'nothing' },
  { flag: '--no-cli-auto-prompt', takes: 'nothing' },
];

export const GLOBAL_FLAGS: readonly string[] = GLOBAL_OPTIONS.map(({ flag }) => flag);

export const parseCommandLine = (line: string, settings: ParseSettings = {}): ParsedCommandLine => {
  const tokens = tokenize(line);
  if (!tokens.ok)
    return refused(
      plainError(`${line}\n${' '.repeat(columnOf(line, tokens.at))}^ ${SHELL_REFUSALS[tokens.reason]}`, EXIT.other),
    );
  const words = tokens.words.map(({ text }) => text);
  if (words.length === 0) return { kind: 'empty' };
  if (words[0] !== 'aws') return refused({ stderr: `${words[0]}: command not found\n`, exitCode: 127 });
  return parseWords(words.slice(1), settings.readFile ?? (() => undefined));
};

/** @param words what follows `aws` */
const parseWords = (words: readonly string[], readFile: ReadFile): ParsedCommandLine => {
  const top = parseOptions(GLOBAL_OPTIONS, words);
  if (!top.ok) return refused(top.failure);
  for (const { flag, choices } of GLOBAL_OPTIONS) {
    const value = top.values.get(flag);
    if (choices && typeof value === 'string' && !choices.includes(value))
      return refused(invalidChoice(flag, value, choices));
  }
  const commands = [...Object.keys(SERVICES), 'help'];
  if (top.positional !== undefined && !commands.includes(top.positional))
    return refused(invalidChoice('command', top.positional, commands));
  if (top.values.has('--version')) return { kind: 'version' };
  if (top.positional === undefined) return refused(usageError('the following arguments are required: command'));
  if (top.positional === 'help') return { kind: 'help', path: [] };
  const service = SERVICES[top.positional] as CliService;

  const second = parseOptions([], top.rest);
  if (!second.ok) return refused(second.failure);
  const operations = [...Object.keys(service.operations), 'help'];
  if (second.positional === undefined) return refused(usageError('the following arguments are required: operation'));
  if (!operations.includes(second.positional))
    return refused(invalidChoice('operation', second.positional, operations));
  if (second.positional === 'help') return { kind: 'help', path: [service.name] };
  const operation = service.operations[second.positional] as CliOperation;
  return parseOperation(service, second.positional, operation, second.rest, globalsOf(top), readFile);
};

const globalsOf = ({ values }: ParsedOptions): Globals => {
  const text = (flag: string) => values.get(flag) as string | undefined;
  return {
    ...(values.has('--region') && { region: text('--region') }),
    ...(values.has('--profile') && { profile: text('--profile') }),
    ...(values.has('--output') && { output: text('--output') as OutputFormat }),
    ...(values.has('--query') && { query: text('--query') }),
    binaryFormat: (text('--cli-binary-format') as BinaryFormat | undefined) ?? 'base64',
    paginate: !values.has('--no-paginate'),
  };
};

/** An option of an operation; `member` is the request's member that it sets, `value` what a switch sets it to. */
export type OperationOption = Option & { readonly member?: string; readonly value?: boolean };

const INPUT_OPTIONS: readonly OperationOption[] = [
  { flag: '--cli-input-json', takes: 'value' },
  { flag: '--cli-input-yaml', takes: 'value' },
];
const PAGE_OPTIONS: readonly OperationOption[] = [
  { flag: '--starting-token', takes: 'value' },
  { flag: '--page-size', takes: 'value' },
  { flag: '--max-items', takes: 'value' },
];
const SKELETON: OperationOption = { flag: '--generate-cli-skeleton', takes: 'nothing' };

/** The options of an operation in the order of the model, then those that the CLI adds. */
export const optionsOf = ({ input, pages }: CliOperation): readonly OperationOption[] => [
  ...Object.entries(input.members).flatMap(([member, shape]) =>
    memberOptions(member, shape, input.required.includes(member)),
  ),
  ...INPUT_OPTIONS,
  ...(pages ? PAGE_OPTIONS : []),
  SKELETON,
];

const memberOptions = (member: string, shape: Shape, required: boolean): readonly OperationOption[] => {
  const flag = `--${kebabCase(member)}`;
  if (shape.type !== 'boolean') return [{ flag, member, required, takes: shape.type === 'list' ? 'values' : 'value' }];
  return [
    { flag, member, value: true, takes: 'nothing' },
    { flag: `--no-${kebabCase(member)}`, member, value: false, takes: 'nothing' },
  ];
};

const parseOperation = (
  service: CliService,
  command: string,
  operation: CliOperation,
  words: readonly string[],
  globals: Globals,
  readFile: ReadFile,
): ParsedCommandLine => {
  if (words.length === 1 && words[0] === 'help') return { kind: 'help', path: [service.name, command] };
  const options = optionsOf(operation);
  const parsed = parseOptions(options, words);
  if (!parsed.ok) return refused(parsed.failure);
  // With a ready-made input nothing is required on the command line.
  const wholeInput = words.includes('--cli-input-json') || words.includes('--cli-input-yaml');
  const missing = wholeInput ? [] : missingOptions(options, parsed);
  if (missing.length > 0) return refused(usageError(`the following arguments are required: ${missing.join(', ')}`));
  if (parsed.positional === 'help') return { kind: 'help', path: [service.name, command] };
  const unknown = parsed.positional === undefined ? parsed.rest : [...parsed.rest, parsed.positional];
  if (unknown.length > 0) return refused(unknownOptions(unknown));
  const notHere = ['--cli-input-yaml', '--generate-cli-skeleton'].find((flag) => parsed.values.has(flag));
  if (notHere !== undefined)
    return refused(
      parameterError(notHere, 'this notebook does not offer it; use the options of the command, or --cli-input-json.'),
    );

  const input = readInput(operation, options, parsed, readFile);
  if ('failure' in input) return refused(input.failure);
  const blobs = readBlobs(operation.input, input.value, globals.binaryFormat);
  if ('failure' in blobs) return refused(blobs.failure);
  const failure = checkParameters(operation.input, blobs.value);
  if (failure) return refused(failure);
  const paging = pagingOf(operation, parsed, globals);
  if (paging && 'failure' in paging) return refused(paging.failure);
  return {
    kind: 'call',
    service: service.name,
    operation: operation.name,
    input: toWire(operation.input, blobs.value) as Command['input'],
    globals,
    ...(paging && { paging }),
  };
};

const readInput = (
  operation: CliOperation,
  options: readonly OperationOption[],
  { values }: ParsedOptions,
  readFile: ReadFile,
): { readonly value: { readonly [member: string]: unknown } } | { readonly failure: Failure } => {
  const entries: [string, unknown][] = [];
  for (const { flag, member, value: switched } of options) {
    const given = values.get(flag);
    if (member === undefined || given === undefined) continue;
    if (given === true) {
      entries.push([member, switched]);
      continue;
    }
    const read = unpackValue(operation.input.members[member] as Shape, flag, given, readFile);
    if (!read.ok) return { failure: read.failure };
    entries.push([member, read.value]);
  }
  const typed = Object.fromEntries(entries);
  const json = values.get('--cli-input-json');
  if (typeof json !== 'string') return { value: typed };
  const loaded = loadFile('--cli-input-json', json, readFile);
  if (loaded && !loaded.ok) return { failure: loaded.failure };
  const text = loaded ? loaded.value : json;
  try {
    const whole: unknown = JSON.parse(text instanceof Uint8Array ? new TextDecoder().decode(text) : String(text));
    if (typeof whole === 'object' && whole !== null && !Array.isArray(whole))
      // What is on the command line wins, and comes first.
      return {
        value: {
          ...typed,
          ...Object.fromEntries(Object.entries(whole).filter(([name]) => !Object.hasOwn(typed, name))),
        },
      };
    return {
      failure: parameterError('--cli-input-json', `Invalid type: expecting map, received ${describeType(whole)}`),
    };
  } catch {
    return { failure: parameterError('cli-input-json', 'Invalid JSON received.') };
  }
};

const describeType = (value: unknown): string =>
  `<class '${Array.isArray(value) ? 'list' : value === null ? 'NoneType' : typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float'}'>`;

/** Asking for a page by hand (--limit, --marker) turns automatic paging off. */
const pagingOf = (
  { pages, input }: CliOperation,
  { values }: ParsedOptions,
  globals: Globals,
): Paging | { readonly failure: Failure } | undefined => {
  if (!pages || !globals.paginate) return undefined;
  const byHand = [pages.inputToken, pages.limitKey].filter(
    (name) => name in input.members && values.has(`--${kebabCase(name)}`),
  );
  const numbers: { maxItems?: number; pageSize?: number } = {};
  for (const [flag, name] of [
    ['--max-items', 'maxItems'],
    ['--page-size', 'pageSize'],
  ] as const) {
    const given = values.get(flag);
    if (typeof given !== 'string') continue;
    if (!/^\s*[+-]?\d+\s*$/.test(given))
      return { failure: plainError(`invalid literal for int() with base 10: '${given}'`, EXIT.other) };
    numbers[name] = Number(given);
  }
  if (byHand.length > 0) return undefined;
  const token = values.get('--starting-token');
  return { ...numbers, ...(typeof token === 'string' && { startingToken: token }) };
};

const refused = (failure: Failure): Refused => ({ kind: 'refused', ...failure });

const columnOf = (line: string, at: number): number => at - (line.lastIndexOf('\n', at - 1) + 1);
