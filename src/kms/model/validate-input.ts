/**
 * The first gate of every request: is its input what the API model says?
 *
 * AWS answers in two steps. Its deserializer refuses a value of the wrong JSON type at once (SerializationException).
 * Then all constraints are checked, and all problems reported in one ValidationException:
 *
 *     2 validation errors detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null; Value …
 *
 * Texts: recorded from AWS for members, list items of structures, enum sets, sensitive members and blobs
 * (test/oracles/recorded-errors.json). A list of plain values is printed and judged as a whole, as AWS does elsewhere
 * (ACM, Lambda). Modelled after other AWS services, since no answer of KMS itself was found: the texts of
 * SerializationException and the text for null in a map.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html
 */
import { base64Length } from './base64-length.ts';
import { INPUTS, type InputOf, type OperationName } from './constraints.ts';
import type { Shape, StructureShape } from './shape.ts';

export interface InputError {
  readonly __type: 'ValidationException' | 'SerializationException';
  readonly message: string;
}

export type ValidatedInput<Input> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly error: InputError };

/**
 * Checks a request in its wire form.
 * @param input parsed JSON; anything is safe. Missing input counts as `{}`.
 * @returns a copy that holds the operation's own members only: unknown members are dropped, members that are null or undefined count as absent
 */
export const validateInput = <Name extends OperationName>(
  operation: Name,
  input: unknown,
): ValidatedInput<InputOf<Name>> => validateShape(INPUTS[operation], input) as ValidatedInput<InputOf<Name>>;

/** The same for any structure of a model. */
export const validateShape = (shape: StructureShape, input: unknown): ValidatedInput<unknown> => {
  const read = deserialize(shape, input ?? {});
  if (!read.ok) return { ok: false, error: { __type: 'SerializationException', message: read.message } };
  const problems = problemsIn(shape, read.value, '');
  if (problems.length === 0) return { ok: true, input: read.value };
  const count = `${problems.length} validation error${problems.length === 1 ? '' : 's'} detected`;
  return { ok: false, error: { __type: 'ValidationException', message: `${count}: ${problems.join('; ')}` } };
};

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const deserialize = (shape: Shape, value: unknown): Read => {
  if (value === null || value === undefined) return { ok: true, value: null };
  switch (shape.type) {
    case 'structure':
      return isObject(value) ? deserializeMembers(shape, value) : mistyped(value, 'a Structure');
    case 'map':
      return isObject(value)
        ? collect(Object.entries(value), ([key, item]) => [key, deserialize(shape.of, item)])
        : mistyped(value, 'a Map');
    case 'list': {
      if (!Array.isArray(value)) return mistyped(value, 'a List');
      const items: unknown[] = [];
      for (const item of value) {
        const read = deserialize(shape.of, item);
        if (!read.ok) return read;
        items.push(read.value);
      }
      return { ok: true, value: items };
    }
    case 'string':
      return typeof value === 'string' ? { ok: true, value } : mistyped(value, 'a String');
    case 'blob':
      if (typeof value !== 'string') return mistyped(value, 'a Blob');
      return base64Length(value) === undefined ? { ok: false, message: 'Invalid base64' } : { ok: true, value };
    case 'integer':
      return Number.isSafeInteger(value) ? { ok: true, value } : mistyped(value, 'an Integer');
    case 'timestamp':
      return Number.isFinite(value) ? { ok: true, value } : mistyped(value, 'milliseconds since epoch');
    case 'boolean':
      return typeof value === 'boolean' ? { ok: true, value } : mistyped(value, 'a Boolean');
  }
};

const deserializeMembers = (shape: StructureShape, value: object): Read => {
  const given = Object.entries(value).filter(
    ([name, member]) => Object.hasOwn(shape.members, name) && member !== null && member !== undefined,
  );
  return collect(given, ([name, member]) => [name, deserialize(shape.members[name] as Shape, member)]);
};

/** Object.fromEntries defines own properties, so a key named `__proto__` stays a key. */
const collect = (entries: [string, unknown][], read: (entry: [string, unknown]) => [string, Read]): Read => {
  const values: [string, unknown][] = [];
  for (const entry of entries) {
    const [name, result] = read(entry);
    if (!result.ok) return result;
    values.push([name, result.value]);
  }
  return { ok: true, value: Object.fromEntries(values) };
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mistyped = (value: unknown, wanted: string): Read => ({ ok: false, message: describeMistake(value, wanted) });

const describeMistake = (value: unknown, wanted: string): string => {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  if (wanted === 'a Structure' || wanted === 'a Map') return 'Expected start of structure or map';
  if (wanted === 'a List') return 'Expected list or null';
  return `${jsonToken(value)} can not be converted to ${wanted}`;
};

const jsonToken = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  return 'STRING_VALUE';
};

const NOT_NULL = 'Member must not be null';

/** @returns one sentence for each constraint that `value`, already of the right types, does not satisfy */
const problemsIn = (shape: Shape, value: unknown, path: string): readonly string[] => {
  const refuse = (rules: readonly string[]) => rules.map((rule) => problem(shape, value, path, rule));
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members).flatMap(([name, member]) => {
        const memberPath = path === '' ? lowerCamel(name) : `${path}.${lowerCamel(name)}`;
        const given = (value as Record<string, unknown>)[name];
        if (given !== undefined) return problemsIn(member, given, memberPath);
        return shape.required.includes(name) ? [problem(member, null, memberPath, NOT_NULL)] : [];
      });
    case 'list': {
      const items = value as readonly unknown[];
      const tooLongOrShort = refuse(brokenRules(shape, items));
      if (shape.of.type === 'structure') {
        const inItems = items.flatMap((item, index) => {
          const itemPath = `${path}.${index + 1}.member`;
          return item === null ? [problem(shape.of, null, itemPath, NOT_NULL)] : problemsIn(shape.of, item, itemPath);
        });
        return [...tooLongOrShort, ...inItems];
      }
      const bad = items.some((item) => item === null || brokenRules(shape.of, item).length > 0);
      return bad ? [...tooLongOrShort, problem(shape, items, path, constraintOf('Member', shape.of))] : tooLongOrShort;
    }
    case 'map': {
      const values = Object.values(value as object);
      const bad = values.some((item) => item === null || brokenRules(shape.of, item).length > 0);
      return bad ? refuse([constraintOf('Map value', shape.of)]) : [];
    }
    default:
      return refuse(brokenRules(shape, value));
  }
};

const constraintOf = (subject: string, shape: Shape): string => {
  const rules = allRules(shape);
  return `${subject} must satisfy constraint: [${rules.length > 0 ? rules.join(', ') : NOT_NULL}]`;
};

const problem = (shape: Shape, value: unknown, path: string, rule: string): string =>
  `Value${shownValue(shape, value)} at '${path}' failed to satisfy constraint: ${rule}`;

/** Sensitive values are never shown, not even that they are null; blobs are shown only when null. */
const shownValue = (shape: Shape, value: unknown): string => {
  if ('sensitive' in shape) return '';
  if (value === null) return ' null';
  return shape.type === 'blob' ? '' : ` '${javaText(value)}'`;
};

/** Lists and maps as Java prints them. */
const javaText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (!isObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${javaText(item)}`)
    .join(', ')}}`;
};

interface Rule {
  readonly text: string;
  readonly holds: (value: never) => boolean;
}

const rulesByShape = new WeakMap<Shape, readonly Rule[]>();

const rulesOf = (shape: Shape): readonly Rule[] => {
  const rules = rulesByShape.get(shape) ?? readRules(shape);
  rulesByShape.set(shape, rules);
  return rules;
};

/** In AWS's order: length before pattern before enum; of a pair, the upper limit is named first. */
const readRules = (shape: Shape): readonly Rule[] => {
  const rules: Rule[] = [];
  const limits = 'min' in shape || 'max' in shape ? (shape as { min?: number; max?: number }) : {};
  const measure = shape.type === 'integer' ? 'value' : 'length';
  const { min, max } = limits;
  if (max !== undefined)
    rules.push({
      text: `Member must have ${measure} less than or equal to ${max}`,
      holds: (v) => size(shape, v) <= max,
    });
  if (min !== undefined)
    rules.push({
      text: `Member must have ${measure} greater than or equal to ${min}`,
      holds: (v) => size(shape, v) >= min,
    });
  if (shape.type !== 'string') return rules;
  const { pattern, enum: accepted, printedEnum = accepted } = shape;
  if (pattern !== undefined) {
    const whole = wholly(pattern);
    rules.push({
      text: `Member must satisfy regular expression pattern: ${pattern}`,
      holds: (v) => whole.test(v),
    });
  }
  if (accepted !== undefined && printedEnum !== undefined)
    rules.push({
      text: `Member must satisfy enum value set: [${printedEnum.join(', ')}]`,
      holds: (v: string) => accepted.includes(v),
    });
  return rules;
};

const allRules = (shape: Shape): readonly string[] => rulesOf(shape).map(({ text }) => text);

const NONE: readonly string[] = [];

const brokenRules = (shape: Shape, value: unknown): readonly string[] => {
  const broken = rulesOf(shape).filter(({ holds }) => !holds(value as never));
  return broken.length === 0 ? NONE : broken.map(({ text }) => text);
};

const size = (shape: Shape, value: unknown): number => {
  if (shape.type === 'integer') return value as number;
  if (shape.type === 'list') return (value as readonly unknown[]).length;
  if (shape.type === 'blob') return base64Length(value as string) ?? 0;
  return [...(value as string)].length;
};

/** AWS matches the whole value, also where the pattern has no anchors. */
const wholly = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
