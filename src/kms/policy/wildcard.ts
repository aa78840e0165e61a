/**
 * Matching with IAM's two wildcards: `*` any run of characters, `?` exactly one.
 * Patterns are arrays of UTF-16 codes; wildcards are negative numbers, so that an escaped `${*}` stays an ordinary character.
 * No regular expressions, no recursion: time is bounded by pattern length × text length.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

export const ANY_RUN = -1;
export const ANY_ONE = -2;
/** `*` inside one of the first five parts of an ARN: it stops at a colon. */
export const RUN_IN_PART = -3;
/** `?` inside one of the first five parts of an ARN. */
export const ONE_IN_PART = -4;

export type Pattern = readonly number[];

const STAR = 42;
const QUESTION = 63;
const COLON = 58;

/** The codes of a text; with `wild`, `*` and `?` become wildcards. */
export function patternOf(text: string, wild: boolean): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    codes.push(wild && code === STAR ? ANY_RUN : wild && code === QUESTION ? ANY_ONE : code);
  }
  return codes;
}

/** Greedy matching with one point of return: the last `*`. Needs a pattern without the two in-part wildcards. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const want = pattern[p];
    if (want === ANY_RUN) {
      star = p++;
      resume = t;
    } else if (want === ANY_ONE || want === text.charCodeAt(t)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === ANY_RUN) p++;
  return p === pattern.length;
}

export const matchesWildcard = (pattern: string, text: string): boolean =>
  matchesPattern(patternOf(pattern, true), text);

/** A pattern without variables is the same array every time. */
const resourcePatterns = new WeakMap<Pattern, Pattern>();

/**
 * Rewrites wildcards of a pattern for the Resource element: within the first five parts they stay in their part,
 * unless `*` ends the part, which AWS lets run past the colon (`arn:aws:kms:*` covers every key).
 */
export function resourcePattern(pattern: Pattern): Pattern {
  const known = resourcePatterns.get(pattern);
  if (known) return known;
  let colons = 0;
  const rewritten = pattern.map((code, i) => {
    if (code === COLON) colons++;
    if (colons >= 5) return code;
    const endsPart = i + 1 === pattern.length || pattern[i + 1] === COLON;
    if (code === ANY_RUN && !endsPart) return RUN_IN_PART;
    return code === ANY_ONE ? ONE_IN_PART : code;
  });
  resourcePatterns.set(pattern, rewritten);
  return rewritten;
}

/** Follows all readings of the pattern at once, as the in-part `*` makes a single point of return insufficient. */
export function matchesResourcePattern(pattern: Pattern, text: string): boolean {
  if (!pattern.includes(RUN_IN_PART) && !pattern.includes(ONE_IN_PART)) return matchesPattern(pattern, text);
  let states = new Uint8Array(pattern.length + 1);
  states[0] = 1;
  const skipRuns = (set: Uint8Array): void => {
    for (let p = 0; p < pattern.length; p++) {
      if (set[p] && (pattern[p] === ANY_RUN || pattern[p] === RUN_IN_PART)) set[p + 1] = 1;
    }
  };
  skipRuns(states);
  for (let t = 0; t < text.length; t++) {
    const code = text.charCodeAt(t);
    const next = new Uint8Array(pattern.length + 1);
    for (let p = 0; p < pattern.length; p++) {
      if (!states[p]) continue;
      const want = pattern[p];
      if (want === ANY_RUN || (want === RUN_IN_PART && code !== COLON)) next[p] = 1;
      else if (want === ANY_ONE || want === code || (want === ONE_IN_PART && code !== COLON)) next[p + 1] = 1;
    }
    skipRuns(next);
    states = next;
  }
  return states[pattern.length] === 1;
}

/** Cuts at the first five colons: an ARN has six parts and the last may hold colons. */
function partsOf(pattern: Pattern): Pattern[] {
  const parts: number[][] = [[]];
  for (const code of pattern) {
    if (code === COLON && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(code);
  }
  return parts;
}

/**
 * ArnLike and ArnEquals: each of the six parts on its own, so `*` never crosses a colon of the first five.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArnPattern(pattern: Pattern, arn: string): boolean {
  if (pattern.length === 1 && pattern[0] === ANY_RUN) return true;
  const wanted = partsOf(pattern);
  const actual = splitArn(arn);
  return wanted.length === 6 && actual.length === 6 && wanted.every((part, i) => matchesPattern(part, actual[i] ?? ''));
}

export function splitArn(arn: string): string[] {
  const parts: string[] = [];
  let from = 0;
  while (parts.length < 5) {
    const colon = arn.indexOf(':', from);
    if (colon < 0) break;
    parts.push(arn.slice(from, colon));
    from = colon + 1;
  }
  parts.push(arn.slice(from));
  return parts;
}
