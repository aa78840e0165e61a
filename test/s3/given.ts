import type { AskKms } from '../../src/esdk/index.ts';
import { entropy } from '../../src/kms/entropy.ts';
import { type ApiEntry, bigBang, type Command, call, principalNamed, recordsOf } from '../../src/kms/index.ts';
import { type Bucket, type NewBucketOptions, newBucket, type Service } from '../../src/s3/index.ts';

/** A world with a customer managed key, a bucket, and a log. */
export const givenBucket = (options: Partial<NewBucketOptions> = {}) => {
  let world = bigBang('s3');
  const entries: ApiEntry[] = [];
  const give = (command: Command) => {
    const answer = call(world, command);
    world = answer.world;
    return answer.entry;
  };
  const ask: AskKms = (command) => {
    const entry = give(command) as ApiEntry;
    entries.push(entry);
    return entry;
  };
  const { output } = give({ operation: 'CreateKey', input: {} }) as ApiEntry;
  const KeyArn = (output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  const random = entropy('s3', 0, options);
  let bucket: Bucket = newBucket({ name: 'amzn-s3-demo-bucket', ...options }, random);
  return {
    KeyArn,
    ask,
    give,
    entries,
    random,
    service: (): Service => ({ bucket, world, ask, random }),
    keep: <Answer extends { readonly bucket: Bucket }>(answer: Answer): Answer => {
      bucket = answer.bucket;
      return answer;
    },
    bucket: () => bucket,
    asked: () => entries.map(({ command: { operation } }) => operation),
    records: () => recordsOf(entries),
    allow: (name: string, ...Action: string[]) => {
      const principal = principalNamed(world, name);
      if (!principal) throw new Error(`"${name}" is nobody`);
      const document = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
      });
      give({ stage: { putPrincipal: { ...principal, policies: [{ name: 'Only', document }] } } });
    },
  };
};

export const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
export const bytes = (from: string) => new TextEncoder().encode(from);
