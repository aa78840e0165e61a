/** Orders texts by their code points, as Python sorts them: capitals before small letters. */
export const byCodePoint = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (const [index, char] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (char !== other) return (char.codePointAt(0) as number) - (other.codePointAt(0) as number);
  }
  return left.length - right.length;
};
