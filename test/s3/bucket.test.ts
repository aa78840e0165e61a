/** What S3 encrypts, with which key, and whom it asks. AWS: AmazonS3/latest/userguide/serv-side-encryption.html */
import { describe, expect, test } from 'vitest';
import { decryptMessage, isRefused, simulatedDecrypt } from '../../src/esdk/index.ts';
import {
  canRead,
  getObject,
  putObject,
  SIMULATED_BUCKET_KEY_LIFETIME,
  twelveCells,
  upload,
} from '../../src/s3/index.ts';
import { bytes, givenBucket, text } from './given.ts';

const secret = bytes('2026年4月分 給与明細');
const put = { Key: 'payslip.txt', body: secret, secure: true, as: 'app' };
const get = { Key: 'payslip.txt', secure: true, as: 'app' };

describe('PutObject and GetObject', () => {
  test.each(['none', 'SSE-S3', 'SSE-KMS', 'SSE-C'] as const)('give back what was stored with %s', (kind) => {
    const { service, keep, KeyArn, random } = givenBucket();
    const customerKey = random(32);
    const encryption = { kind, customerKey, KMSMasterKeyID: KeyArn };
    expect(keep(putObject(service(), { ...put, encryption })).error).toBeUndefined();
    const answer = getObject(service(), kind === 'SSE-C' ? { ...get, customerKey } : get);
    expect(text(answer.body)).toBe(text(secret));
  });

  test('a request that asks for nothing gets the default of the bucket; changing it leaves old objects alone', () => {
    const { service, keep, bucket, KeyArn } = givenBucket();
    keep(putObject(service(), put));
    expect(bucket().objects[put.Key]?.encryption.kind).toBe('SSE-S3');
    keep({ bucket: { ...bucket(), defaultEncryption: { kind: 'SSE-KMS', KMSMasterKeyID: KeyArn } } });
    expect(bucket().objects[put.Key]?.encryption.kind).toBe('SSE-S3');
    keep(putObject(service(), { ...put, Key: 'new.txt' }));
    expect(bucket().objects['new.txt']?.encryption.kind).toBe('SSE-KMS');
  });

  test('SSE-S3 asks KMS nothing', () => {
    const { service, keep, asked } = givenBucket();
    keep(putObject(service(), put));
    getObject(service(), get);
    expect(asked()).toEqual([]);
  });

  test('SSE-KMS asks in the name of the caller, through S3, with the ARN of the object as context', () => {
    const { service, keep, asked, records, KeyArn } = givenBucket();
    keep(putObject(service(), { ...put, encryption: { kind: 'SSE-KMS', KMSMasterKeyID: KeyArn } }));
    getObject(service(), get);
    expect(asked()).toEqual(['GenerateDataKey', 'Decrypt']);
    for (const record of records())
      expect(record).toMatchObject({
        sourceIPAddress: 's3.amazonaws.com',
        requestParameters: { encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::amzn-s3-demo-bucket/payslip.txt' } },
      });
  });

  test('SSE-KMS without a key takes the AWS managed key of S3', () => {
    const { service, keep, entries } = givenBucket();
    keep(putObject(service(), { ...put, encryption: { kind: 'SSE-KMS' } }));
    expect(entries[0]?.command.input).toMatchObject({ KeyId: 'alias/aws/s3' });
    expect(text(getObject(service(), get).body)).toBe(text(secret));
  });

  test('reading an SSE-KMS object needs kms:Decrypt besides s3:GetObject; an SSE-S3 object does not', () => {
    const { service, keep, allow, KeyArn } = givenBucket();
    keep(putObject(service(), { ...put, encryption: { kind: 'SSE-KMS', KMSMasterKeyID: KeyArn } }));
    keep(putObject(service(), { ...put, Key: 'plain.txt' }));
    allow('app', 's3:GetObject');
    expect(getObject(service(), get)).toMatchObject({ error: { Code: 'AccessDenied' } });
    expect(getObject(service(), get).error?.Message).toContain('kms:Decrypt');
    expect(text(getObject(service(), { ...get, Key: 'plain.txt' }).body)).toBe(text(secret));
    allow('app', 'kms:Decrypt');
    expect(getObject(service(), get).error?.Message).toContain('s3:GetObject');
  });

  test('writing an SSE-KMS object needs kms:GenerateDataKey, and nothing is stored without', () => {
    const { service, allow, KeyArn } = givenBucket();
    allow('app', 's3:PutObject', 'kms:Encrypt');
    const answer = putObject(service(), { ...put, encryption: { kind: 'SSE-KMS', KMSMasterKeyID: KeyArn } });
    expect(answer.error?.Code).toBe('AccessDenied');
    expect(answer.bucket.objects).toEqual({});
  });

  test('a disabled key closes the object, and S3 passes the reason on', () => {
    const { service, keep, give, KeyArn } = givenBucket();
    keep(putObject(service(), { ...put, encryption: { kind: 'SSE-KMS', KMSMasterKeyID: KeyArn } }));
    give({ operation: 'DisableKey', input: { KeyId: KeyArn } });
    expect(getObject(service(), get).error?.Code).toBe('KMS.DisabledException');
  });

  test('SSE-C objects open with their key alone; S3 does not keep it', () => {
    const { service, keep, bucket, random } = givenBucket();
    const customerKey = random(32);
    keep(putObject(service(), { ...put, encryption: { kind: 'SSE-C', customerKey } }));
    expect(getObject(service(), get).error?.Code).toBe('InvalidRequest');
    expect(getObject(service(), { ...get, customerKey: random(32) }).error?.Code).toBe('AccessDenied');
    const { serviceKey, bucketKeys, objects } = bucket();
    expect(bucketKeys).toEqual([]);
    for (const kept of [serviceKey, objects[put.Key]?.body ?? serviceKey])
      expect(canRead(kept, customerKey)).toBe(false);
  });

  test('an SSE-C request without TLS is refused, but its key and body have been heard', () => {
    const { service, random } = givenBucket();
    const customerKey = random(32);
    const answer = putObject(service(), { ...put, secure: false, encryption: { kind: 'SSE-C', customerKey } });
    expect(answer.error?.Code).toBe('InvalidRequest');
    expect(answer.bucket.objects).toEqual({});
    expect(canRead(answer.wire, secret)).toBe(true);
    expect(canRead(answer.wire, bytes(Buffer.from(customerKey).toString('base64')))).toBe(true);
  });

  test('a bucket that requires TLS denies what comes without', () => {
    const { service } = givenBucket({ requiresTls: true });
    expect(putObject(service(), { ...put, secure: false }).error?.Code).toBe('AccessDenied');
    expect(putObject(service(), put).error).toBeUndefined();
  });

  test('a stranger gets nothing, and a missing key says so', () => {
    const { service } = givenBucket();
    expect(getObject(service(), { ...get, as: 'thief' }).error?.Code).toBe('AccessDenied');
    expect(getObject(service(), get).error?.Code).toBe('NoSuchKey');
  });
});

describe('A Bucket Key', () => {
  const many = (count: number, BucketKeyEnabled: boolean) => {
    const given = givenBucket();
    const encryption = { kind: 'SSE-KMS', KMSMasterKeyID: given.KeyArn, BucketKeyEnabled } as const;
    for (let n = 0; n < count; n++) given.keep(putObject(given.service(), { ...put, Key: `${n}.txt`, encryption }));
    return given;
  };

  test('serves many objects with one call; without it each object costs one', () => {
    expect(many(5, true).asked()).toEqual(['GenerateDataKey']);
    expect(many(5, false).asked()).toHaveLength(5);
  });

  test('has the ARN of the bucket for its context, and each object a key of its own', () => {
    const { entries, bucket } = many(2, true);
    expect(entries[0]?.command.input).toMatchObject({
      EncryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::amzn-s3-demo-bucket' },
    });
    const [first, second] = Object.values(bucket().objects).map(({ encryption }) => encryption);
    expect(first).not.toEqual(second);
    expect(first).toMatchObject({ CiphertextBlob: (second as { CiphertextBlob: Uint8Array }).CiphertextBlob });
  });

  test('is asked for again when its time is over, and for another requester', () => {
    const { give, keep, service, asked, KeyArn } = many(1, true);
    const encryption = { kind: 'SSE-KMS', KMSMasterKeyID: KeyArn, BucketKeyEnabled: true } as const;
    give({ clock: { by: SIMULATED_BUCKET_KEY_LIFETIME } });
    keep(putObject(service(), { ...put, encryption }));
    expect(asked()).toHaveLength(1);
    give({ clock: { by: 1 } });
    keep(putObject(service(), { ...put, encryption }));
    expect(asked()).toHaveLength(2);
    keep(putObject(service(), { ...put, as: 'admin', encryption }));
    expect(asked()).toHaveLength(3);
  });

  test('reads its objects with one Decrypt, even after S3 has forgotten it', () => {
    const { keep, service, asked, bucket } = many(3, true);
    keep({ bucket: { ...bucket(), bucketKeys: [] } });
    for (const Key of ['0.txt', '1.txt', '2.txt'])
      expect(text(keep(getObject(service(), { ...get, Key })).body)).toBe(text(secret));
    expect(asked()).toEqual(['GenerateDataKey', 'Decrypt']);
  });
});

describe('Those who watch', () => {
  test('read what nobody has encrypted where they are: twelve cells, searched byte by byte', () => {
    const { service, KeyArn } = givenBucket();
    const cells = twelveCells(service(), { plaintext: secret, KeyId: KeyArn, as: 'app' });
    const reads = (protection: string, secure: boolean, watcher: string) =>
      cells.find((cell) => cell.protection === protection && cell.secure === secure && cell.watcher === watcher)?.reads;
    expect(cells).toHaveLength(12);
    expect(reads('none', false, 'wiretap')).toBe(true);
    expect(reads('none', true, 'wiretap')).toBe(false);
    expect(reads('none', false, 'diskThief')).toBe(true);
    expect(reads('none', true, 'diskThief')).toBe(true);
    expect(reads('SSE-KMS', false, 'wiretap')).toBe(true);
    expect(reads('SSE-KMS', true, 'wiretap')).toBe(false);
    expect(reads('SSE-KMS', false, 'diskThief')).toBe(false);
    expect(reads('SSE-KMS', true, 'diskThief')).toBe(false);
    for (const secure of [false, true])
      for (const watcher of ['wiretap', 'diskThief']) expect(reads('CSE', secure, watcher)).toBe(false);
  });

  test('a client-side encrypted object comes back as a message, which the client alone opens', () => {
    const { service, keep, KeyArn, ask, random } = givenBucket();
    const asked = {
      protection: 'CSE',
      secure: false,
      Key: put.Key,
      plaintext: secret,
      as: 'app',
      KeyId: KeyArn,
    } as const;
    keep(upload(service(), { ...asked, customerKey: random(32) }));
    const { body } = getObject(service(), get);
    if (!body) throw new Error('the object is there');
    const opened = decryptMessage(body, simulatedDecrypt(ask, { as: 'app' }));
    expect(isRefused(opened) ? opened.refusal : text(opened.plaintext)).toBe(text(secret));
  });

  test('an empty secret is found nowhere, one at either end is found', () => {
    expect(canRead(bytes('abc'), new Uint8Array())).toBe(false);
    expect(canRead(bytes('abc'), bytes('ab'))).toBe(true);
    expect(canRead(bytes('abc'), bytes('bc'))).toBe(true);
    expect(canRead(bytes('ab'), bytes('abc'))).toBe(false);
  });
});
