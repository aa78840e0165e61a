/** Amazon S3 as far as encryption goes: a bucket, its two requests, and those who watch them. */
export {
  type Bucket,
  bucketArn,
  diskBytes,
  type NewBucket as NewBucketOptions,
  newBucket,
  objectArn,
  type ServerSideEncryption,
  SIMULATED_BUCKET_KEY_LIFETIME,
  type StoredEncryption,
  type StoredObject,
} from './bucket.ts';
export { type GetAnswer, type GetRequest, getObject } from './get-object.ts';
export { type PutAnswer, type PutRequest, putObject } from './put-object.ts';
export type { S3Error, Service } from './service.ts';
export { type Cell, canRead, type Protection, twelveCells, type Upload, type Uploaded, upload } from './watchers.ts';
