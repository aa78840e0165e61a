/**
 * The pages of `help`, made from the API model: what a command takes and where AWS documents it.
 * The layout follows the CLI's manual pages; the words are the notebook's own.
 */
import type { Shape } from '../../kms/model/index.ts';
import { GLOBAL_FLAGS, type OperationOption, optionsOf } from './parse-command-line.ts';
import type { CliOperation, CliService } from './service.ts';
import { SERVICES } from './services.ts';

/** @param path nothing, a service, or a service and a command */
export const helpText = (path: readonly string[]): string => {
  const [serviceName, command] = path;
  const service = serviceName === undefined ? undefined : SERVICES[serviceName];
  if (service === undefined) return topPage();
  const operation = command === undefined ? undefined : service.operations[command];
  return operation === undefined || command === undefined
    ? servicePage(service)
    : operationPage(service, command, operation);
};

const page = (sections: readonly (readonly [heading: string, lines: readonly string[]])[]): string =>
  sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => [heading, ...lines.map((line) => (line === '' ? '' : `       ${line}`))].join('\n'))
    .join('\n\n')
    .concat('\n');

const topPage = (): string =>
  page([
    ['NAME', ['aws -']],
    ['SYNOPSIS', ['aws [options] <command> <subcommand> [parameters]']],
    ['GLOBAL OPTIONS', GLOBAL_FLAGS],
    ['AVAILABLE SERVICES', Object.keys(SERVICES).map((name) => `o ${name}`)],
  ]);

const servicePage = (service: CliService): string =>
  page([
    ['NAME', [`${service.name} -`]],
    ['SYNOPSIS', [`aws ${service.name} <subcommand> [parameters]`]],
    ['AVAILABLE COMMANDS', [...Object.keys(service.operations), 'help'].map((name) => `o ${name}`)],
  ]);

const operationPage = (service: CliService, command: string, operation: CliOperation): string => {
  const options = optionsOf(operation);
  return page([
    ['NAME', [`${command} -`]],
    ['API', [operation.name, ...reference(service, operation)]],
    ['SYNOPSIS', [`aws ${service.name} ${command}`, ...options.map(synopsis)]],
    ['OPTIONS', options.flatMap((option) => describe(operation, option))],
    ['OUTPUT', operation.output ?? []],
    ['GLOBAL OPTIONS', GLOBAL_FLAGS],
  ]);
};

const REFERENCES: { readonly [service: string]: string } = {
  kms: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_',
  sts: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_',
  cloudtrail: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_',
  logs: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_',
};

const reference = ({ name }: CliService, operation: CliOperation): readonly string[] => {
  const base = REFERENCES[name];
  return base === undefined ? [] : [`${base}${operation.name}.html`];
};

const synopsis = ({ flag, takes, required }: OperationOption): string => {
  const text = takes === 'nothing' ? flag : `${flag} <value>`;
  return required ? text : `[${text}]`;
};

const describe = ({ input }: CliOperation, { flag, member, required }: OperationOption): readonly string[] => {
  const shape = member === undefined ? undefined : input.members[member];
  if (shape === undefined) return [flag, ''];
  return [
    `${flag} (${shape.type})${required ? ' [required]' : ''}`,
    ...limits(shape).map((line) => `   ${line}`),
    ...shorthand(shape).map((line) => `   ${line}`),
    '',
  ];
};

const limits = (shape: Shape): readonly string[] => {
  const lines: string[] = [];
  if ('min' in shape || 'max' in shape) {
    const { min, max } = shape as { min?: number; max?: number };
    const unit =
      shape.type === 'integer'
        ? 'value'
        : shape.type === 'blob'
          ? 'bytes'
          : shape.type === 'list'
            ? 'items'
            : 'characters';
    lines.push(`${unit}: ${min ?? 0} to ${max ?? 'any'}`);
  }
  const element = shape.type === 'list' ? shape.of : shape;
  if (element.type === 'string' && element.enum) lines.push('values:', ...element.enum.map((value) => `  o ${value}`));
  if (element.type === 'string' && element.pattern) lines.push(`pattern: ${element.pattern}`);
  return lines;
};

/** How the shorthand of a list of records, a map or a record looks. */
const shorthand = (shape: Shape): readonly string[] => {
  const element = shape.type === 'list' ? shape.of : shape;
  if (element.type === 'map') return ['Shorthand: KeyName1=string,KeyName2=string'];
  if (element.type !== 'structure') return [];
  const members = Object.entries(element.members).map(([name, member]) => `${name}=${sample(member)}`);
  return [`Shorthand: ${members.join(',')}${shape.type === 'list' ? ' ...' : ''}`];
};

const sample = (shape: Shape): string => (shape.type === 'map' ? '{KeyName1=string,KeyName2=string}' : shape.type);
