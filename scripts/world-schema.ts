/**
 * The JSON Schema of world files, made of the schema that reads them: `npx node scripts/world-schema.ts` writes
 * public/schema/world.json. A test holds the two together.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WorldFileSchema } from '../src/learn/world-file.ts';

type Json = { readonly [name: string]: unknown };

/** What this script knows of valibot's schemas. */
interface Schema {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Step[];
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly item?: Schema;
  readonly key?: Schema;
  readonly value?: Schema;
  readonly wrapped?: Schema;
}
interface Step {
  readonly kind: string;
  readonly type: string;
  readonly requirement?: unknown;
  readonly description?: string;
}

const jsonSchema = (schema: Schema): Json => {
  const steps = (schema.pipe ?? []).slice(1);
  return Object.assign({}, ownSchema(schema), ...steps.map(stepSchema)) as Json;
};

const ownSchema = (schema: Schema): Json => {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type };
    case 'literal':
      return { const: schema.literal };
    case 'picklist':
      return { enum: schema.options };
    case 'array':
      return { type: 'array', items: jsonSchema(schema.item as Schema) };
    case 'record':
      return { type: 'object', additionalProperties: jsonSchema(schema.value as Schema) };
    // The only values that are checked by hand are plain JSON objects.
    case 'custom':
      return { type: 'object' };
    case 'optional':
      return jsonSchema(schema.wrapped as Schema);
    case 'union':
    case 'variant':
      return { anyOf: (schema.options as readonly Schema[]).map(jsonSchema) };
    case 'strict_object': {
      const entries = Object.entries(schema.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([name, entry]) => [name, jsonSchema(entry)])),
        required: entries.filter(([, entry]) => entry.type !== 'optional').map(([name]) => name),
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`"${schema.type}" is a schema that this script has not met`);
  }
};

const stepSchema = (step: Step): Json => {
  // A nested pipe brings its own schema along.
  if (step.kind === 'schema') return jsonSchema(step as unknown as Schema);
  switch (step.type) {
    case 'max_length':
      return { maxLength: step.requirement };
    case 'min_length':
      return { minLength: step.requirement };
    case 'min_value':
      return { minimum: step.requirement };
    case 'max_value':
      return { maximum: step.requirement };
    case 'integer':
      return { type: 'integer' };
    case 'regex':
      return { pattern: (step.requirement as RegExp).source };
    case 'description':
      return { description: step.description };
    default:
      throw new Error(`"${step.type}" is a step that this script has not met`);
  }
};

/** JSON Schema says maxItems of lists where valibot says max_length of both. */
const withListLimits = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withListLimits);
  if (typeof value !== 'object' || value === null) return value;
  const { maxLength, ...rest } = value as Json;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, withListLimits(member)]));
  return maxLength === undefined ? inner : { ...inner, [rest.type === 'array' ? 'maxItems' : 'maxLength']: maxLength };
};

export const worldJsonSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'A world of KMS Notebook',
      description:
        'A seed and the steps that make a world: calls of KMS, turns of the simulated clock, changes of who there is. For npm run endpoint -- --world FILE.',
      ...(withListLimits(jsonSchema(WorldFileSchema as unknown as Schema)) as Json),
    },
    undefined,
    2,
  )}\n`;

export const WORLD_JSON_SCHEMA = fileURLToPath(new URL('../public/schema/world.json', import.meta.url));

if (import.meta.main) writeFileSync(WORLD_JSON_SCHEMA, worldJsonSchema());
