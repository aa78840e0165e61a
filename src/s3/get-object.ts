/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */

import { equalBytes } from '@noble/ciphers/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { mustBytes, toBase64 } from '../kms/crypto/bytes.ts';
import { type Bucket, type BucketKey, SIMULATED_BUCKET_KEY_LIFETIME, type StoredObject } from './bucket.ts';
import { open } from './sealed.ts';
import {
  askForCaller,
  callerOf,
  forbidden,
  fromKms,
  insecureCustomerKey,
  type S3Error,
  type S3Request,
  type Service,
} from './service.ts';
import { onTheWire } from './wire.ts';

export interface GetRequest extends S3Request {
  /** 32 bytes; needed for an SSE-C object, and for no other. */
  readonly customerKey?: Uint8Array | undefined;
}

export interface GetAnswer {
  readonly bucket: Bucket;
  /** Both ways between client and S3, as a listener gets them: first the request, then the answer. */
  readonly wire: readonly Uint8Array[];
  readonly body?: Uint8Array;
  readonly error?: S3Error;
}

interface Opened {
  readonly key: Uint8Array;
  readonly bucketKeys?: readonly BucketKey[];
}

const isError = (answer: object): answer is S3Error => 'Code' in answer;

const WRONG_KEY: S3Error = {
  Code: 'AccessDenied',
  Message: 'The customer-provided key is not the one of this object.',
};
const NO_KEY: S3Error = { Code: 'InvalidRequest', Message: 'This object needs its customer-provided key.' };

type SseKms = Extract<StoredObject['encryption'], { kind: 'SSE-KMS' }>;

const keyFromKms = (service: Service, request: S3Request, stored: SseKms): Opened | S3Error => {
  const { bucket, world } = service;
  const { KeyArn, CiphertextBlob, EncryptionContext, wrappedKey } = stored;
  const requester = callerOf(service, request).Arn;
  const alive = bucket.bucketKeys.filter(({ until }) => world.now <= until);
  const known =
    wrappedKey && alive.find((each) => each.requester === requester && equalBytes(each.CiphertextBlob, CiphertextBlob));
  if (known) return unwrapped(known.plaintext, wrappedKey, alive);
  const input = { KeyId: KeyArn, CiphertextBlob: toBase64(CiphertextBlob), EncryptionContext };
  const { output, error } = askForCaller(service, request, 'Decrypt', input);
  if (error) return fromKms(error);
  const plaintext = mustBytes((output as { Plaintext: string }).Plaintext);
  if (!wrappedKey) return { key: plaintext };
  const bucketKey = { KeyArn, requester, plaintext, CiphertextBlob, until: world.now + SIMULATED_BUCKET_KEY_LIFETIME };
  return unwrapped(plaintext, wrappedKey, [...alive, bucketKey]);
};

const unwrapped = (bucketKey: Uint8Array, wrappedKey: Uint8Array, bucketKeys: readonly BucketKey[]): Opened => {
  const key = open(bucketKey, wrappedKey);
  if (!key) throw new Error('an object key expected to open under its Bucket Key');
  return { key, bucketKeys };
};

const keyOf = (service: Service, request: GetRequest, { encryption }: StoredObject): Opened | S3Error => {
  switch (encryption.kind) {
    case 'none':
      return { key: new Uint8Array() };
    case 'SSE-S3': {
      const key = open(service.bucket.serviceKey, encryption.wrappedKey);
      if (!key) throw new Error('an object key expected to open under the key of the service');
      return { key };
    }
    case 'SSE-KMS':
      return keyFromKms(service, request, encryption);
    case 'SSE-C': {
      const { customerKey: key } = request;
      if (!key) return NO_KEY;
      return equalBytes(hmac(sha256, encryption.salt, key), encryption.keyHmac) ? { key } : WRONG_KEY;
    }
  }
};

export const getObject = (service: Service, request: GetRequest): GetAnswer => {
  const { bucket, random } = service;
  const { Key, secure, customerKey } = request;
  const host = `${bucket.name}.s3.${bucket.Region}.amazonaws.com`;
  const asking = onTheWire(
    {
      firstLine: `GET /${encodeURI(Key)} HTTP/1.1`,
      host,
      encryption: customerKey && { kind: 'SSE-C', customerKey },
    },
    { secure },
    random,
  );
  const refuse = (error: S3Error): GetAnswer => ({ bucket, wire: [asking], error });
  const problem =
    insecureCustomerKey(request, customerKey !== undefined) ?? forbidden(service, request, 's3:GetObject');
  if (problem) return refuse(problem);
  const object = bucket.objects[Key];
  if (!object) return refuse({ Code: 'NoSuchKey', Message: 'The specified key does not exist.' });
  const opened = keyOf(service, request, object);
  if (isError(opened)) return refuse(opened);
  const body = object.encryption.kind === 'none' ? object.body : open(opened.key, object.body);
  if (!body) return refuse({ Code: 'InternalError', Message: 'The object is damaged.' });
  const answering = onTheWire({ firstLine: 'HTTP/1.1 200 OK', host, body }, { secure }, random);
  return {
    bucket: opened.bucketKeys ? { ...bucket, bucketKeys: opened.bucketKeys } : bucket,
    wire: [asking, answering],
    body,
  };
};
