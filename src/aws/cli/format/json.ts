/** `--output json`: four spaces, and nothing at all for an empty answer. */
export const formatJson = (answer: unknown): string =>
  isEmpty(answer) ? '' : `${JSON.stringify(answer ?? null, undefined, 4)}\n`;

export const isEmpty = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) && Object.keys(answer).length === 0;
