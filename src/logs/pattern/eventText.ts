/** An event arrives as the log's text or as the object that the text spells; each pattern asks for the form it needs. */

/** @returns undefined when the text is no JSON object or array */
export const eventObject = (event: unknown): object | undefined => {
  if (typeof event === 'object') return event ?? undefined;
  if (typeof event !== 'string') return undefined;
  // Most log lines are no JSON: spare them the parser's exception.
  const first = /^\s*[{[]/.test(event);
  if (!first) return undefined;
  try {
    return JSON.parse(event) as object;
  } catch {
    return undefined;
  }
};

export const eventText = (event: unknown): string => {
  if (typeof event === 'string') return event;
  try {
    return JSON.stringify(event) ?? '';
  } catch {
    return '';
  }
};
