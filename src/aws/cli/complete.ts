/** What could stand at the cursor: commands, options not yet given, values from the API model, the reader's own keys and aliases. */
import type { Shape } from '../../kms/model/index.ts';
import { GLOBAL_FLAGS, type OperationOption, OUTPUT_FORMATS, optionsOf } from './parse-command-line.ts';
import type { CliOperation } from './service.ts';
import { SERVICES } from './services.ts';
import { tokenize, type Word } from './tokenize.ts';

export interface Surroundings {
  readonly keyIds?: readonly string[];
  /** With their prefix: `alias/payroll`. */
  readonly aliases?: readonly string[];
  readonly grantIds?: readonly string[];
  readonly customKeyStoreIds?: readonly string[];
  readonly regions?: readonly string[];
  readonly profiles?: readonly string[];
  /** Names of files that were given to the page. */
  readonly files?: readonly string[];
}

export interface Suggestion {
  readonly text: string;
  readonly kind: 'command' | 'option' | 'value';
}

export interface Completion {
  /** The part of the line that a suggestion replaces: [from, to). */
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

export const complete = (line: string, cursor: number, surroundings: Surroundings = {}): Completion => {
  const before = line.slice(0, cursor);
  const tokens = tokenize(before);
  // Inside an open quote there is nothing to suggest that would not need quoting itself.
  if (!tokens.ok) return { from: cursor, to: cursor, suggestions: [] };
  const last = tokens.words.at(-1);
  const typing = last !== undefined && last.end === before.length;
  const done = typing ? tokens.words.slice(0, -1) : tokens.words;
  const prefix = typing ? last.text : '';
  const from = typing ? last.start : cursor;
  const suggestions = candidates(done, prefix, surroundings).filter(
    ({ text }) => text.startsWith(prefix) && text !== prefix,
  );
  return { from, to: cursor, suggestions };
};

const candidates = (done: readonly Word[], prefix: string, surroundings: Surroundings): readonly Suggestion[] => {
  const words = done.map(({ text }) => text);
  if (words.length === 0) return commands(['aws']);
  if (words[0] !== 'aws') return [];
  const { positional, pending } = readSoFar(words.slice(1));
  const service = SERVICES[positional[0] ?? ''];
  const operation = service?.operations[positional[1] ?? ''];
  if (pending !== undefined) {
    const offered = valuesFor(pending, operation, surroundings);
    if (offered.length > 0 || !takesMany(pending, operation)) return values(offered);
  }
  if (prefix.startsWith('-'))
    return options([...(operation ? unusedFlags(operation, words) : []), ...unusedGlobals(words)]);
  if (positional.length === 0) return commands([...Object.keys(SERVICES), 'help']);
  if (service === undefined) return [];
  if (operation === undefined)
    return positional.length === 1 ? commands([...Object.keys(service.operations), 'help']) : [];
  return options(unusedFlags(operation, words));
};

const commands = (texts: readonly string[]) => texts.map((text): Suggestion => ({ text, kind: 'command' }));
const options = (texts: readonly string[]) => texts.map((text): Suggestion => ({ text, kind: 'option' }));
const values = (texts: readonly string[]) => texts.map((text): Suggestion => ({ text, kind: 'value' }));

const VALUELESS_GLOBALS = new Set([
  '--debug',
  '--no-verify-ssl',
  '--no-paginate',
  '--version',
  '--no-sign-request',
  '--no-cli-pager',
  '--cli-auto-prompt',
  '--no-cli-auto-prompt',
]);

/** The words that are commands, and the option that waits for its value, if one does. */
const readSoFar = (
  words: readonly string[],
): { readonly positional: readonly string[]; readonly pending: string | undefined } => {
  const positional: string[] = [];
  let pending: string | undefined;
  for (const word of words) {
    const operation = SERVICES[positional[0] ?? '']?.operations[positional[1] ?? ''];
    if (word.startsWith('--')) pending = takesNothing(word, operation) || word.includes('=') ? undefined : word;
    else if (pending === undefined) positional.push(word);
    else if (!takesMany(pending, operation)) pending = undefined;
  }
  return { positional, pending };
};

const optionNamed = (flag: string, operation: CliOperation | undefined): OperationOption | undefined =>
  operation && optionsOf(operation).find((option) => option.flag === flag);

const takesNothing = (flag: string, operation: CliOperation | undefined): boolean =>
  VALUELESS_GLOBALS.has(flag) || optionNamed(flag, operation)?.takes === 'nothing';

const takesMany = (flag: string, operation: CliOperation | undefined): boolean =>
  optionNamed(flag, operation)?.takes === 'values';

const unusedFlags = (operation: CliOperation, words: readonly string[]): readonly string[] => {
  const unused = optionsOf(operation).filter(({ flag }) => !words.includes(flag));
  return [...unused.filter(({ required }) => required), ...unused.filter(({ required }) => !required)].map(
    ({ flag }) => flag,
  );
};

const unusedGlobals = (words: readonly string[]): readonly string[] =>
  GLOBAL_FLAGS.filter((flag) => !words.includes(flag));

const GLOBAL_VALUES: { readonly [flag: string]: (surroundings: Surroundings) => readonly string[] } = {
  '--output': () => OUTPUT_FORMATS,
  '--color': () => ['on', 'off', 'auto'],
  '--cli-binary-format': () => ['base64', 'raw-in-base64-out'],
  '--region': ({ regions = [] }) => regions,
  '--profile': ({ profiles = [] }) => profiles,
};

const valuesFor = (
  flag: string,
  operation: CliOperation | undefined,
  surroundings: Surroundings,
): readonly string[] => {
  const ofGlobal = GLOBAL_VALUES[flag];
  if (ofGlobal) return ofGlobal(surroundings);
  const member = optionNamed(flag, operation)?.member;
  const shape = member === undefined ? undefined : operation?.input.members[member];
  if (member === undefined || shape === undefined) return [];
  return [...namesFor(member, surroundings), ...enumOf(shape), ...filesFor(shape, surroundings)];
};

const namesFor = (
  member: string,
  { keyIds = [], aliases = [], grantIds = [], customKeyStoreIds = [], regions = [] }: Surroundings,
): readonly string[] => {
  switch (member) {
    case 'KeyId':
    case 'SourceKeyId':
    case 'DestinationKeyId':
      return [...aliases, ...keyIds];
    case 'TargetKeyId':
      return keyIds;
    case 'AliasName':
      return aliases;
    case 'GrantId':
      return grantIds;
    case 'CustomKeyStoreId':
      return customKeyStoreIds;
    case 'ReplicaRegion':
    case 'PrimaryRegion':
      return regions;
    default:
      return [];
  }
};

const enumOf = (shape: Shape): readonly string[] => {
  const element = shape.type === 'list' ? shape.of : shape;
  return element.type === 'string' ? (element.enum ?? []) : [];
};

const filesFor = (shape: Shape, { files = [] }: Surroundings): readonly string[] => {
  if (shape.type === 'blob') return files.map((name) => `fileb://${name}`);
  return shape.type === 'string' && (shape.max ?? 0) > 4096 ? files.map((name) => `file://${name}`) : [];
};
