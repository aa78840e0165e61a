/**
 * What the CLI itself checks before it calls a service: types, required and unknown members, lower limits.
 * Everything else (upper limits, patterns, enum values) is left to the service.
 */
import type { Shape } from '../../kms/model/index.ts';
import { parseInstant } from './instant.ts';
import { pythonText, pythonType } from './python-text.ts';
import { EXIT, type Failure, plainError } from './usage.ts';

export const checkParameters = (shape: Shape, input: unknown): Failure | undefined => {
  const problems = check(shape, input, '');
  return problems.length === 0
    ? undefined
    : plainError(`Parameter validation failed:\n${problems.join('\n')}`, EXIT.badCommand);
};

const check = (shape: Shape, value: unknown, path: string): readonly string[] => {
  const name = path === '' ? 'input' : path.replace(/^\./, '');
  const mistyped = (...types: readonly string[]) => [
    `Invalid type for parameter ${name}, value: ${pythonText(value)}, type: ${pythonType(value)}, valid types: ${types.join(', ')}`,
  ];
  const atLeast = (what: string, shown: unknown, size: number, min: number | undefined) =>
    min !== undefined && size < min
      ? [`Invalid ${what} for parameter ${name}, value: ${pythonText(shown)}, valid min ${what}: ${min}`]
      : [];
  switch (shape.type) {
    case 'structure': {
      if (!isDictionary(value)) return mistyped("<class 'dict'>");
      const missing = shape.required
        .filter((member) => !Object.hasOwn(value, member))
        .map((member) => `Missing required parameter in ${name}: "${member}"`);
      const given = Object.keys(value);
      const known = given.filter((member) => Object.hasOwn(shape.members, member));
      const unknown = given
        .filter((member) => !known.includes(member))
        .map(
          (member) =>
            `Unknown parameter in ${name}: "${member}", must be one of: ${Object.keys(shape.members).join(', ')}`,
        );
      return [
        ...missing,
        ...unknown,
        ...known.flatMap((member) => check(shape.members[member] as Shape, value[member], `${path}.${member}`)),
      ];
    }
    case 'map':
      if (!isDictionary(value)) return mistyped("<class 'dict'>");
      return Object.entries(value).flatMap(([key, item]) => check(shape.of, item, `${path}.${key}`));
    case 'list':
      if (!Array.isArray(value)) return mistyped("<class 'list'>", "<class 'tuple'>");
      return [
        ...atLeast('length', value.length, value.length, shape.min),
        ...value.flatMap((item, index) => check(shape.of, item, `${path}[${index}]`)),
      ];
    case 'string':
      if (typeof value !== 'string') return mistyped("<class 'str'>");
      return atLeast('length', [...value].length, [...value].length, shape.min);
    case 'integer':
      if (typeof value === 'boolean') return [];
      if (!Number.isInteger(value)) return mistyped("<class 'int'>");
      return atLeast('value', value, value as number, shape.min);
    case 'boolean':
      return typeof value === 'boolean' ? [] : mistyped("<class 'bool'>");
    case 'blob':
      return typeof value === 'string' || value instanceof Uint8Array
        ? []
        : mistyped("<class 'bytes'>", "<class 'bytearray'>", 'file-like object');
    case 'timestamp':
      return typeof value === 'number' || (typeof value === 'string' && parseInstant(value) !== undefined)
        ? []
        : mistyped("<class 'datetime.datetime'>", 'timestamp-string');
  }
};

const isDictionary = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
