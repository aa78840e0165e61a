/**
 * Runs a proof against the model, so that an answer key cannot say other than the simulator does.
 * What the proofs leave to chance (RSA keys, key material) is made here, the same on each run where it matters.
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import {
  cachedEncryptionMaterials,
  cachingManager,
  emptyCache,
  getEncryptionMaterials,
  isRefused,
} from '../../src/esdk/index.ts';
import { provideAsymmetric } from '../../src/kms/crypto/asymmetric.ts';
import {
  decryptAsymmetric,
  encryptAsymmetric,
  maximumPlaintextBytes,
} from '../../src/kms/crypto/asymmetric-encryption.ts';
import { fromBase64, toBase64 } from '../../src/kms/crypto/bytes.ts';
import { wrapKeyMaterial } from '../../src/kms/crypto/import-wrapping.ts';
import { generateKeyPair, keyPairFromPkcs8 } from '../../src/kms/crypto/key-pair.ts';
import {
  beginHistory,
  entriesOf,
  keyStateOf,
  type OperationName,
  principalNamed,
  recordsOf,
  worldNow,
} from '../../src/kms/index.ts';
import { OPERATIONS } from '../../src/kms/operations/index.ts';
import type {
  CacheProof,
  Check,
  Command,
  FilterProof,
  Step,
  WorldProof,
} from '../../src/learn/content-schema/proof.ts';
import { type Run, resolve, runScript } from '../../src/learn/script.ts';
import { testMetricFilter } from '../../src/logs/index.ts';
import { FakeKms, keyringOf } from '../esdk/fake-kms.ts';

provideAsymmetric({
  decryptAsymmetric,
  encryptAsymmetric,
  maximumPlaintextBytes,
  generateKeyPair,
  keyPairFromPkcs8,
  generateRsaKeyPair: () => {
    throw new Error('an RSA key was not brought along');
  },
});

const isCommand = (step: Step): step is Command => 'operation' in step;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An operation that the model does not have yet, if the proof needs one. */
export const missingOperation = ({ world, checks }: WorldProof): string | undefined =>
  [
    ...[...world, ...checks.flatMap((check) => check.after)].filter(isCommand),
    ...checks.flatMap((check) => ('call' in check ? [check.call] : [])),
  ].find(({ operation }) => !OPERATIONS[operation as OperationName])?.operation;

const inWorld = ({ history, saved }: Run, value: unknown): unknown => {
  const world = worldNow(history);
  return resolve(value, saved, world.now, (name) => principalNamed(world, name)?.Arn);
};

/** Puts wrapped key material where a proof asks for it: 32 bytes made from a name, under the key of an import. */
const wrapped = (value: unknown, { saved }: Run): unknown => {
  if (!isRecord(value)) return value;
  if (!isRecord(value.$wrapped))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wrapped(part, { saved } as Run)]));
  const parameters = saved[String(value.$wrapped.parameters)];
  if (!isRecord(parameters)) throw new Error(`"${value.$wrapped.parameters}" was not saved`);
  const material = createHash('sha256').update(String(value.$wrapped.material)).digest();
  const publicKey = fromBase64(String(parameters.PublicKey));
  const blob =
    publicKey &&
    wrapKeyMaterial('RSAES_OAEP_SHA_256', publicKey, new Uint8Array(material), (length) =>
      new Uint8Array(length).fill(7),
    );
  if (!blob) throw new Error('the key material could not be wrapped');
  return toBase64(blob);
};

const RSA_BITS = /^RSA_(\d+)$/;

/** An RSA key is chance and arrives with the command. */
const withRsaKey = (command: Command): Command & { rsaPrivateKey?: string } => {
  const [, bits] = RSA_BITS.exec(String(command.input.KeySpec ?? command.input.WrappingKeySpec)) ?? [];
  if (bits === undefined) return command;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: Number(bits) });
  return { ...command, rsaPrivateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') };
};

const runSteps = (run: Run, steps: readonly Step[]): Run =>
  steps.reduce((now, step) => {
    const ready = isCommand(step) ? withRsaKey({ ...step, input: wrapped(step.input, now) as Command['input'] }) : step;
    return runScript(now.history, [ready], now.saved);
  }, run);

const lastCall = ({ history }: Run) => {
  const entry = entriesOf(history).at(-1);
  if (entry?.kind !== 'api') throw new Error('the last command was no call');
  return entry;
};

/** Each check runs on its own copy of the world. */
const verify = (start: Run, check: Check) => {
  const run = runSteps(start, check.after);
  if ('call' in check) {
    const { error, output } = lastCall(runSteps(run, [check.call]));
    const { expect: expected } = check;
    if ('error' in expected) {
      expect(error?.__type).toBe(expected.error);
      if (expected.message !== undefined) expect(error?.message).toContain(expected.message);
    } else if ('refused' in expected) expect(error).toBeDefined();
    else {
      expect(error).toBeUndefined();
      if (expected.fields) expect(output).toMatchObject(inWorld(run, expected.fields) as object);
    }
  } else if ('keyState' in check.expect) {
    const { key, region, keyState } = check.expect;
    const id = inWorld(run, key);
    const keys = Object.values(worldNow(run.history).keys);
    const found = keys.find(({ KeyId, Region }) => KeyId === id && Region === region);
    expect(found ? keyStateOf(found) : 'Deleted').toBe(keyState);
  } else {
    const { event, errorCode, count } = check.expect;
    const records = recordsOf(entriesOf(run.history)).filter(
      (record) => record.eventName === event && (errorCode === undefined || record.errorCode === errorCode),
    );
    expect(records).toHaveLength(count);
  }
};

/** The start world must come about without a refusal, and every check must hold in it. */
export const proveWorld = (seed: string, { world, checks }: WorldProof): void => {
  const start = runSteps({ history: beginHistory(seed), saved: {} }, world);
  for (const entry of entriesOf(start.history))
    if (entry.kind === 'api') expect(entry.error, `${entry.command.operation} in the start world`).toBeUndefined();
  for (const check of checks) verify(start, check);
};

export const proveFilter = ({ pattern, records, matches }: FilterProof): void => {
  const answer = testMetricFilter(
    pattern,
    records.map((record) => JSON.stringify(record)),
  );
  if ('error' in answer) throw new Error(answer.error.message);
  expect(answer.matches.map(({ eventNumber }) => eventNumber)).toEqual(matches);
};

const MINUTE = 60_000;
const noEntropy = (length: number) => new Uint8Array(length).fill(1);

export const proveCache = ({ cache: limits, messages, calls }: CacheProof): void => {
  const manager = cachingManager(
    {
      maxAge: limits.maxAgeMinutes * MINUTE,
      ...(limits.maxMessages !== undefined && { maxMessagesEncrypted: limits.maxMessages }),
      ...(limits.maxBytes !== undefined && { maxBytesEncrypted: limits.maxBytes }),
    },
    noEntropy,
  );
  if ('problem' in manager) throw new Error(manager.problem);
  const kms = new FakeKms();
  let cache = emptyCache(100);
  for (const { atMinute, bytes, context } of messages) {
    const request = { encryptionContext: context, plaintextLength: bytes };
    const answer = cachedEncryptionMaterials(cache, manager, request, atMinute * MINUTE, (asked) =>
      getEncryptionMaterials(asked, keyringOf(kms), noEntropy),
    );
    expect(isRefused(answer.materials)).toBe(false);
    cache = answer.cache;
  }
  expect(kms.calls).toHaveLength(calls);
};
