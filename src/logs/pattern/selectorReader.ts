/**
 * Compiles a selector into a reader: event ↦ what the selector finds in it.
 *
 * Without a wildcard that is one thing; with one, a list with an entry for every element (ABSENT where the rest of the
 * path leads nowhere), and one ABSENT if there is no element at all.
 */
import type { Selector, SelectorStep } from './FilterPattern.ts';

export const ABSENT: unique symbol = Symbol('absent');
export type Found = unknown | typeof ABSENT;

const stepInto = (value: unknown, step: SelectorStep): Found => {
  if (typeof value !== 'object' || value === null) return ABSENT;
  if (step.kind === 'name') {
    return !Array.isArray(value) && Object.hasOwn(value, step.name)
      ? (value as Readonly<Record<string, unknown>>)[step.name]
      : ABSENT;
  }
  if (step.kind === 'index') return Array.isArray(value) && step.index < value.length ? value[step.index] : ABSENT;
  throw new Error(`"${step.kind}" is no single step`);
};

const walk = (value: unknown, steps: readonly SelectorStep[]): Found => {
  let found: Found = value;
  for (const step of steps) {
    found = stepInto(found, step);
    if (found === ABSENT) return ABSENT;
  }
  return found;
};

const isWildcard = (step: SelectorStep): boolean => step.kind === 'anyField' || step.kind === 'anyElement';

export type SelectorReader =
  | { readonly many: false; readonly read: (event: unknown) => Found }
  | { readonly many: true; readonly read: (event: unknown) => readonly Found[] };

export const selectorReader = ({ steps }: Selector): SelectorReader => {
  const at = steps.findIndex(isWildcard);
  if (at < 0) return { many: false, read: (event) => walk(event, steps) };
  const [before, wildcard, after] = [steps.slice(0, at), steps[at], steps.slice(at + 1)];
  return {
    many: true,
    read: (event) => {
      const parent = walk(event, before);
      const found: Found[] = [];
      if (Array.isArray(parent)) {
        if (wildcard?.kind === 'anyElement') for (const element of parent) found.push(walk(element, after));
      } else if (typeof parent === 'object' && parent !== null && wildcard?.kind === 'anyField') {
        for (const field of Object.values(parent)) found.push(walk(field, after));
      }
      return found.length === 0 ? [ABSENT] : found;
    },
  };
};
