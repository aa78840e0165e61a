/**
 * Options and positional words of one level of the command line, taken apart as Python's argparse does it for the AWS CLI:
 * options may be abbreviated while they stay unambiguous, `--name=value` is `--name value`, unknown words are kept for the next level.
 * Source: https://docs.python.org/3/library/argparse.html
 */
import { type Failure, usageError } from './usage.ts';

export interface Option {
  /** With its dashes. */
  readonly flag: string;
  /** How many words follow: one, none, or any number. */
  readonly takes: 'value' | 'nothing' | 'values';
  readonly required?: boolean;
}

export interface ParsedOptions {
  readonly ok: true;
  /** The last value given for each flag; `true` for flags that take nothing. */
  readonly values: ReadonlyMap<string, string | readonly string[] | true>;
  /** The positional word of this level, if there was one. */
  readonly positional: string | undefined;
  /** What this level did not understand, in order. */
  readonly rest: readonly string[];
}

interface Found {
  readonly option: Option | undefined;
  readonly explicit: string | undefined;
}

export const parseOptions = (
  options: readonly Option[],
  words: readonly string[],
): ParsedOptions | { ok: false; failure: Failure } => {
  const values = new Map<string, string | readonly string[] | true>();
  const rest: string[] = [];
  let positional: string | undefined;
  const dashes = words.indexOf('--');
  const kinds: (Found | undefined)[] = [];
  for (const [index, word] of words.entries()) {
    const found = dashes >= 0 && index >= dashes ? undefined : findOption(options, word);
    if (found && 'stderr' in found) return { ok: false, failure: found };
    kinds.push(found);
  }
  const isValue = (index: number) => index < words.length && kinds[index] === undefined && index !== dashes;

  let at = 0;
  while (at < words.length) {
    const found = kinds[at];
    const word = words[at] as string;
    at += 1;
    if (found === undefined) {
      if (at - 1 === dashes) continue;
      if (positional === undefined) positional = word;
      else rest.push(word);
      continue;
    }
    const { option, explicit } = found;
    if (option === undefined) {
      rest.push(word);
      continue;
    }
    if (option.takes === 'nothing') {
      if (explicit !== undefined) return fail(`argument ${option.flag}: ignored explicit argument '${explicit}'`);
      values.set(option.flag, true);
    } else if (option.takes === 'value') {
      if (explicit === undefined && !isValue(at)) return fail(`argument ${option.flag}: expected one argument`);
      values.set(option.flag, explicit ?? (words[at++] as string));
    } else {
      const list = explicit === undefined ? [] : [explicit];
      while (explicit === undefined && isValue(at)) list.push(words[at++] as string);
      values.set(option.flag, list);
    }
  }
  return { ok: true, values, positional, rest };
};

/** @returns the required options of the list that were not given */
export const missingOptions = (options: readonly Option[], { values }: ParsedOptions): readonly string[] =>
  options.filter(({ flag, required }) => required && !values.has(flag)).map(({ flag }) => flag);

const fail = (message: string) => ({ ok: false as const, failure: usageError(message) });

const findOption = (options: readonly Option[], word: string): Found | Failure | undefined => {
  if (!word.startsWith('-') || word === '-') return undefined;
  const exact = options.find(({ flag }) => flag === word);
  if (exact) return { option: exact, explicit: undefined };
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const explicit = equals < 0 ? undefined : word.slice(equals + 1);
  const named = options.find(({ flag }) => flag === name);
  if (named) return { option: named, explicit };
  if (name.startsWith('--')) {
    const begun = options.filter(({ flag }) => flag.startsWith(name));
    if (begun.length > 1)
      return usageError(`ambiguous option: ${word} could match ${begun.map(({ flag }) => flag).join(', ')}`);
    if (begun.length === 1) return { option: begun[0], explicit };
  }
  // Negative numbers and texts with a space that happen to start with a dash are values.
  if (/^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ')) return undefined;
  return { option: undefined, explicit: undefined };
};
