/**
 * Compiles a space-delimited pattern: lays the fields of a line under the fields of the pattern, then tests them.
 *
 * Without `...` the last field takes the rest of the line (decisions.ts, rest-of-line); `[]` takes every line.
 */
import { fieldComparison } from './comparison.ts';
import type { Expression, FieldCondition, SpaceField } from './FilterPattern.ts';
import { type LineField, splitFields } from './splitFields.ts';
import type { Trace } from './Trace.ts';

export interface SpaceMatcher {
  readonly matches: (line: string) => boolean;
  readonly explain: (line: string) => Trace | undefined;
  /** `$name` or `$n` (counted from 1) ↦ text, for a line that matches. */
  readonly extract: (line: string) => Readonly<Record<string, string>>;
}

type Laid = readonly (string | undefined)[];

export const spaceMatcher = (fields: readonly SpaceField[]): SpaceMatcher => {
  const ellipsis = fields.findIndex((field) => field.kind === 'ellipsis');
  const conditions = fields.flatMap((field) => (field.condition === undefined ? [] : [fieldMatcher(field.condition)]));
  const required = ellipsis < 0 ? fields.length : fields.length - 1;

  /** The text under each field of the pattern; undefined if the line has too few. */
  const lay = (line: string, parts: readonly LineField[]): Laid | undefined => {
    if (parts.length < required) return undefined;
    if (ellipsis >= 0) {
      const spare = parts.length - required;
      return fields.map((_, index) =>
        index === ellipsis ? undefined : parts[index < ellipsis ? index : index - 1 + spare]?.text,
      );
    }
    return fields.map((_, index) => {
      const last = index === fields.length - 1 && parts.length > fields.length;
      return last ? line.slice(parts[index]?.from).trimEnd() : parts[index]?.text;
    });
  };

  return {
    matches: (line) => {
      const laid = lay(line, splitFields(line));
      return laid !== undefined && conditions.every((condition) => condition.matches(laid));
    },
    explain: (line) => {
      if (fields.length === 0) return undefined;
      const laid = lay(line, splitFields(line));
      const terms = fields
        .filter((field) => field.kind !== 'ellipsis')
        .map((field): Trace => {
          const text = laid?.[fields.indexOf(field)];
          const { from, to } = field;
          if (laid === undefined || text === undefined) {
            return { kind: 'condition', matched: false, reason: 'tooFewFields', seen: [], hits: [], from, to };
          }
          if (field.condition !== undefined) return fieldMatcher(field.condition).explain(laid);
          const seen = [{ kind: 'value', value: text } as const];
          return { kind: 'condition', matched: true, reason: 'fieldTaken', seen, hits: [0], from, to };
        });
      const from = fields[0]?.from ?? 0;
      return { kind: 'and', matched: terms.every((t) => t.matched), terms, from, to: fields.at(-1)?.to ?? from };
    },
    extract: (line) => {
      const parts = splitFields(line);
      const laid = lay(line, parts);
      if (laid === undefined) return {};
      const entries: [string, string][] = [];
      const spare = parts.length - required;
      const nameless = (position: number): string => `$${position + 1}`;
      if (fields.length === 0) return Object.fromEntries(parts.map(({ text }, i) => [nameless(i), text]));
      fields.forEach((field, index) => {
        if (index === ellipsis) {
          for (let i = index; i < index + spare; i += 1) entries.push([nameless(i), parts[i]?.text ?? '']);
          return;
        }
        const position = ellipsis >= 0 && index > ellipsis ? index - 1 + spare : index;
        entries.push([field.kind === 'named' ? `$${field.name}` : nameless(position), laid[index] ?? '']);
      });
      return Object.fromEntries(entries);
    },
  };
};

interface FieldMatcher {
  readonly matches: (laid: Laid) => boolean;
  readonly explain: (laid: Laid) => Trace;
}

const fieldMatcher = (node: Expression<FieldCondition>): FieldMatcher => {
  if (node.kind === 'and' || node.kind === 'or') {
    const { kind, from, to } = node;
    const terms = node.terms.map(fieldMatcher);
    return {
      matches: (laid) =>
        kind === 'and' ? terms.every((term) => term.matches(laid)) : terms.some((term) => term.matches(laid)),
      explain: (laid) => {
        const traces = terms.map((term) => term.explain(laid));
        const matched = kind === 'and' ? traces.every((t) => t.matched) : traces.some((t) => t.matched);
        return { kind, matched, terms: traces, from, to };
      },
    };
  }
  const { field, operator, value, from, to } = node;
  const test = fieldComparison(operator, value);
  return {
    matches: (laid) => test(laid[field] ?? ''),
    explain: (laid) => {
      const text = laid[field] ?? '';
      const matched = test(text);
      const ordering = operator !== '=' && operator !== '!=';
      const equal = matched === (operator === '=');
      const reason = ordering
        ? matched
          ? 'numberHolds'
          : Number.isNaN(Number(text)) || text === ''
            ? 'notANumber'
            : 'numberFails'
        : value.kind === 'regex'
          ? equal
            ? 'regexFound'
            : 'regexNotFound'
          : equal
            ? 'equal'
            : 'different';
      return {
        kind: 'condition',
        matched,
        reason,
        seen: [{ kind: 'value', value: text }],
        hits: matched ? [0] : [],
        from,
        to,
      };
    },
  };
};
