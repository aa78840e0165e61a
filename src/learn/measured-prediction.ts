import {
  type AskKms,
  cachingManager,
  decryptThroughCache,
  emptyCache,
  encryptThroughCache,
  isRefused,
  simulatedDecrypt,
  simulatedKeyring,
} from '../esdk/index.ts';
import { utf8 } from '../kms/crypto/bytes.ts';
import { entropy } from '../kms/entropy.ts';
import { type ApiEntry, bigBang, call, type World } from '../kms/index.ts';
import { MINUTE } from '../kms/vocabulary.ts';
import { getObject, newBucket, type Protection, upload } from '../s3/index.ts';
import type { Text } from './content-schema/text.ts';
import type { Outcome, PredictionOption } from './prediction.ts';

/**
 * A prediction about what stands around KMS: the cache of the Encryption SDK, a bucket of S3. It is run like any other, but when the site
 * is built: the reader's page need not load the SDK to answer one question.
 */
export interface MeasuredPrediction {
  readonly id: string;
  readonly question: Text;
  readonly options: readonly PredictionOption[];
  readonly measure: CacheRun | BucketRun;
}

/** An application with one key and one cache. */
export interface CacheRun {
  readonly kind: 'cache';
  readonly maxAgeMinutes: number;
  readonly steps: readonly (
    | { readonly encrypt: string; readonly context?: Readonly<Record<string, string>> }
    | { readonly decrypt: 'last' }
    | { readonly operation: 'DisableKey' | 'EnableKey' }
    | { readonly minutes: number }
  )[];
  /** What to tell: how the last message fared (`ok` or the exception of KMS), or how often KMS was called for data keys. */
  readonly tell: 'answer' | 'calls';
}

/** A bucket, a key that `app` may use, and a reader. */
export type BucketRun =
  /** Whether somebody on the way, or with the disks, reads what is stored: `reads` or `cannot`. */
  | {
      readonly kind: 'watch';
      readonly protection: Protection;
      readonly secure: boolean;
      readonly watcher: 'wiretap' | 'diskThief';
    }
  /** How the reading fares for somebody whose IAM policy allows just these actions: `ok` or the Code of S3. */
  | { readonly kind: 'read'; readonly protection: Protection; readonly allowed: readonly string[] }
  /** How often KMS is called while so many objects are stored. */
  | { readonly kind: 'store'; readonly protection: Protection; readonly objects: number };

export const defineMeasuredPrediction = (prediction: MeasuredPrediction): MeasuredPrediction => prediction;

export const measure = ({ id, measure: run }: MeasuredPrediction): Outcome =>
  run.kind === 'cache' ? measureCache(id, run) : measureBucket(id, run);

const measureBucket = (id: string, run: BucketRun): Outcome => {
  let world: World = bigBang(`prediction/${id}`);
  let calls = 0;
  const ask: AskKms = (command) => {
    calls += 1;
    const answer = call(world, command);
    world = answer.world;
    return answer.entry as ApiEntry;
  };
  const { output } = ask({ operation: 'CreateKey', input: {} });
  const KeyId = (output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  const random = entropy(id, 0, {});
  const plaintext = utf8('payslip');
  let bucket = newBucket({ name: 'amzn-s3-demo-bucket' }, random);
  const service = () => ({ bucket, world, ask, random });
  const store = (Key: string, secure: boolean) => {
    const { protection } = run;
    const stored = upload(service(), { protection, secure, Key, plaintext, as: 'app', KeyId, customerKey: random(32) });
    bucket = stored.bucket;
    return stored;
  };
  switch (run.kind) {
    case 'watch': {
      const { wiretapReads, diskThiefReads } = store('payslip', run.secure);
      return { outcome: (run.watcher === 'wiretap' ? wiretapReads : diskThiefReads) ? 'reads' : 'cannot' };
    }
    case 'store':
      calls = 0;
      for (let number = 0; number < run.objects; number++) store(`payslip-${number}`, true);
      return { outcome: String(calls) };
    case 'read': {
      store('payslip', true);
      const batch = Object.values(world.principals).find(({ name }) => name === 'batch');
      if (!batch) throw new Error('"batch" is nobody');
      const Statement = [{ Effect: 'Allow', Action: run.allowed, Resource: '*' }];
      const document = JSON.stringify({ Version: '2012-10-17', Statement });
      world = call(world, { stage: { putPrincipal: { ...batch, policies: [{ name: 'Read', document }] } } }).world;
      const { error } = getObject(service(), { Key: 'payslip', secure: true, as: 'batch' });
      return error ? { outcome: error.Code, message: error.Message } : { outcome: 'ok' };
    }
  }
};

const measureCache = (id: string, { maxAgeMinutes, steps, tell }: CacheRun): Outcome => {
  let world: World = bigBang(`prediction/${id}`);
  let calls = 0;
  const ask: AskKms = (command) => {
    const answer = call(world, command);
    world = answer.world;
    return answer.entry as ApiEntry;
  };
  const { output } = ask({ operation: 'CreateKey', input: {} });
  const KeyId = (output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  const counted: AskKms = (command) => {
    calls += 1;
    return ask(command);
  };
  const manager = cachingManager({ maxAge: maxAgeMinutes * MINUTE }, entropy(id, 0, {}));
  if ('problem' in manager) throw new Error(`"${id}" sets up no cache: ${manager.problem}`);

  let cache = emptyCache(100);
  let message: Uint8Array = new Uint8Array();
  let outcome: Outcome = { outcome: 'ok' };
  const fared = (result: object): Outcome => {
    if (!isRefused(result)) return { outcome: 'ok' };
    const { dataKeyErrors, reason } = result.refusal;
    const error = dataKeyErrors?.[0]?.error;
    return error ? { outcome: error.__type, message: error.message } : { outcome: reason };
  };
  for (const [at, step] of steps.entries()) {
    if ('minutes' in step) world = call(world, { clock: { by: step.minutes * MINUTE } }).world;
    else if ('operation' in step) ask({ operation: step.operation, input: { KeyId } });
    else if ('encrypt' in step) {
      const request = { plaintext: utf8(step.encrypt), encryptionContext: step.context ?? {}, suite: 0x0478 } as const;
      const keyring = simulatedKeyring(counted, { generatorKeyId: KeyId, as: 'app' });
      const answer = encryptThroughCache(cache, manager, request, world.now, keyring, entropy(id, at, {}));
      cache = answer.cache;
      outcome = fared(answer.result);
      if (!isRefused(answer.result)) message = answer.result;
    } else {
      const decrypt = simulatedDecrypt(counted, { as: 'app' });
      const answer = decryptThroughCache(cache, manager, message, world.now, decrypt);
      cache = answer.cache;
      outcome = fared(answer.result);
    }
  }
  return tell === 'calls' ? { outcome: String(calls) } : outcome;
};
