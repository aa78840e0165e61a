/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { mustBytes } from '../kms/crypto/bytes.ts';
import {
  type Bucket,
  type BucketKey,
  bucketArn,
  objectArn,
  type ServerSideEncryption,
  SIMULATED_BUCKET_KEY_LIFETIME,
  type StoredEncryption,
} from './bucket.ts';
import { seal } from './sealed.ts';
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

export interface PutRequest extends S3Request {
  /** As it leaves the client: plaintext, or a message that the client encrypted. */
  readonly body: Uint8Array;
  /** The bucket's default if absent. */
  readonly encryption?: ServerSideEncryption | undefined;
}

export interface PutAnswer {
  readonly bucket: Bucket;
  /** Bytes between client and S3, as a listener gets them. They have been sent, whatever S3 answers. */
  readonly wire: Uint8Array;
  readonly error?: S3Error;
}

interface DataKey {
  readonly plaintext: Uint8Array;
  readonly encryption: StoredEncryption;
  readonly bucketKeys?: readonly BucketKey[];
}

type SseKms = Extract<ServerSideEncryption, { kind: 'SSE-KMS' }>;

interface GenerateDataKeyOutput {
  readonly KeyId: string;
  readonly CiphertextBlob: string;
  readonly Plaintext: string;
}

const isError = (answer: object): answer is S3Error => 'Code' in answer;

const generate = (service: Service, request: S3Request, { KMSMasterKeyID = 'alias/aws/s3' }: SseKms, arn: string) => {
  const EncryptionContext = { 'aws:s3:arn': arn };
  const input = { KeyId: KMSMasterKeyID, KeySpec: 'AES_256', EncryptionContext };
  const { output, error } = askForCaller(service, request, 'GenerateDataKey', input);
  if (error) return fromKms(error);
  const { KeyId, CiphertextBlob, Plaintext } = output as GenerateDataKeyOutput;
  return {
    KeyArn: KeyId,
    CiphertextBlob: mustBytes(CiphertextBlob),
    plaintext: mustBytes(Plaintext),
    EncryptionContext,
  };
};

/** Which key a Bucket Key must have come from; a name that nobody knows matches none, so that KMS is asked and says so. */
const keyArnOf = ({ world, bucket }: Service, { KMSMasterKeyID = 'alias/aws/s3' }: SseKms): string | undefined =>
  Object.values(world.keys).find(({ Arn, KeyId }) => Arn === KMSMasterKeyID || KeyId === KMSMasterKeyID)?.Arn ??
  world.aliases[`arn:aws:kms:${bucket.Region}:${bucket.AccountId}:${KMSMasterKeyID}`]?.TargetKeyArn;

/** One call to KMS serves many objects: their keys are wrapped by the Bucket Key, here, in the service. */
const withBucketKey = (service: Service, request: S3Request, encryption: SseKms): DataKey | S3Error => {
  const { bucket, world, random } = service;
  const requester = callerOf(service, request).Arn;
  const KeyArn = keyArnOf(service, encryption);
  const EncryptionContext = { 'aws:s3:arn': bucketArn(bucket) };
  const alive = bucket.bucketKeys.filter(({ until }) => world.now <= until);
  let bucketKey = alive.find((each) => each.KeyArn === KeyArn && each.requester === requester);
  let bucketKeys = alive;
  if (!bucketKey) {
    const made = generate(service, request, encryption, bucketArn(bucket));
    if (isError(made)) return made;
    bucketKey = { ...made, requester, until: world.now + SIMULATED_BUCKET_KEY_LIFETIME };
    bucketKeys = [...alive, bucketKey];
  }
  const plaintext = random(32);
  const { CiphertextBlob } = bucketKey;
  const wrappedKey = seal(bucketKey.plaintext, plaintext, random);
  return {
    plaintext,
    bucketKeys,
    encryption: { kind: 'SSE-KMS', KeyArn: bucketKey.KeyArn, CiphertextBlob, EncryptionContext, wrappedKey },
  };
};

/** The key that encrypts one object, and what of it is stored. */
const dataKeyFor = (
  service: Service,
  request: S3Request,
  encryption: Exclude<ServerSideEncryption, { kind: 'none' }>,
): DataKey | S3Error => {
  const { bucket, random } = service;
  switch (encryption.kind) {
    case 'SSE-S3': {
      const plaintext = random(32);
      return { plaintext, encryption: { kind: 'SSE-S3', wrappedKey: seal(bucket.serviceKey, plaintext, random) } };
    }
    case 'SSE-KMS': {
      if (encryption.BucketKeyEnabled) return withBucketKey(service, request, encryption);
      const made = generate(service, request, encryption, objectArn(bucket, request.Key));
      if (isError(made)) return made;
      const { plaintext, ...stored } = made;
      return { plaintext, encryption: { kind: 'SSE-KMS', ...stored } };
    }
    case 'SSE-C': {
      const salt = random(16);
      const keyHmac = hmac(sha256, salt, encryption.customerKey);
      return { plaintext: encryption.customerKey, encryption: { kind: 'SSE-C', salt, keyHmac } };
    }
  }
};

export const putObject = (service: Service, request: PutRequest): PutAnswer => {
  const { bucket, random } = service;
  const { Key, body, secure } = request;
  const wire = onTheWire(
    {
      firstLine: `PUT /${encodeURI(Key)} HTTP/1.1`,
      host: `${bucket.name}.s3.${bucket.Region}.amazonaws.com`,
      encryption: request.encryption,
      body,
    },
    { secure },
    random,
  );
  const encryption = request.encryption ?? bucket.defaultEncryption;
  const error =
    insecureCustomerKey(request, encryption.kind === 'SSE-C') ?? forbidden(service, request, 's3:PutObject');
  if (error) return { bucket, wire, error };

  if (encryption.kind === 'none') {
    const object = { Key, body, encryption };
    return { bucket: { ...bucket, objects: { ...bucket.objects, [Key]: object } }, wire };
  }
  const dataKey = dataKeyFor(service, request, encryption);
  if (isError(dataKey)) return { bucket, wire, error: dataKey };
  const object = { Key, body: seal(dataKey.plaintext, body, random), encryption: dataKey.encryption };
  return {
    bucket: {
      ...bucket,
      objects: { ...bucket.objects, [Key]: object },
      bucketKeys: dataKey.bucketKeys ?? bucket.bucketKeys,
    },
    wire,
  };
};
