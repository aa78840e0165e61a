/** What the wiretap does with requests and bytes; loaded at the first of them. */
import { type AskKms, decryptMessage, isRefused, simulatedDecrypt } from '../esdk/index.ts';
import { fromUtf8, utf8 } from '../kms/crypto/bytes.ts';
import { entropy } from '../kms/entropy.ts';
import { type ApiEntry, bigBang, call, type World } from '../kms/index.ts';
import {
  type Bucket,
  type Cell,
  canRead,
  type GetAnswer,
  getObject,
  newBucket,
  type Protection,
  twelveCells,
  type Uploaded,
  upload,
} from '../s3/index.ts';
import { spacedHex } from './hex.ts';

export interface Scene {
  readonly world: World;
  readonly ask: AskKms;
  readonly KeyId: string;
  readonly as: string;
  readonly text: string;
}

const OBJECT = 'payslip.txt';
const randomOf = ({ world }: Scene, purpose: string) => entropy(world.seed, world.seq, { purpose });
/** The client's own key of SSE-C: the same as long as the world is. */
const customerKeyOf = ({ world }: Scene) => entropy(world.seed, 0, { purpose: 'customer key' })(32);

export const firstBucket = (scene: Scene): Bucket =>
  newBucket({ name: 'amzn-s3-demo-bucket' }, entropy(scene.world.seed, 0, { purpose: 'bucket' }));

export const put = (scene: Scene, bucket: Bucket, protection: Protection, secure: boolean): Uploaded =>
  upload(
    { bucket, world: scene.world, ask: scene.ask, random: randomOf(scene, 'put') },
    {
      protection,
      secure,
      Key: OBJECT,
      plaintext: utf8(scene.text),
      as: scene.as,
      KeyId: scene.KeyId,
      customerKey: customerKeyOf(scene),
    },
  );

export interface Got extends Omit<GetAnswer, 'wire'> {
  readonly wire: Uint8Array;
  readonly wiretapReads: boolean;
  /** What the reader has in the end, after decrypting at the client if need be. */
  readonly text?: string;
}

export const get = (scene: Scene, bucket: Bucket, protection: Protection, secure: boolean): Got => {
  const answer = getObject(
    { bucket, world: scene.world, ask: scene.ask, random: randomOf(scene, 'get') },
    {
      Key: OBJECT,
      secure,
      as: scene.as,
      ...(protection === 'SSE-C' ? { customerKey: customerKeyOf(scene) } : {}),
    },
  );
  const wire = answer.wire.at(-1) ?? new Uint8Array();
  const seen = { ...answer, wire, wiretapReads: answer.wire.some((each) => canRead(each, utf8(scene.text))) };
  if (!answer.body) return seen;
  if (protection !== 'CSE') return { ...seen, text: fromUtf8(answer.body) };
  const opened = decryptMessage(answer.body, simulatedDecrypt(scene.ask, { as: scene.as }));
  if (!isRefused(opened)) return { ...seen, text: fromUtf8(opened.plaintext) };
  const error = opened.refusal.dataKeyErrors?.[0]?.error;
  return { ...seen, error: { Code: error?.__type ?? opened.refusal.reason, Message: error?.message ?? '' } };
};

/** All six ways tried in a world of their own, where nothing of it is logged. */
export const tryAll = (text: string): readonly Cell[] => {
  let world = bigBang('wiretap/all');
  const ask: AskKms = (command) => {
    const answer = call(world, command);
    world = answer.world;
    return answer.entry as ApiEntry;
  };
  const { output } = ask({ operation: 'CreateKey', input: {} });
  const KeyId = (output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  return twelveCells(
    { world, ask, random: entropy('wiretap/all', 0, {}) },
    { plaintext: utf8(text), KeyId, as: 'app' },
  );
};

const END_OF_HEAD = utf8('\r\n\r\n');
const headLength = (bytes: Uint8Array): number => {
  for (let at = 0; at + 4 <= bytes.length; at++)
    if (END_OF_HEAD.every((byte, index) => bytes[at + index] === byte)) return at + 4;
  return 0;
};
const asText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const SHOWN = 96;

export interface Glimpse {
  /** HTTP head, where it can be read. */
  readonly head?: string;
  /** The rest: text, or the beginning of the bytes. */
  readonly rest: string;
}

/** What bytes look like to somebody who has nothing but them. */
export const glimpse = (bytes: Uint8Array): Glimpse => {
  const end = headLength(bytes);
  const head = end > 0 ? asText(bytes.subarray(0, end)) : undefined;
  const body = head === undefined ? bytes : bytes.subarray(end);
  return { ...(head === undefined ? {} : { head: head.trim() }), rest: asText(body) ?? spacedHex(body, SHOWN) };
};
