/**
 * completeFilterPattern(text, cursor, events): what could be written at the cursor, best first, and which stretch of the
 * text it would replace. Fields and values are those that the log really has.
 *
 * What the parser reads up to the cursor tells the place: the last token if the cursor touches it, else what the parser
 * found missing at the end.
 */
import { isBlank, type Token, type TokenKind } from './Cursor.ts';
import { eventObject } from './eventText.ts';
import type { Selector } from './FilterPattern.ts';
import { parseFilterPattern } from './parseFilterPattern.ts';
import { isNameCharacter } from './parseSelector.ts';
import { ABSENT, selectorReader } from './selectorReader.ts';

export type SuggestionKind = 'template' | 'field' | 'operator' | 'value' | 'logical' | 'closing';

export interface Suggestion {
  readonly kind: SuggestionKind;
  /** The text to put in place of [from, to). */
  readonly insert: string;
  /** In how many of the events this occurs; 0 for words of the language. */
  readonly count: number;
}

export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

/** Enough to know a log by, few enough to look through at every key stroke. */
const EVENTS_READ = 200;
const DEPTH_READ = 6;
const SUGGESTIONS = 50;

const TEMPLATES: readonly string[] = [
  '{ $.eventName = "" }',
  '{ $.errorCode = "*Exception" }',
  '{ $.errorCode = * }',
  '{ $.errorCode NOT EXISTS }',
];
const OPERATORS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', 'IS NULL', 'IS TRUE', 'IS FALSE', 'NOT EXISTS'];

export const completeFilterPattern = (text: string, cursor: number, events: readonly unknown[]): Completion => {
  const at = Math.max(0, Math.min(cursor, text.length));
  const before = text.slice(0, at);
  const nothing: Completion = { from: at, to: at, suggestions: [] };
  if (before === '') {
    return text === '' ? { from: 0, to: 0, suggestions: words('template', TEMPLATES) } : nothing;
  }
  if (!before.startsWith('{')) return nothing;

  const parsed = parseFilterPattern(before);
  const { tokens } = parsed;
  const last = tokens.at(-1);
  if (last === undefined) return nothing;
  const touching = last.to === at;
  const stem = touching ? before.slice(last.from) : '';

  const offer = (from: number, suggestions: readonly Suggestion[], mayGrow: (char: string) => boolean): Completion => {
    let to = at;
    while (to < text.length && mayGrow(text[to] ?? '')) to += 1;
    return { from, to, suggestions: suggestions.slice(0, SUGGESTIONS) };
  };

  if (touching && last.kind === 'selector') {
    return offer(
      last.from,
      startingWith(fieldsOf(events), stem),
      (char) => isNameCharacter(char) || ".[]*'".includes(char),
    );
  }
  if (touching && (last.kind === 'text' || last.kind === 'number')) {
    const values = valuesOf(events, selectorBefore(before, tokens));
    const wanted = stem.replace(/^"/, '').replace(/"$/, '');
    const fitting = values.filter((value) => value.insert.replace(/^"/, '').startsWith(wanted));
    return offer(last.from, fitting, (char) =>
      stem.startsWith('"')
        ? char !== '' && text.indexOf('"', at) >= 0 && !/["{}()&|]/.test(char)
        : isNameCharacter(char),
    );
  }
  if (touching && last.kind === 'keyword') {
    const previous = tokens.at(-2);
    const from = previous?.kind === 'keyword' ? previous.from : last.from;
    const written = before.slice(from).replace(/\s+/g, ' ');
    return offer(from, startingWith(words('operator', OPERATORS), written), (char) => /[A-Z]/.test(char));
  }
  if (parsed.ok) return nothing;

  switch (parsed.error.code) {
    case 'ConditionExpected':
      return offer(at, fieldsOf(events), () => false);
    case 'SelectorNeedsDollar': {
      const from = parsed.error.offset;
      const name = before.slice(from);
      const fields = fieldsOf(events).filter((field) => field.insert.slice(2).startsWith(name));
      return offer(from, fields, isNameCharacter);
    }
    case 'OperatorExpected':
      return offer(at, words('operator', OPERATORS), () => false);
    case 'ValueExpected':
      return offer(at, valuesOf(events, selectorBefore(before, tokens)), () => false);
    case 'IsWordExpected':
      return offer(
        last.from,
        words(
          'operator',
          OPERATORS.filter((word) => word.startsWith('IS')),
        ),
        () => false,
      );
    case 'NotWithoutExists':
      return offer(last.from, words('operator', ['NOT EXISTS']), () => false);
    case 'ClosingBraceMissing':
    case 'ClosingParenthesisMissing': {
      const closing = parsed.error.code === 'ClosingBraceMissing' ? '}' : ')';
      // Without a blank before it the next word would join the one that was just written.
      const gap = isBlank(before.at(-1) ?? '') || before.endsWith(')') ? '' : ' ';
      const suggestions = [...words('logical', [`${gap}&& `, `${gap}|| `]), ...words('closing', [`${gap}${closing}`])];
      return offer(at, suggestions, () => false);
    }
    default:
      return nothing;
  }
};

const words = (kind: SuggestionKind, inserts: readonly string[]): readonly Suggestion[] =>
  inserts.map((insert) => ({ kind, insert, count: 0 }));

const startingWith = (suggestions: readonly Suggestion[], stem: string): readonly Suggestion[] =>
  suggestions.filter(({ insert }) => insert.startsWith(stem) && insert !== stem);

/** The selector of the condition that is being written. */
const selectorBefore = (text: string, tokens: readonly Token[]): Selector | undefined => {
  const token = tokens.findLast(({ kind }: { kind: TokenKind }) => kind === 'selector');
  if (token === undefined) return undefined;
  const parsed = parseFilterPattern(`{${text.slice(token.from, token.to)}=*}`);
  if (!parsed.ok || parsed.pattern.format !== 'json') return undefined;
  const { root } = parsed.pattern;
  return root.kind === 'compare' ? root.selector : undefined;
};

const byUse = (counts: ReadonlyMap<string, number>, depth: (text: string) => number): [string, number][] =>
  [...counts].sort(([a, m], [b, n]) => depth(a) - depth(b) || n - m || (a < b ? -1 : 1));

/** Every path to a single value in the events, shallow ones first, then the most frequent. */
const fieldsOf = (events: readonly unknown[]): readonly Suggestion[] => {
  const counts = new Map<string, number>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value !== 'object' || value === null) {
      counts.set(path, (counts.get(path) ?? 0) + 1);
      return;
    }
    if (depth >= DEPTH_READ) return;
    if (Array.isArray(value)) {
      for (const index of value.slice(0, 1).keys()) visit(value[index], `${path}[${index}]`, depth + 1);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      // A name with a quotation mark cannot be written in a selector at all.
      if (name === '' || name.includes("'")) continue;
      visit(inner, /^[A-Za-z0-9_-]+$/.test(name) ? `${path}.${name}` : `${path}.['${name}']`, depth + 1);
    }
  };
  for (const event of events.slice(0, EVENTS_READ)) {
    const object = eventObject(event);
    if (object !== undefined) visit(object, '$', 0);
  }
  return byUse(counts, (path) => path.split(/[.[]/).length).map(([insert, count]) => ({
    kind: 'field',
    insert,
    count,
  }));
};

/** What the field holds in the events, the most frequent first, spelt as a pattern spells it. */
const valuesOf = (events: readonly unknown[], selector: Selector | undefined): readonly Suggestion[] => {
  if (selector === undefined) return [];
  const reader = selectorReader(selector);
  const counts = new Map<string, number>();
  for (const event of events.slice(0, EVENTS_READ)) {
    const object = eventObject(event);
    if (object === undefined) continue;
    for (const found of reader.many ? reader.read(object) : [reader.read(object)]) {
      if (found === ABSENT) continue;
      const spelt = typeof found === 'string' ? quoted(found) : typeof found === 'number' ? String(found) : undefined;
      if (spelt !== undefined) counts.set(spelt, (counts.get(spelt) ?? 0) + 1);
    }
  }
  return byUse(counts, () => 0).map(([insert, count]) => ({ kind: 'value', insert, count }));
};

const quoted = (text: string): string => `"${text.replace(/(["\\])/g, '\\$1')}"`;
