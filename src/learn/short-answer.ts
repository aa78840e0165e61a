import type { Text } from './content-schema/text.ts';

export interface ShortQuestion {
  readonly accept: readonly string[];
  readonly near: readonly { readonly text: string; readonly why: Text; readonly mis?: string | undefined }[];
}

export interface ShortVerdict {
  readonly verdict: 'right' | 'near' | 'wrong';
  /** Of an answer that the author foresaw. */
  readonly why?: Text;
  readonly mis?: string | undefined;
}

/**
 * Judges a typed answer. Width, case, spaces, thousands separators and a leading `kms:` do not matter; what differs from
 * a right answer by a slip of the fingers is nearly right.
 */
export const judgeShort = ({ accept, near }: ShortQuestion, typed: string): ShortVerdict => {
  const given = normalized(typed);
  if (accept.some((text) => normalized(text) === given)) return { verdict: 'right' };
  const foreseen = near.find(({ text }) => normalized(text) === given);
  if (foreseen) return { verdict: 'near', why: foreseen.why, mis: foreseen.mis };
  return { verdict: accept.some((text) => isSlip(normalized(text), given)) ? 'near' : 'wrong' };
};

/** As typed on any keyboard, full width or half. */
export const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^kms:/, '')
    .replace(/[\s'"`]+/g, '')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/[。.]+$/, '');

/** Numbers are right or wrong; words of some length may have one letter astray in each six. */
const isSlip = (wanted: string, given: string): boolean => {
  if (/^\d/.test(wanted) || wanted.length < 5) return false;
  return distance(wanted, given) <= Math.floor(wanted.length / 6) + 1 && given.length > 0;
};

/** Levenshtein distance. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1)
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (other.charAt(j) === letter ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};
