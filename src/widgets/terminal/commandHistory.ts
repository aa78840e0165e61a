/** The lines that were run, newest last, and the place to which the arrow keys have led. Immutable. */
export interface CommandHistory {
  readonly lines: readonly string[];
  /** `lines.length` is the line that is being written. */
  readonly at: number;
  /** What was being written when the reader went up. */
  readonly draft: string;
}

export const NO_HISTORY: CommandHistory = { lines: [], at: 0, draft: '' };

const MAX_LINES = 200;

/** After a line was run. The same line twice in a row is kept once. */
export const remember = ({ lines }: CommandHistory, line: string): CommandHistory => {
  const kept = lines.at(-1) === line ? lines : [...lines, line].slice(-MAX_LINES);
  return { lines: kept, at: kept.length, draft: '' };
};

/** @returns the history where the arrow led, and the line to show there */
export const recall = (
  { lines, at, draft }: CommandHistory,
  by: -1 | 1,
  written: string,
): { readonly history: CommandHistory; readonly line: string } => {
  const to = Math.min(lines.length, Math.max(0, at + by));
  const kept = at === lines.length ? written : draft;
  return { history: { lines, at: to, draft: kept }, line: lines[to] ?? kept };
};
