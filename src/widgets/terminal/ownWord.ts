import { DAY, HOUR, MINUTE } from '../../kms/vocabulary.ts';

/** What a line asks of the notebook itself; the AWS CLI knows none of these words. */
export type OwnWord =
  | { readonly word: 'clock'; readonly clock: { readonly by: number } | 'next' }
  | { readonly word: 'clock'; readonly clock: undefined }
  | { readonly word: 'undo' }
  | { readonly word: 'clear' };

export const OWN_WORDS = ['clock', 'undo', 'clear'] as const;

const UNITS: Readonly<Record<string, number>> = { d: DAY, h: HOUR, m: MINUTE };

/** @returns undefined for a line that is for the command line; `clock: undefined` for a clock that is not understood */
export const ownWord = (line: string): OwnWord | undefined => {
  const [word, argument, ...rest] = line.trim().split(/\s+/);
  if (word === 'undo' || word === 'clear') return argument === undefined ? { word } : undefined;
  if (word !== 'clock') return undefined;
  if (argument === 'next' && rest.length === 0) return { word, clock: 'next' };
  const [, count, unit] = /^\+?(\d{1,5})([dhm])$/.exec(argument ?? '') ?? [];
  const by = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
  return { word, clock: by > 0 && rest.length === 0 ? { by } : undefined };
};
