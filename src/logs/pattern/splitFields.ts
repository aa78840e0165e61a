/**
 * Splits a line into its space-delimited fields. What stands between `[` and `]` or between two `"` is one field,
 * without the marks.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 */
import { isBlank } from './Cursor.ts';

export interface LineField {
  readonly text: string;
  /** Where the field begins in the line, its mark included. */
  readonly from: number;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '"': '"' };

export const splitFields = (line: string): readonly LineField[] => {
  const fields: LineField[] = [];
  let at = 0;
  // A mark that is never closed is looked for once, not again at every field.
  const unclosed = new Set<string>();
  for (;;) {
    while (isBlank(line[at] ?? '')) at += 1;
    if (at >= line.length) return fields;
    const from = at;
    const closing = CLOSING[line[at] ?? ''];
    if (closing !== undefined && !unclosed.has(closing)) {
      const end = line.indexOf(closing, at + 1);
      if (end >= 0) {
        fields.push({ text: line.slice(at + 1, end), from });
        at = end + 1;
        continue;
      }
      unclosed.add(closing);
    }
    at += 1;
    while (at < line.length && !isBlank(line[at] ?? '')) at += 1;
    fields.push({ text: line.slice(from, at), from });
  }
};
