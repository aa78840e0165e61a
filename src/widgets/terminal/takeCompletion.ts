import type { Completion } from '../../aws/cli/index.ts';

/** What Tab makes of a line: a lone candidate is taken with a blank after it, several as far as they agree. */
export const takeCompletion = (
  line: string,
  { from, to, suggestions }: Completion,
): { readonly line: string; readonly cursor: number; readonly open: readonly string[] } => {
  const texts = suggestions.map(({ text }) => text);
  const [only] = texts;
  if (only === undefined) return { line, cursor: to, open: [] };
  const tail = line.slice(to);
  const taken = texts.length > 1 ? commonPrefix(texts) : only + (tail.startsWith(' ') ? '' : ' ');
  const typed = line.slice(from, to);
  const put = taken.length > typed.length ? taken : typed;
  return { line: line.slice(0, from) + put + tail, cursor: from + put.length, open: texts.length > 1 ? texts : [] };
};

const commonPrefix = (texts: readonly string[]): string =>
  texts.reduce((prefix, text) => {
    let length = 0;
    while (length < prefix.length && prefix[length] === text[length]) length += 1;
    return prefix.slice(0, length);
  });
