export interface Line {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Two texts line by line: the longest common lines stay, the others are removed or added. For texts of some hundred lines. */
export const lineDifference = (before: string, after: string): readonly Line[] => {
  const from = before === '' ? [] : before.split('\n');
  const to = after === '' ? [] : after.split('\n');
  // longest[i][j]: how many lines from[i…] and to[j…] have in common, in order.
  const longest = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      (longest[i] as number[])[j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      lines.push({ change: 'same', text: from[i] as string });
      i++;
      j++;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ change: 'removed', text: from[i++] as string });
    } else {
      lines.push({ change: 'added', text: to[j++] as string });
    }
  }
  return lines;
};
