/**
 * compileFilterPattern(text): a filter pattern, checked and turned into functions.
 *
 *     const compiled = compileFilterPattern('{ $.errorCode = "*Exception" }');
 *     if (compiled.ok) compiled.matches(record);          // an object, or the log line that spells it
 *     else errorText(compiled.error, 'en');               // from ../messages.ts
 *
 * Neither compiling nor matching throws or runs long, whatever the text and whatever the event.
 */
import { compileRegex } from '../regex/compileRegex.ts';
import type { Token } from './Cursor.ts';
import { textOf } from './comparison.ts';
import { eventObject, eventText } from './eventText.ts';
import type { Expression, FilterPattern, JsonCondition, Selector } from './FilterPattern.ts';
import type { FilterPatternError } from './FilterPatternError.ts';
import { jsonMatcher } from './jsonMatcher.ts';
import { parseFilterPattern } from './parseFilterPattern.ts';
import { selectorReader } from './selectorReader.ts';
import { spaceMatcher } from './spaceMatcher.ts';
import type { Explanation } from './Trace.ts';
import { textMatcher } from './textMatcher.ts';

export interface CompiledFilterPattern {
  readonly ok: true;
  readonly text: string;
  readonly pattern: FilterPattern;
  readonly tokens: readonly Token[];
  readonly matches: (event: unknown) => boolean;
  readonly explain: (event: unknown) => Explanation;
  /** What TestMetricFilter shows for an event that matches: `$.selector` or `$field` ↦ text. */
  readonly extract: (event: unknown) => Readonly<Record<string, string>>;
}

export type FilterPatternResult =
  | CompiledFilterPattern
  | {
      readonly ok: false;
      readonly text: string;
      readonly error: FilterPatternError;
      readonly tokens: readonly Token[];
    };

type Functions = Pick<CompiledFilterPattern, 'matches' | 'explain' | 'extract'>;

export const compileFilterPattern = (text: string): FilterPatternResult => {
  const parsed = parseFilterPattern(text);
  if (!parsed.ok) return { ok: false, text, error: parsed.error, tokens: parsed.tokens };
  const { pattern, tokens } = parsed;
  return { ok: true, text, pattern, tokens, ...functionsOf(pattern) };
};

const functionsOf = (pattern: FilterPattern): Functions => {
  switch (pattern.format) {
    case 'json':
      return jsonFunctions(pattern.root);
    case 'space': {
      const matcher = spaceMatcher(pattern.fields);
      return {
        matches: (event) => matcher.matches(eventText(event)),
        explain: (event) => {
          const trace = matcher.explain(eventText(event));
          const because = trace === undefined ? 'matchesEverything' : undefined;
          return { matched: trace?.matched ?? true, format: 'space', trace, because };
        },
        extract: (event) => matcher.extract(eventText(event)),
      };
    }
    case 'text': {
      const matcher = textMatcher(pattern.terms);
      return {
        matches: (event) => matcher.matches(eventText(event)),
        explain: (event) => {
          const trace = matcher.explain(eventText(event));
          const because = trace === undefined ? 'matchesEverything' : undefined;
          return { matched: trace?.matched ?? true, format: 'text', trace, because };
        },
        extract: () => ({}),
      };
    }
    case 'regex': {
      const search = compileRegex(pattern.value.program);
      const { from, to } = pattern.value;
      return {
        matches: (event) => search(eventText(event)),
        explain: (event) => {
          const matched = search(eventText(event));
          const reason = matched ? 'regexFound' : 'regexNotFound';
          const trace = { kind: 'condition', matched, reason, seen: [], hits: [], from, to } as const;
          return { matched, format: 'regex', trace, because: undefined };
        },
        extract: () => ({}),
      };
    }
  }
};

const jsonFunctions = (root: Expression<JsonCondition>): Functions => {
  const matcher = jsonMatcher(root);
  const selectors = selectorsOf(root).map((selector) => ({ text: selector.text, reader: selectorReader(selector) }));
  return {
    matches: (event) => {
      const object = eventObject(event);
      return object !== undefined && matcher.matches(object);
    },
    explain: (event) => {
      const object = eventObject(event);
      if (object === undefined) return { matched: false, format: 'json', trace: undefined, because: 'notJson' };
      const trace = matcher.explain(object);
      return { matched: trace.matched, format: 'json', trace, because: undefined };
    },
    extract: (event) => {
      const object = eventObject(event);
      if (object === undefined) return {};
      const entries = selectors.flatMap(({ text, reader }): [string, string][] => {
        const found = reader.many ? reader.read(object)[0] : reader.read(object);
        const spelt = found === null ? 'null' : textOf(found);
        return spelt === undefined ? [] : [[text, spelt]];
      });
      return Object.fromEntries(entries);
    },
  };
};

/** Every selector of a JSON pattern, in order of appearance, each once. */
export const selectorsOf = (node: Expression<JsonCondition>): readonly Selector[] => {
  if (node.kind !== 'and' && node.kind !== 'or') return [node.selector];
  const found = node.terms.flatMap(selectorsOf);
  return found.filter((selector, index) => found.findIndex((other) => other.text === selector.text) === index);
};
