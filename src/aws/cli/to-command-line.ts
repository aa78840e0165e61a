/**
 * A request as the AWS CLI command that makes it: what `parse-command-line` reads back to the same request.
 *
 * It looks at values only, not at the API model, so that a page can show commands without loading the command line:
 * blobs are base64 text and dates epoch seconds, both of which the CLI takes as they are.
 */
import { kebabCase } from './kebab-case.ts';

export interface CommandSettings {
  readonly region?: string;
  readonly profile?: string;
  /** `kms` when left out. */
  readonly service?: string;
}

export const toCommandLine = (
  operation: string,
  input: { readonly [member: string]: unknown },
  settings: CommandSettings = {},
): string => {
  const options = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const spoken = options.map(([member, value]) => optionWords(kebabCase(member), value));
  const parameters = spoken.includes(undefined)
    ? ['--cli-input-json', shellQuote(JSON.stringify(Object.fromEntries(options)))]
    : (spoken as readonly (readonly string[])[]).flat();
  const globals = [
    ...(settings.region === undefined ? [] : ['--region', shellQuote(settings.region)]),
    ...(settings.profile === undefined ? [] : ['--profile', shellQuote(settings.profile)]),
  ];
  return ['aws', settings.service ?? 'kms', kebabCase(operation), ...parameters, ...globals].join(' ');
};

/** @returns undefined for a value that only --cli-input-json can carry */
const optionWords = (name: string, value: unknown): readonly string[] | undefined => {
  const flag = `--${name}`;
  if (typeof value === 'boolean') return [value ? flag : `--no-${name}`];
  if (typeof value === 'number') return value < 0 ? [`${flag}=${value}`] : [flag, String(value)];
  if (typeof value === 'string') {
    // The CLI would read a file.
    if (/^fileb?:\/\//.test(value)) return undefined;
    return value.startsWith('-') ? [shellQuote(`${flag}=${value}`)] : [flag, shellQuote(value)];
  }
  if (Array.isArray(value)) return [flag, ...listWords(value)];
  return [flag, shorthandOf(value as object) ?? shellQuote(JSON.stringify(value))];
};

const listWords = (items: readonly unknown[]): readonly string[] => {
  const words = items.map((item) =>
    typeof item === 'string' ? (isPlainItem(item) ? shellQuote(item) : undefined) : shorthandOf(item as object),
  );
  return words.includes(undefined) ? [shellQuote(JSON.stringify(items))] : (words as readonly string[]);
};

/** What could be taken for an option, a file or JSON is not plain. */
const isPlainItem = (text: string): boolean => !/^\s*(-|\[|\{|fileb?:\/\/)/.test(text);

/** `TagKey=a,TagValue=b`, where every key and value is plain enough for it. */
const shorthandOf = (record: object): string | undefined => {
  const entries = Object.entries(record);
  const simple = entries.every(
    ([key, value]) =>
      /^[A-Za-z0-9_.:/#-]+$/.test(key) && typeof value === 'string' && /^[A-Za-z0-9_.:/@+-]+$/.test(value),
  );
  if (!simple || entries.length === 0) return undefined;
  const text = entries.map(([key, value]) => `${key}=${value}`).join(',');
  return text.startsWith('-') ? undefined : shellQuote(text);
};

const shellQuote = (text: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
