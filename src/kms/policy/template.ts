/**
 * A value of a policy with its variables: `${aws:PrincipalTag/team, 'none'}`, and the escapes `${*}`, `${?}`, `${$}`.
 * Only Version 2012-10-17 knows variables; in 2008-10-17, and without Version, the same characters are ordinary text.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
import { type Pattern, patternOf } from './wildcard.ts';

type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'escaped'; readonly text: string }
  | { readonly type: 'variable'; readonly key: string; readonly fallback: string | undefined };

export interface Resolved {
  /** What the value says now, escapes undone. */
  readonly text: string;
  /** The same with `*` and `?` as wildcards where the policy wrote them; a value that came from the request never is one. */
  readonly pattern: Pattern;
}

export interface Template {
  readonly source: string;
  readonly hasVariables: boolean;
  /** null: a variable has no value in this request, or several. */
  readonly resolve: (lookup: Lookup) => Resolved | null;
}

export type Lookup = (lowerCaseKey: string) => readonly string[] | undefined;

const VARIABLE = /\$\{([^}]*)\}/g;
const WITH_DEFAULT = /^([^,]*?)\s*,\s*'([^']*)'\s*$/;

function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of source.matchAll(VARIABLE)) {
    if (found.index > end) parts.push({ type: 'text', text: source.slice(end, found.index) });
    const inside = found[1] ?? '';
    if (inside === '*' || inside === '?' || inside === '$') {
      parts.push({ type: 'escaped', text: inside });
    } else {
      const [, key, fallback] = WITH_DEFAULT.exec(inside) ?? [undefined, inside, undefined];
      parts.push({ type: 'variable', key: (key ?? '').trim().toLowerCase(), fallback });
    }
    end = found.index + found[0].length;
  }
  if (end < source.length) parts.push({ type: 'text', text: source.slice(end) });
  return parts;
}

export function templateOf(source: string, knowsVariables: boolean): Template {
  if (!knowsVariables || !source.includes('${')) {
    const fixed: Resolved = { text: source, pattern: patternOf(source, true) };
    return { source, hasVariables: false, resolve: () => fixed };
  }
  const parts = partsOf(source);
  const resolve = (lookup: Lookup): Resolved | null => {
    let text = '';
    const pattern: number[] = [];
    for (const part of parts) {
      let piece: string | undefined;
      if (part.type === 'variable') {
        const values = lookup(part.key);
        piece = values?.length === 1 ? values[0] : part.fallback;
        if (piece === undefined) return null;
      } else {
        piece = part.text;
      }
      text += piece;
      for (const code of patternOf(piece, part.type === 'text')) pattern.push(code);
    }
    return { text, pattern };
  };
  if (parts.some((part) => part.type === 'variable')) return { source, hasVariables: true, resolve };
  const fixed = resolve(() => undefined);
  return { source, hasVariables: false, resolve: () => fixed };
}
