import {
  type ApiEntry,
  beginHistory,
  type Entry,
  entriesOf,
  keyStateOf,
  keysOf,
  principalNamed,
  recordsOf,
  worldNow,
} from '../kms/index.ts';
import type { Check, Command, Expectation, Step, WorldProof } from './content-schema/proof.ts';
import { type Run, resolve, runScript, type ScriptStep } from './script.ts';

/** Makes the RSA key (PKCS #8, DER, base64) of a spec such as `RSA_2048`: chance comes from outside. */
export type BringRsaKey = (spec: string) => string;

/** What came of one check. */
export interface CheckReport {
  readonly check: Check;
  /** What the check did on its own copy of the world, its call last. */
  readonly entries: readonly Entry[];
  readonly holds: boolean;
  /** What was found: `ok`, an exception, a key state, or how many records. */
  readonly found: string;
}

export interface ProofReport {
  /** The making of the world. */
  readonly entries: readonly Entry[];
  /** Calls by which the world was made that were refused: then it is not the world that was meant. */
  readonly refused: readonly ApiEntry[];
  readonly checks: readonly CheckReport[];
}

/** Runs an answer key: the start world must come about without a refusal, and every check must hold in a copy of it. */
export const runWorldProof = (seed: string, proof: WorldProof, bring?: BringRsaKey): ProofReport => {
  const start = runSteps({ history: beginHistory(seed), saved: {} }, proof.world, bring);
  const entries = entriesOf(start.history);
  return {
    entries,
    refused: entries.filter((entry): entry is ApiEntry => entry.kind === 'api' && entry.error !== undefined),
    checks: proof.checks.map((check) => runCheck(start, check, bring)),
  };
};

/** One sentence for each thing that is not as the proof says. */
export const proofProblems = ({ refused, checks }: ProofReport): readonly string[] => [
  ...refused.map(({ command, error }) => `the start world: ${command.operation} answered ${error?.__type}`),
  ...checks.flatMap(({ check, holds, found }, at) =>
    holds ? [] : [`check ${at + 1}: expected ${JSON.stringify(check.expect)}, found ${found}`],
  ),
];

/** The calls that a proof makes, its world's first. */
export const callsOf = ({ world, checks }: WorldProof): readonly Command[] => [
  ...[...world, ...checks.flatMap(({ after }) => after)].filter(isCall),
  ...checks.flatMap((check) => ('call' in check ? [check.call] : [])),
];

const isCall = (step: Step): step is Command => 'operation' in step;

/** The spec of the RSA key that a call makes, if it makes one. */
export const rsaSpecOf = ({ operation, input = {} }: { operation: string; input?: object }): string | undefined => {
  const { KeySpec, KeyPairSpec, WrappingKeySpec, Origin } = input as Readonly<Record<string, unknown>>;
  const spec = {
    CreateKey: Origin === undefined || Origin === 'AWS_KMS' ? KeySpec : undefined,
    GenerateDataKeyPair: KeyPairSpec,
    GenerateDataKeyPairWithoutPlaintext: KeyPairSpec,
    GetParametersForImport: WrappingKeySpec,
  }[operation];
  return typeof spec === 'string' && spec.startsWith('RSA_') ? spec : undefined;
};

const withRsaKey = (step: Step, bring?: BringRsaKey): ScriptStep => {
  const spec = isCall(step) ? rsaSpecOf(step) : undefined;
  return (spec && bring ? { ...step, rsaPrivateKey: bring(spec) } : step) as ScriptStep;
};

const runSteps = (run: Run, steps: readonly Step[], bring?: BringRsaKey): Run =>
  runScript(
    run.history,
    steps.map((step) => withRsaKey(step, bring)),
    run.saved,
  );

const runCheck = (start: Run, check: Check, bring?: BringRsaKey): CheckReport => {
  const prepared = runSteps(start, check.after, bring);
  const run = 'call' in check ? runSteps(prepared, [check.call], bring) : prepared;
  const entries = entriesOf(run.history).slice(entriesOf(start.history).length);
  if ('call' in check) {
    const entry = entries.at(-1);
    if (entry?.kind !== 'api') throw new Error('the last command of a check was no call');
    return { check, entries, ...answered(entry, check.expect, prepared) };
  }
  if ('keyState' in check.expect) {
    const { key, region, keyState } = check.expect;
    const id = inWorld(run, key);
    const key_ = keysOf(worldNow(run.history)).find(({ KeyId, Region }) => KeyId === id && Region === region);
    const found = key_ ? keyStateOf(key_) : 'Deleted';
    return { check, entries, found, holds: found === keyState };
  }
  const { event, errorCode, count } = check.expect;
  const records = recordsOf(entriesOf(run.history)).filter(
    (record) => record.eventName === event && (errorCode === undefined || record.errorCode === errorCode),
  );
  return { check, entries, found: String(records.length), holds: records.length === count };
};

const answered = ({ error, output }: ApiEntry, expected: Expectation, run: Run) => {
  const found = error?.__type ?? 'ok';
  if ('refused' in expected) return { found, holds: error !== undefined };
  if ('error' in expected)
    return {
      found,
      holds: found === expected.error && (error?.message ?? '').includes(expected.message ?? ''),
    };
  return { found, holds: error === undefined && holdsFields(output, inWorld(run, expected.fields ?? {})) };
};

const inWorld = ({ history, saved }: Run, value: unknown): unknown => {
  const world = worldNow(history);
  return resolve(value, saved, world.now, (name) => principalNamed(world, name)?.Arn);
};

/** Whether a value holds all that is wanted, perhaps among other things. */
const holdsFields = (found: unknown, wanted: unknown): boolean => {
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (typeof found !== 'object' || found === null) return false;
  if (Array.isArray(wanted) && (!Array.isArray(found) || found.length !== wanted.length)) return false;
  return Object.entries(wanted).every(([name, part]) => holdsFields(Reflect.get(found, name), part));
};
