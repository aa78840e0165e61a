import * as v from 'valibot';
import { OPERATION_NAMES, type OperationName } from '../kms/index.ts';
import { CommandSchema, MAX_COMMANDS, PlainObject } from './command-schema.ts';
import type { ScriptStep } from './script.ts';

/**
 * A world as a file that somebody wrote: a seed, and the steps that make it. Start worlds of the notebook, exercises and
 * the endpoint's `--world` are of this one form. JSON Schema for editors: public/schema/world.json, made of this.
 */
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
const Duration = v.pipe(
  v.string(),
  v.regex(/^(next|P(?=[0-9T])([0-9]{1,5}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,5}M)?)?)$/),
  v.description('Turns the simulated clock: an ISO 8601 duration of days, hours and minutes, or "next".'),
);

const Call = v.strictObject({
  operation: v.picklist(OPERATION_NAMES as readonly [OperationName, ...OperationName[]]),
  input: v.optional(
    v.pipe(
      PlainObject,
      v.description(
        'As on the wire: blobs in base64, dates in epoch seconds. "$k1.KeyMetadata.KeyId" is taken from what an earlier step saved as k1.',
      ),
    ),
  ),
  as: v.optional(v.pipe(Name, v.description('Who calls: name or ARN of a principal of the world.'))),
  region: v.optional(Name),
  via: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z0-9-]{1,40}$/),
      v.description('The AWS service that calls for the principal: "s3".'),
    ),
  ),
  rsaPrivateKey: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(4096),
      v.description('PKCS #8, DER, base64: instead of a key that the model makes.'),
    ),
  ),
  save: v.optional(v.pipe(Name, v.description('Name for the answer.'))),
});

const Advance = v.strictObject({ advance: Duration });

const Iam = v.strictObject({
  iam: v.pipe(Name, v.description('The principal whose identity policy is replaced.')),
  statements: v.pipe(v.array(PlainObject), v.maxLength(50)),
});

const Given = v.strictObject({
  command: v.pipe(CommandSchema, v.description('Any other command of the model, such as putPrincipal and setHome.')),
});

export const WorldFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  seed: v.pipe(v.string(), v.maxLength(200), v.description('Any text. The same seed and steps give the same keys.')),
  steps: v.pipe(v.array(v.union([Call, Advance, Iam, Given])), v.maxLength(MAX_COMMANDS)),
});

export interface WorldFile {
  readonly seed: string;
  readonly steps: readonly ScriptStep[];
}

export type ParsedWorldFile =
  | { readonly ok: true; readonly file: WorldFile }
  /** Where the file departs from the schema, as `steps.3.operation: …`. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Largest text that is looked at. */
export const MAX_WORLD_FILE = 8_000_000;

export const parseWorldFile = (text: string): ParsedWorldFile => {
  if (text.length > MAX_WORLD_FILE) return problem(`larger than ${MAX_WORLD_FILE} characters`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return problem(error instanceof Error ? error.message : 'no JSON');
  }
  const parsed = v.safeParse(WorldFileSchema, json);
  if (parsed.success) {
    const { seed, steps } = parsed.output;
    return { ok: true, file: { seed, steps: steps as readonly ScriptStep[] } };
  }
  return {
    ok: false,
    problems: parsed.issues.slice(0, 10).map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`),
  };
};

const problem = (text: string): ParsedWorldFile => ({ ok: false, problems: [`the file: ${text}`] });
