/**
 * A bucket that encrypts: what lies on its disks, and what the service alone knows. Plain values; `put-object.ts` and
 * `get-object.ts` give the next one.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html
 */
import type { EncryptionContext } from '../esdk/index.ts';
import { concat } from '../kms/crypto/bytes.ts';

/** How a request wants its object protected on the server. */
export type ServerSideEncryption =
  | { readonly kind: 'SSE-S3' }
  | {
      readonly kind: 'SSE-KMS';
      /** Any way to name a key; the AWS managed key `alias/aws/s3` if absent. */
      readonly KMSMasterKeyID?: string;
      readonly BucketKeyEnabled?: boolean;
    }
  /** 32 bytes that the client keeps and sends along each time. */
  | { readonly kind: 'SSE-C'; readonly customerKey: Uint8Array }
  /** As objects were stored before 5 January 2023 where nobody asked for encryption. */
  | { readonly kind: 'none' };

/** How an object lies on disk: everything but the keys that the service or the customer holds. */
export type StoredEncryption =
  | { readonly kind: 'none' }
  | { readonly kind: 'SSE-S3'; readonly wrappedKey: Uint8Array }
  | {
      readonly kind: 'SSE-KMS';
      readonly KeyArn: string;
      /** Of the object's data key, or of the Bucket Key that wraps it. */
      readonly CiphertextBlob: Uint8Array;
      readonly EncryptionContext: EncryptionContext;
      /** The object's data key under the Bucket Key. */
      readonly wrappedKey?: Uint8Array;
    }
  /** A salted HMAC tells a wrong key from the right one, and leads to neither. */
  | { readonly kind: 'SSE-C'; readonly salt: Uint8Array; readonly keyHmac: Uint8Array };

export interface StoredObject {
  readonly Key: string;
  /** IV ‖ ciphertext ‖ tag, or the body itself. */
  readonly body: Uint8Array;
  readonly encryption: StoredEncryption;
}

/** A data key that the service keeps for a while, so that it need not ask KMS for each object. */
export interface BucketKey {
  readonly KeyArn: string;
  /** ARN of the principal for whom it was got: S3 shares it with nobody else, so that CloudTrail names each once. */
  readonly requester: string;
  readonly plaintext: Uint8Array;
  readonly CiphertextBlob: Uint8Array;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Bucket {
  readonly name: string;
  readonly Region: string;
  readonly AccountId: string;
  /** What a request gets that asks for nothing. */
  readonly defaultEncryption: ServerSideEncryption;
  /** A bucket policy that denies whatever comes without aws:SecureTransport. */
  readonly requiresTls: boolean;
  readonly objects: Readonly<Record<string, StoredObject>>;
  /** Known to the service, on no disk: the key of SSE-S3. */
  readonly serviceKey: Uint8Array;
  /** Known to the service, on no disk. */
  readonly bucketKeys: readonly BucketKey[];
}

/** "Time-limited" is all that AWS says of a Bucket Key's life. */
export const SIMULATED_BUCKET_KEY_LIFETIME = 5 * 60_000;

export const bucketArn = ({ name }: Pick<Bucket, 'name'>): string => `arn:aws:s3:::${name}`;
export const objectArn = (bucket: Pick<Bucket, 'name'>, Key: string): string => `${bucketArn(bucket)}/${Key}`;

export interface NewBucket {
  readonly name: string;
  readonly Region?: string;
  readonly AccountId?: string;
  readonly defaultEncryption?: ServerSideEncryption;
  readonly requiresTls?: boolean;
}

/** @param random n ↦ n bytes, for the service's own key */
export const newBucket = (
  {
    name,
    Region = 'ap-northeast-1',
    AccountId = '111122223333',
    defaultEncryption = { kind: 'SSE-S3' },
    requiresTls = false,
  }: NewBucket,
  random: (length: number) => Uint8Array,
): Bucket => ({
  name,
  Region,
  AccountId,
  defaultEncryption,
  requiresTls,
  objects: {},
  serviceKey: random(32),
  bucketKeys: [],
});

/** All bytes of an object that a disk holds, for whoever carries the disk away. */
export const diskBytes = ({ body, encryption }: StoredObject): Uint8Array => {
  switch (encryption.kind) {
    case 'none':
      return body;
    case 'SSE-S3':
      return concat(encryption.wrappedKey, body);
    case 'SSE-KMS':
      return concat(encryption.CiphertextBlob, encryption.wrappedKey ?? new Uint8Array(), body);
    case 'SSE-C':
      return concat(encryption.salt, encryption.keyHmac, body);
  }
};
