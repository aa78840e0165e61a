import * as v from 'valibot';
import { Id } from './common.ts';

/**
 * A proof is an answer key that can be run: a world made by a script, and checks of what comes of it. It is plain data,
 * so that a test, a widget ("try it in the world") and a reader see the same thing.
 *
 * The steps are those of a script (`../script.ts`): references such as `$k1.KeyMetadata.KeyId` and stand-ins such as
 * `{ $utf8: 'text' }` mean here what they mean there. One more stand-in is known to proofs of imports:
 *
 *     { $wrapped: { parameters: 'p1', material: 'm1' } }   32 bytes made from the name m1, wrapped with the public key
 *                                                          in the answer of GetParametersForImport saved as p1
 *
 * An RSA key is chance: whoever runs a proof brings one along with each command that makes such a key.
 *
 * The principals are those of a new world (`../../kms/principals.ts`), with the policies that they have there until an
 * `iam` step gives them others.
 */
export const PRINCIPALS = [
  'admin',
  'keyadmin',
  'app',
  'maker',
  'writer',
  'batch',
  'auditor',
  'leaver',
  'thief',
  'B:bi',
  'B:other',
] as const;

export const REGIONS = ['ap-northeast-1', 'ap-northeast-3', 'us-east-1'] as const;

const PrincipalName = v.picklist(PRINCIPALS);
const Input = v.record(v.string(), v.unknown());
const Name = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/));

/** One call of one principal. `via` is the service that calls on the principal's behalf, such as `s3`. */
export const Command = v.strictObject({
  as: v.optional(PrincipalName, 'admin'),
  region: v.optional(v.picklist(REGIONS), 'ap-northeast-1'),
  via: v.optional(v.string()),
  operation: v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z]+$/)),
  input: v.optional(Input, {}),
  save: v.optional(Name),
});
export type Command = v.InferOutput<typeof Command>;

/** Moves the simulated clock: an ISO 8601 duration of days, hours, minutes. */
const Advance = v.strictObject({
  advance: v.pipe(v.string(), v.regex(/^P(?!$)(\d+D)?(T(?!$)(\d+H)?(\d+M)?)?$/)),
});

/** Gives a principal an IAM policy with these statements, replacing what it had; no statements, no policy. */
const Iam = v.strictObject({ iam: PrincipalName, statements: v.array(Input) });

export const Step = v.union([Command, Advance, Iam]);
export type Step = v.InferOutput<typeof Step>;

/** What a call must answer. `refused` stands for some error, where AWS does not document which. */
export const Expectation = v.union([
  v.strictObject({ ok: v.literal(true), fields: v.optional(Input) }),
  v.strictObject({ error: v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z]+$/)), message: v.optional(v.string()) }),
  v.strictObject({ refused: v.literal(true) }),
]);
export type Expectation = v.InferOutput<typeof Expectation>;

/** A state to be found: of a key named by reference, in a Region. `Deleted` means that KMS no longer knows the key. */
const StateCheck = v.strictObject({
  key: v.pipe(v.string(), v.startsWith('$')),
  region: v.optional(v.picklist(REGIONS), 'ap-northeast-1'),
  keyState: v.picklist([
    'Enabled',
    'Disabled',
    'PendingDeletion',
    'PendingImport',
    'PendingReplicaDeletion',
    'Unavailable',
    'Creating',
    'Updating',
    'Deleted',
  ]),
});

/** A call and what it must answer; each check runs on its own copy of the world, moved on by `after` first. */
const CallCheck = v.strictObject({
  after: v.optional(v.array(Step), []),
  call: Command,
  expect: Expectation,
});

const KeyStateCheck = v.strictObject({ after: v.optional(v.array(Step), []), expect: StateCheck });

/** How many CloudTrail records of an event the world's log holds, failed ones included. */
const LogCheck = v.strictObject({
  after: v.optional(v.array(Step), []),
  expect: v.strictObject({ event: v.string(), errorCode: v.optional(v.string()), count: v.number() }),
});

export const Check = v.union([CallCheck, KeyStateCheck, LogCheck]);
export type Check = v.InferOutput<typeof Check>;

export const WorldProof = v.strictObject({
  world: v.array(Step),
  checks: v.pipe(v.array(Check), v.minLength(1)),
});
export type WorldProof = v.InferOutput<typeof WorldProof>;

/** A CloudWatch Logs filter pattern, and the records (0-based) that it must match, those and no others. */
export const FilterProof = v.strictObject({
  pattern: v.string(),
  records: v.pipe(v.array(Input), v.minLength(1)),
  matches: v.array(v.number()),
});

export type FilterProof = v.InferOutput<typeof FilterProof>;

/** Calls that the caching materials manager makes for messages of given length, under given limits. */
export const CacheProof = v.strictObject({
  cache: v.strictObject({
    maxAgeMinutes: v.number(),
    maxMessages: v.optional(v.number()),
    maxBytes: v.optional(v.number()),
  }),
  messages: v.pipe(
    v.array(
      v.strictObject({
        atMinute: v.number(),
        bytes: v.optional(v.number(), 10),
        context: v.optional(v.record(v.string(), v.string()), {}),
      }),
    ),
    v.minLength(1),
  ),
  calls: v.number(),
});

export type CacheProof = v.InferOutput<typeof CacheProof>;

/** No run can show it: the dated fact attests the answer. */
export const FactProof = v.strictObject({ fact: Id });

export const Proof = v.union([FactProof, WorldProof, FilterProof, CacheProof]);
export type Proof = v.InferOutput<typeof Proof>;
