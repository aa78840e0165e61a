/** Who listens on the way and who carries disks away, and what each of them can read. Nothing is known beforehand: bytes are searched. */
import { encryptMessage, isRefused, simulatedKeyring } from '../esdk/index.ts';
import type { Bucket, ServerSideEncryption } from './bucket.ts';
import { diskBytes, newBucket } from './bucket.ts';
import { putObject } from './put-object.ts';
import type { S3Error, Service } from './service.ts';

/** Whether the secret stands in the bytes as it is. */
export const canRead = (bytes: Uint8Array, secret: Uint8Array): boolean => {
  if (secret.length === 0) return false;
  for (let at = 0; at + secret.length <= bytes.length; at++)
    if (secret.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
};

/** How a body is protected from end to end: by nobody, by the service, or by the client before it is sent. */
export type Protection = 'none' | 'SSE-S3' | 'SSE-KMS' | 'SSE-KMS+BucketKey' | 'SSE-C' | 'CSE';

export interface Upload {
  readonly protection: Protection;
  readonly secure: boolean;
  readonly Key: string;
  readonly plaintext: Uint8Array;
  readonly as?: string | undefined;
  /** Key of KMS for SSE-KMS and for the client. */
  readonly KeyId: string;
  /** Of SSE-C. */
  readonly customerKey: Uint8Array;
}

export interface Uploaded {
  readonly bucket: Bucket;
  /** As it left the client. */
  readonly body: Uint8Array;
  readonly wire: Uint8Array;
  /** Absent if S3 refused it. */
  readonly disk?: Uint8Array;
  readonly error?: S3Error;
  readonly wiretapReads: boolean;
  readonly diskThiefReads: boolean;
}

const onTheServer = ({ protection, KeyId, customerKey }: Upload): ServerSideEncryption | undefined => {
  switch (protection) {
    case 'none':
      return { kind: 'none' };
    case 'SSE-S3':
      return { kind: 'SSE-S3' };
    case 'SSE-KMS':
      return { kind: 'SSE-KMS', KMSMasterKeyID: KeyId };
    case 'SSE-KMS+BucketKey':
      return { kind: 'SSE-KMS', KMSMasterKeyID: KeyId, BucketKeyEnabled: true };
    case 'SSE-C':
      return { kind: 'SSE-C', customerKey };
    // What the client has encrypted is encrypted once more, as the bucket does by default.
    case 'CSE':
      return undefined;
  }
};

/** Puts an object the chosen way, and lets both watchers have a look. */
export const upload = (service: Service, asked: Upload): Uploaded => {
  const { protection, secure, Key, plaintext, as, KeyId } = asked;
  const { bucket, ask, random } = service;
  let body: Uint8Array = plaintext;
  if (protection === 'CSE') {
    const keyring = simulatedKeyring(ask, { generatorKeyId: KeyId, ...(as === undefined ? {} : { as }) });
    const message = encryptMessage({ plaintext, encryptionContext: { object: Key }, suite: 0x0478 }, keyring, random);
    if (isRefused(message)) {
      const { __type: Code, message: Message } = message.refusal.dataKeyErrors?.[0]?.error ?? {
        __type: message.refusal.reason,
        message: '',
      };
      const nothing = new Uint8Array();
      return {
        bucket,
        body: nothing,
        wire: nothing,
        error: { Code, Message },
        wiretapReads: false,
        diskThiefReads: false,
      };
    }
    body = message;
  }
  const put = putObject(service, { Key, body, secure, as, encryption: onTheServer(asked) });
  const stored = put.error ? undefined : put.bucket.objects[Key];
  const disk = stored && diskBytes(stored);
  return {
    bucket: put.bucket,
    body,
    wire: put.wire,
    ...(disk ? { disk } : {}),
    ...(put.error ? { error: put.error } : {}),
    wiretapReads: canRead(put.wire, plaintext),
    diskThiefReads: disk !== undefined && canRead(disk, plaintext),
  };
};

export interface Cell {
  readonly protection: 'none' | 'SSE-KMS' | 'CSE';
  readonly secure: boolean;
  readonly watcher: 'wiretap' | 'diskThief';
  readonly reads: boolean;
}

/** Three protections, with and without TLS, two watchers: twelve uploads' worth of looking. */
export const twelveCells = (
  service: Omit<Service, 'bucket'>,
  { plaintext, KeyId, as }: Pick<Upload, 'plaintext' | 'KeyId' | 'as'>,
): readonly Cell[] =>
  (['none', 'SSE-KMS', 'CSE'] as const).flatMap((protection) =>
    [false, true].flatMap((secure) => {
      const bucket = newBucket({ name: 'amzn-s3-demo-bucket' }, service.random);
      const customerKey = new Uint8Array(32);
      const { wiretapReads, diskThiefReads } = upload(
        { ...service, bucket },
        { protection, secure, Key: 'secret.txt', plaintext, as, KeyId, customerKey },
      );
      return [
        { protection, secure, watcher: 'wiretap' as const, reads: wiretapReads },
        { protection, secure, watcher: 'diskThief' as const, reads: diskThiefReads },
      ];
    }),
  );
