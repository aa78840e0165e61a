/**
 * compileEventPattern(pattern): an EventBridge event pattern, checked and turned into a test of events.
 *
 * Keys are joined by and, the values of a list by or, `$or` joins objects by or. A field that holds a list matches if
 * one of its elements does; conditions on the objects of a list must hold for the same object.
 *
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * https://github.com/aws/event-ruler (the matcher that AWS published)
 */
export type EventPatternErrorCode =
  | 'PatternNotObject'
  | 'PatternEmpty'
  | 'ValuesNotList'
  | 'OperatorUnknown'
  | 'OperandInvalid'
  | 'NumericInvalid'
  | 'WildcardInvalid'
  | 'OrTooFew';

export interface EventPatternError {
  readonly code: EventPatternErrorCode;
  /** Keys from the root to the culprit. */
  readonly path: readonly string[];
  readonly args: Readonly<Record<string, string>>;
}

export type EventPatternResult =
  | { readonly ok: true; readonly matches: (event: unknown) => boolean }
  | { readonly ok: false; readonly error: EventPatternError };

type Test = (value: unknown) => boolean;
type Json = Readonly<Record<string, unknown>>;
type Path = readonly string[];

/** Numbers of a numeric filter lie within ±5·10⁹. */
const NUMERIC_LIMIT = 5e9;

/** Carries the first error out of the compiling functions, which answer undefined after it. */
interface Report {
  error: EventPatternError | undefined;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const compileEventPattern = (pattern: unknown): EventPatternResult => {
  const report: Report = { error: undefined };
  const matches = compileObject(pattern, [], report);
  if (matches !== undefined) return { ok: true, matches };
  if (report.error === undefined) throw new Error('An event pattern failed without saying why');
  return { ok: false, error: report.error };
};

const refuse = (
  report: Report,
  code: EventPatternErrorCode,
  path: Path,
  args: Readonly<Record<string, string>> = {},
): undefined => {
  report.error ??= { code, path, args };
  return undefined;
};

const every = <T>(parts: readonly (T | undefined)[]): readonly T[] | undefined =>
  parts.includes(undefined) ? undefined : (parts as readonly T[]);

const compileObject = (pattern: unknown, path: Path, report: Report): Test | undefined => {
  if (!isObject(pattern)) return refuse(report, 'PatternNotObject', path);
  const keys = Object.keys(pattern);
  if (keys.length === 0) return refuse(report, 'PatternEmpty', path);
  const tests = every(
    keys.map((key): Test | undefined => {
      const inner = pattern[key];
      const here = [...path, key];
      if (key === '$or' && Array.isArray(inner)) return compileOr(inner, here, report);
      const test = Array.isArray(inner)
        ? compileValues(inner, here, report)
        : isObject(inner)
          ? compileNested(inner, here, report)
          : refuse(report, 'ValuesNotList', here);
      return test && ((value) => test(isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined));
    }),
  );
  return tests && ((value) => tests.every((test) => test(value)));
};

const compileNested = (inner: Json, path: Path, report: Report): Test | undefined => {
  const test = compileObject(inner, path, report);
  return test && ((value) => (Array.isArray(value) && value.length > 0 ? value.some(test) : test(value)));
};

const compileOr = (options: readonly unknown[], path: Path, report: Report): Test | undefined => {
  if (options.length < 2) return refuse(report, 'OrTooFew', path);
  const tests = every(options.map((option) => compileObject(option, path, report)));
  return tests && ((value) => tests.some((test) => test(value)));
};

const compileValues = (values: readonly unknown[], path: Path, report: Report): Test | undefined => {
  if (values.length === 0) return refuse(report, 'PatternEmpty', path);
  const tests = every(values.map((value) => compileValue(value, path, report)));
  return tests && ((found) => tests.some((test) => test(found)));
};

/** Only single values can be compared: what a list holds, or the value itself. An object is no leaf. */
const leaves = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value]).filter(
    (leaf) => leaf !== undefined && !isObject(leaf),
  );
const anyLeaf =
  (test: Test): Test =>
  (value) =>
    leaves(value).some(test);

const compileValue = (value: unknown, path: Path, report: Report): Test | undefined => {
  if (value === null || typeof value !== 'object') return anyLeaf((leaf) => leaf === value);
  const [operator, ...others] = Object.keys(value);
  if (!isObject(value) || operator === undefined || others.length > 0) return refuse(report, 'OperandInvalid', path);
  const operand = value[operator];
  const invalid = (): undefined => refuse(report, 'OperandInvalid', path, { operator });
  switch (operator) {
    case 'exists':
      if (typeof operand !== 'boolean') return invalid();
      return (found) => leaves(found).length > 0 === operand;
    case 'numeric': {
      const test = numericTest(operand);
      return test === undefined ? refuse(report, 'NumericInvalid', path, { operator }) : anyLeaf(test);
    }
    case 'cidr': {
      const test = cidrTest(operand);
      return test === undefined ? invalid() : anyLeaf(test);
    }
    case 'anything-but': {
      const excluded = isObject(operand) ? textOperators(operand, path, report) : listTest(operand);
      if (excluded === undefined) return report.error === undefined ? invalid() : undefined;
      return anyLeaf((leaf) => !excluded(leaf));
    }
    case 'prefix':
    case 'suffix':
    case 'wildcard':
    case 'equals-ignore-case': {
      const test = textOperators(value, path, report);
      return test && anyLeaf(test);
    }
    default:
      return refuse(report, 'OperatorUnknown', path, { operator });
  }
};

/** `anything-but` takes one text or number, or a list of texts or of numbers. */
const listTest = (operand: unknown): Test | undefined => {
  const list: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const [first] = list;
  const uniform = list.every((item) => typeof item === typeof first);
  if (list.length === 0 || !uniform || (typeof first !== 'string' && typeof first !== 'number')) return undefined;
  return (leaf) => list.includes(leaf);
};

/** prefix, suffix, wildcard, equals-ignore-case; each with a text, prefix and suffix also ignoring case. */
const textOperators = (value: Json, path: Path, report: Report): Test | undefined => {
  const [operator = '', ...others] = Object.keys(value);
  const operand = value[operator];
  const invalid = (): undefined => refuse(report, 'OperandInvalid', path, { operator });
  if (others.length > 0) return invalid();
  // Inside anything-but a list of texts is taken too.
  const operands = Array.isArray(operand) ? operand : [operand];
  if (operands.length === 0) return invalid();
  const tests = every(operands.map((one) => textTest(operator, one, path, report)));
  if (tests === undefined) return report.error === undefined ? invalid() : undefined;
  return (leaf) => typeof leaf === 'string' && tests.some((test) => test(leaf));
};

const textTest = (
  operator: string,
  operand: unknown,
  path: Path,
  report: Report,
): ((text: string) => boolean) | undefined => {
  if ((operator === 'prefix' || operator === 'suffix') && isObject(operand)) {
    const wanted = operand['equals-ignore-case'];
    if (typeof wanted !== 'string' || Object.keys(operand).length !== 1) return undefined;
    const folded = wanted.toLowerCase();
    return operator === 'prefix'
      ? (text) => text.toLowerCase().startsWith(folded)
      : (text) => text.toLowerCase().endsWith(folded);
  }
  if (typeof operand !== 'string') return undefined;
  switch (operator) {
    case 'prefix':
      return (text) => text.startsWith(operand);
    case 'suffix':
      return (text) => text.endsWith(operand);
    case 'equals-ignore-case': {
      const folded = operand.toLowerCase();
      return (text) => text.toLowerCase() === folded;
    }
    case 'wildcard': {
      const parts = wildcardParts(operand);
      return parts === undefined ? refuse(report, 'WildcardInvalid', path, { operand }) : (text) => fits(parts, text);
    }
    default:
      return refuse(report, 'OperatorUnknown', path, { operator });
  }
};

/** The texts between the asterisks; `\*` and `\\` stand for themselves, `**` and other escapes are refused. */
const wildcardParts = (wildcard: string): readonly string[] | undefined => {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < wildcard.length; at += 1) {
    const next = wildcard[at + 1];
    if (wildcard[at] === '*') {
      if (next === '*') return undefined;
      parts.push(part);
      part = '';
      continue;
    }
    if (wildcard[at] === '\\') {
      if (next !== '*' && next !== '\\') return undefined;
      at += 1;
    }
    part += wildcard[at] ?? '';
  }
  return [...parts, part];
};

/** Each part at its first place after the one before; the last one at the end. No going back is ever needed. */
const fits = (parts: readonly string[], text: string): boolean => {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  // What the first and the middle parts took must not be taken again by the last one.
  return at <= text.length - last.length;
};

/** `["=", 5]`, or a lower and an upper bound: `[">", 0, "<=", 5]`. */
const numericTest = (operand: unknown): Test | undefined => {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) return undefined;
  const pairs: [string, number][] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const [sign, number] = [operand[at] as unknown, operand[at + 1] as unknown];
    if (typeof sign !== 'string' || typeof number !== 'number' || Math.abs(number) > NUMERIC_LIMIT) return undefined;
    pairs.push([sign, number]);
  }
  const [first, second] = pairs;
  if (first === undefined || !['=', '<', '<=', '>', '>='].includes(first[0])) return undefined;
  if (second !== undefined) {
    const range = first[0].startsWith('>') && second[0].startsWith('<') && ['<', '<='].includes(second[0]);
    if (!range || first[1] >= second[1]) return undefined;
  }
  return (leaf) => typeof leaf === 'number' && pairs.every(([sign, number]) => holds(leaf, sign, number));
};

const holds = (value: number, sign: string, number: number): boolean => {
  if (value === number) return sign.endsWith('=');
  return value < number ? sign.startsWith('<') : sign.startsWith('>');
};

/** IPv4 only: no CloudTrail record of this simulator has an IPv6 address. */
const cidrTest = (operand: unknown): Test | undefined => {
  if (typeof operand !== 'string') return undefined;
  const [address = '', size = ''] = operand.split('/');
  const network = ipv4(address);
  const bits = /^\d{1,2}$/.test(size) ? Number(size) : 33;
  if (network === undefined || bits > 32) return undefined;
  const block = 2 ** (32 - bits);
  const wanted = Math.floor(network / block);
  return (leaf) => {
    const found = typeof leaf === 'string' ? ipv4(leaf) : undefined;
    return found !== undefined && Math.floor(found / block) === wanted;
  };
};

const ipv4 = (text: string): number | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
};
