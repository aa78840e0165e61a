import { describe, expect, test } from 'vitest';
import type { CloudTrailRecord } from '../../src/kms/cloudtrail.ts';
import { toRecords } from '../../src/kms/cloudtrail.ts';
import { toBase64, utf8 } from '../../src/kms/crypto/bytes.ts';
import { DAY } from '../../src/kms/vocabulary.ts';
import { type Given, given } from './given.ts';

/** The records of the last command. */
const records = (g: Given): readonly CloudTrailRecord[] => toRecords(g.last);
const record = (g: Given): CloudTrailRecord => records(g)[0] as CloudTrailRecord;
const named = (g: Given, eventName: string) => records(g).filter((one) => one.eventName === eventName);
const UTF8 = (text: string) => toBase64(utf8(text));
const id = (Arn: string) => Arn.split('/').at(-1) ?? '';

const EncryptionContext = { Department: 'Engineering', Project: 'Alpha' };
const TOKYO = 'ap-northeast-1';
const OSAKA = 'ap-northeast-3';

/**
 * Every event of which AWS publishes a sample or a rule: what its record tells, and what it does not.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html and the pages below it.
 */
interface Row {
  readonly event: string;
  /** Brings the world to the call that is looked at; the call is the last command. */
  readonly call: (g: Given, key: string) => unknown;
  readonly requestParameters: (key: string, g: Given) => unknown;
  readonly responseElements: (key: string, g: Given) => unknown;
  readonly readOnly: boolean;
  readonly page: string;
}

const keyIdOf = (key: string) => ({ keyId: key });
const nothing = () => null;

const TABLE: readonly Row[] = [
  {
    event: 'Encrypt',
    call: (g, key) => g.ask('Encrypt', { KeyId: id(key), Plaintext: UTF8('hello'), EncryptionContext }),
    requestParameters: (key) => ({
      encryptionContext: EncryptionContext,
      keyId: id(key),
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-encrypt',
  },
  {
    event: 'Decrypt',
    call: (g, key) => {
      const { CiphertextBlob } = g.ask('Encrypt', { KeyId: key, Plaintext: UTF8('hello'), EncryptionContext });
      g.ask('Decrypt', { CiphertextBlob, EncryptionContext });
    },
    requestParameters: () => ({ encryptionAlgorithm: 'SYMMETRIC_DEFAULT', encryptionContext: EncryptionContext }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-decrypt',
  },
  {
    event: 'ReEncrypt',
    call: (g, key) => {
      const { CiphertextBlob } = g.ask('Encrypt', { KeyId: key, Plaintext: UTF8('hello'), EncryptionContext });
      g.ask('ReEncrypt', {
        CiphertextBlob,
        SourceEncryptionContext: EncryptionContext,
        DestinationKeyId: key,
        DestinationEncryptionContext: { Level: '3A' },
      });
    },
    requestParameters: (key) => ({
      sourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      sourceEncryptionContext: EncryptionContext,
      destinationKeyId: key,
      destinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      destinationEncryptionContext: { Level: '3A' },
    }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-reencrypt',
  },
  {
    event: 'GenerateDataKey',
    call: (g, key) => g.ask('GenerateDataKey', { KeyId: key, KeySpec: 'AES_256', EncryptionContext }),
    requestParameters: (key) => ({ keyId: key, keySpec: 'AES_256', encryptionContext: EncryptionContext }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-generatedatakey',
  },
  {
    event: 'GenerateDataKeyWithoutPlaintext',
    call: (g, key) => g.ask('GenerateDataKeyWithoutPlaintext', { KeyId: key, NumberOfBytes: 64 }),
    requestParameters: (key) => ({ keyId: key, numberOfBytes: 64 }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-generatedatakeyplaintext',
  },
  {
    event: 'GenerateRandom',
    call: (g) => g.ask('GenerateRandom', { NumberOfBytes: 32 }),
    requestParameters: nothing,
    responseElements: nothing,
    readOnly: true,
    page: 'ct-generaterandom',
  },
  {
    event: 'CreateKey',
    call: (g) => g.ask('CreateKey'),
    requestParameters: () => ({
      bypassPolicyLockoutSafetyCheck: false,
      customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      description: '',
      keySpec: 'SYMMETRIC_DEFAULT',
      keyUsage: 'ENCRYPT_DECRYPT',
      multiRegion: false,
      origin: 'AWS_KMS',
    }),
    responseElements: () => ({
      keyMetadata: expect.objectContaining({
        aWSAccountId: '111122223333',
        arn: expect.stringMatching(/^arn:aws:kms:/),
        creationDate: 'Apr 1, 2026, 12:00:00 AM',
        description: '',
        enabled: true,
        keyId: expect.any(String),
        keyState: 'Enabled',
        keyUsage: 'ENCRYPT_DECRYPT',
        origin: 'AWS_KMS',
      }),
    }),
    readOnly: false,
    page: 'ct-createkey',
  },
  ...(['DisableKey', 'EnableKey'] as const).map(
    (event): Row => ({
      event,
      call: (g, key) => g.ask(event, { KeyId: id(key) }),
      requestParameters: (key) => ({ keyId: id(key) }),
      responseElements: keyIdOf,
      readOnly: false,
      page: `ct-${event.toLowerCase()}`,
    }),
  ),
  {
    event: 'ScheduleKeyDeletion',
    call: (g, key) => g.ask('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 20 }),
    requestParameters: (key) => ({ keyId: key, pendingWindowInDays: 20 }),
    responseElements: (key) => ({
      keyId: key,
      keyState: 'PendingDeletion',
      deletionDate: 'Apr 21, 2026, 12:00:00 AM',
      pendingWindowInDays: 20,
    }),
    readOnly: false,
    page: 'ct-schedule-key-deletion',
  },
  {
    event: 'CancelKeyDeletion',
    call: (g, key) => {
      g.ask('ScheduleKeyDeletion', { KeyId: key });
      g.ask('CancelKeyDeletion', { KeyId: key });
    },
    requestParameters: (key) => ({ keyId: key }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-cancel-key-deletion',
  },
  {
    event: 'CreateAlias',
    call: (g, key) => g.ask('CreateAlias', { AliasName: 'alias/my-alias', TargetKeyId: key }),
    requestParameters: (key) => ({ aliasName: 'alias/my-alias', targetKeyId: key }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-createalias',
  },
  {
    event: 'UpdateAlias',
    call: (g, key) => {
      const before = g.key();
      g.ask('CreateAlias', { AliasName: 'alias/my-alias', TargetKeyId: before });
      g.ask('UpdateAlias', { AliasName: 'alias/my-alias', TargetKeyId: id(key) });
    },
    requestParameters: (key) => ({ aliasName: 'alias/my-alias', targetKeyId: id(key) }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-updatealias',
  },
  {
    event: 'DeleteAlias',
    call: (g, key) => {
      g.ask('CreateAlias', { AliasName: 'alias/my-alias', TargetKeyId: key });
      g.ask('DeleteAlias', { AliasName: 'alias/my-alias' });
    },
    requestParameters: () => ({ aliasName: 'alias/my-alias' }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-deletealias',
  },
  {
    event: 'CreateGrant',
    call: (g, key) =>
      g.ask('CreateGrant', {
        KeyId: key,
        GranteePrincipal: 'arn:aws:iam::111122223333:role/batch',
        RetiringPrincipal: 'arn:aws:iam::111122223333:role/keyadmin',
        Operations: ['Encrypt', 'Decrypt'],
        Constraints: { EncryptionContextSubset: { ContextKey1: 'Value1' } },
      }),
    requestParameters: (key) => ({
      keyId: key,
      granteePrincipal: 'arn:aws:iam::111122223333:role/batch',
      retiringPrincipal: 'arn:aws:iam::111122223333:role/keyadmin',
      operations: ['Encrypt', 'Decrypt'],
      constraints: { encryptionContextSubset: { ContextKey1: 'Value1' } },
    }),
    responseElements: (key, g) => ({ grantId: (g.last.output as { GrantId: string }).GrantId, keyId: key }),
    readOnly: false,
    page: 'ct-creategrant',
  },
  {
    event: 'RetireGrant',
    call: (g, key) => {
      const { GrantToken } = g.ask('CreateGrant', {
        KeyId: key,
        GranteePrincipal: 'arn:aws:iam::111122223333:role/batch',
        RetiringPrincipal: 'arn:aws:iam::111122223333:user/admin',
        Operations: ['Encrypt'],
      });
      g.ask('RetireGrant', { GrantToken });
    },
    requestParameters: nothing,
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-retire-grant',
  },
  {
    event: 'PutKeyPolicy',
    call: (g, key) => {
      const { Policy } = g.ask('GetKeyPolicy', { KeyId: key });
      g.ask('PutKeyPolicy', { KeyId: key, Policy });
    },
    requestParameters: (key, g) => ({
      bypassPolicyLockoutSafetyCheck: false,
      keyId: key,
      policyName: 'default',
      policy: g.last.command.input.Policy,
    }),
    responseElements: nothing,
    readOnly: false,
    page: 'ct-put-key-policy',
  },
  {
    event: 'GetKeyPolicy',
    call: (g, key) => g.ask('GetKeyPolicy', { KeyId: key }),
    requestParameters: (key) => ({ keyId: key, policyName: 'default' }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-getkeypolicy',
  },
  {
    event: 'TagResource',
    call: (g, key) => g.ask('TagResource', { KeyId: key, Tags: [{ TagKey: 'Project', TagValue: 'Alpha' }] }),
    requestParameters: (key) => ({ keyId: key, tags: [{ tagKey: 'Project', tagValue: 'Alpha' }] }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-tagresource',
  },
  {
    event: 'UntagResource',
    call: (g, key) => {
      g.ask('TagResource', { KeyId: key, Tags: [{ TagKey: 'Project', TagValue: 'Alpha' }] });
      g.ask('UntagResource', { KeyId: key, TagKeys: ['Project'] });
    },
    requestParameters: (key) => ({ keyId: key, tagKeys: ['Project'] }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-untagresource',
  },
  {
    event: 'EnableKeyRotation',
    call: (g, key) => g.ask('EnableKeyRotation', { KeyId: id(key), RotationPeriodInDays: 180 }),
    requestParameters: (key) => ({ keyId: id(key), rotationPeriodInDays: 180 }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-enablekeyrotation',
  },
  {
    event: 'DisableKeyRotation',
    call: (g, key) => g.ask('DisableKeyRotation', { KeyId: key }),
    requestParameters: (key) => ({ keyId: key }),
    responseElements: nothing,
    readOnly: false,
    page: 'ct-disable-key-rotation',
  },
  {
    event: 'RotateKeyOnDemand',
    call: (g, key) => g.ask('RotateKeyOnDemand', { KeyId: key }),
    requestParameters: (key) => ({ keyId: key }),
    responseElements: keyIdOf,
    readOnly: false,
    page: 'ct-rotatekeyondemand',
  },
  {
    event: 'UpdateKeyDescription',
    call: (g, key) => g.ask('UpdateKeyDescription', { KeyId: id(key), Description: 'New key description' }),
    requestParameters: (key) => ({ keyId: id(key), description: 'New key description' }),
    responseElements: nothing,
    readOnly: false,
    page: 'ct-update-key-description',
  },
  {
    event: 'DescribeKey',
    call: (g, key) => g.ask('DescribeKey', { KeyId: key }),
    requestParameters: (key) => ({ keyId: key }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-describekey',
  },
  {
    event: 'ListAliases',
    call: (g) => g.ask('ListAliases', { Limit: 5 }),
    requestParameters: () => ({ limit: 5 }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-listaliases',
  },
  {
    event: 'ListGrants',
    call: (g, key) => g.ask('ListGrants', { KeyId: key, Limit: 50 }),
    requestParameters: (key) => ({ keyId: key, limit: 50 }),
    responseElements: nothing,
    readOnly: true,
    page: 'ct-listgrants',
  },
];

describe("AWS's table of events", () => {
  test.each(TABLE)('$event ($page)', ({ event, call, requestParameters, responseElements, readOnly }) => {
    const g = given(`trail ${event}`);
    const key = g.key();
    call(g, key);
    const found = record(g);
    expect(found.eventName).toBe(event);
    expect(found.requestParameters).toEqual(requestParameters(key, g));
    expect(found.responseElements).toEqual(responseElements(key, g));
    expect(found.readOnly).toBe(readOnly);
  });

  test('CreateKey logs its spec under both names, whichever was sent, and what the caller chose', () => {
    const g = given('trail spec');
    for (const sent of [{ KeySpec: 'HMAC_256' }, { CustomerMasterKeySpec: 'HMAC_256' }]) {
      g.ask('CreateKey', { ...sent, KeyUsage: 'GENERATE_VERIFY_MAC', Description: 'mine' });
      expect(record(g).requestParameters).toMatchObject({
        customerMasterKeySpec: 'HMAC_256',
        description: 'mine',
        keySpec: 'HMAC_256',
        keyUsage: 'GENERATE_VERIFY_MAC',
      });
    }
  });

  test('ScheduleKeyDeletion of a primary with replicas has no date', () => {
    const g = given('trail replicas');
    const key = g.key({ MultiRegion: true });
    g.ask('ReplicateKey', { KeyId: key, ReplicaRegion: OSAKA });
    g.tell({ clock: 'next' });
    g.ask('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 7 });
    expect(record(g).responseElements).toEqual({
      keyId: key,
      keyState: 'PendingReplicaDeletion',
      pendingWindowInDays: 7,
    });
  });
});

describe('A record of a call', () => {
  test("has AWS's fields in AWS's order", () => {
    const g = given('trail order');
    const key = g.key();
    g.ask('Encrypt', { KeyId: key, Plaintext: UTF8('hello') });
    expect(Object.keys(record(g))).toEqual([
      ...['eventVersion', 'userIdentity', 'eventTime', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress'],
      ...['userAgent', 'requestParameters', 'responseElements', 'additionalEventData', 'requestID', 'eventID'],
      ...['readOnly', 'resources', 'eventType', 'managementEvent', 'recipientAccountId', 'eventCategory', 'tlsDetails'],
    ]);
    expect(record(g)).toMatchObject({
      eventVersion: '1.11',
      eventTime: '2026-04-01T00:00:00Z',
      eventSource: 'kms.amazonaws.com',
      awsRegion: TOKYO,
      additionalEventData: { keyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) },
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: key }],
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
      tlsDetails: { tlsVersion: 'TLSv1.3', clientProvidedHostHeader: `kms.${TOKYO}.amazonaws.com` },
    });
  });

  test('tells a user by name and a role by its session, with ids as long as those of IAM', () => {
    const g = given('trail who');
    const key = g.key();
    expect(record(g).userIdentity).toMatchObject({
      type: 'IAMUser',
      principalId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      arn: 'arn:aws:iam::111122223333:user/admin',
      accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
      userName: 'admin',
    });
    g.ask('DescribeKey', { KeyId: key }, { as: 'app' });
    expect(record(g).userIdentity).toMatchObject({
      type: 'AssumedRole',
      principalId: expect.stringMatching(/^AROA[A-Z2-7]{17}:app$/),
      arn: 'arn:aws:sts::111122223333:assumed-role/app/app',
      sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/app', userName: 'app' } },
    });
  });

  test('names both materials of a ReEncrypt, and both keys, source first', () => {
    const g = given('trail two keys');
    const [source, destination] = [g.key(), g.key()];
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: source, Plaintext: UTF8('hello') });
    g.ask('ReEncrypt', { CiphertextBlob, DestinationKeyId: destination });
    expect(record(g).resources.map(({ ARN }) => ARN)).toEqual([source, destination]);
    const { sourceKeyMaterialId, destinationKeyMaterialId } = record(g).additionalEventData as Record<string, string>;
    expect(sourceKeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    expect(destinationKeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    expect(destinationKeyMaterialId).not.toBe(sourceKeyMaterialId);
  });

  test('names the alias and the key of a DeleteAlias, and no resource of a GenerateRandom', () => {
    const g = given('trail resources');
    const key = g.key();
    g.ask('CreateAlias', { AliasName: 'alias/app', TargetKeyId: key });
    g.ask('DeleteAlias', { AliasName: 'alias/app' });
    expect(record(g).resources).toEqual([
      { accountId: '111122223333', type: 'AWS::KMS::Alias', ARN: `arn:aws:kms:${TOKYO}:111122223333:alias/app` },
      { accountId: '111122223333', type: 'AWS::KMS::Key', ARN: key },
    ]);
    g.ask('GenerateRandom', { NumberOfBytes: 8 });
    expect(record(g).resources).toEqual([]);
  });

  test('keeps the id, ARN or alias by which the caller named the key', () => {
    const g = given('trail names');
    const key = g.key();
    g.ask('CreateAlias', { AliasName: 'alias/app', TargetKeyId: key });
    for (const KeyId of [id(key), key, 'alias/app', `arn:aws:kms:${TOKYO}:111122223333:alias/app`]) {
      g.ask('DescribeKey', { KeyId });
      expect(record(g).requestParameters).toEqual({ keyId: KeyId });
    }
  });

  test('shows where it came from when the request says so', () => {
    const g = given('trail address');
    g.ask('ListKeys', {}, { requestContext: { 'aws:SourceIp': '198.51.100.7' } });
    expect(record(g).sourceIPAddress).toBe('198.51.100.7');
  });
});

describe('A refused call', () => {
  test('of a disabled key says DisabledException, of one pending deletion KMSInvalidStateException', () => {
    const g = given('trail refusals');
    const key = g.key();
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: key, Plaintext: UTF8('hello') });
    g.ask('DisableKey', { KeyId: key });
    g.refuse('Decrypt', { CiphertextBlob }, { as: 'app' });
    expect(record(g)).toMatchObject({
      errorCode: 'DisabledException',
      errorMessage: `${key} is disabled.`,
      responseElements: null,
      resources: [{ ARN: key }],
    });
    g.ask('ScheduleKeyDeletion', { KeyId: key });
    g.refuse('Decrypt', { CiphertextBlob }, { as: 'app' });
    expect(record(g)).toMatchObject({
      errorCode: 'KMSInvalidStateException',
      errorMessage: `${key} is pending deletion.`,
    });
  });

  test("of somebody without permission says AccessDenied, not the API's AccessDeniedException", () => {
    const g = given('trail denied');
    const key = g.key();
    expect(g.refuse('DisableKey', { KeyId: key }, { as: 'batch' }).__type).toBe('AccessDeniedException');
    expect(record(g).errorCode).toBe('AccessDenied');
  });

  test('has its error after userAgent, and no additionalEventData', () => {
    const g = given('trail error order');
    const key = g.key();
    g.ask('DisableKey', { KeyId: key });
    g.refuse('Encrypt', { KeyId: key, Plaintext: UTF8('hello') });
    const names = Object.keys(record(g));
    expect(names.slice(names.indexOf('userAgent'), names.indexOf('userAgent') + 4)).toEqual([
      ...['userAgent', 'errorCode', 'errorMessage', 'requestParameters'],
    ]);
    expect(names).not.toContain('additionalEventData');
  });
});

describe('A call from another account', () => {
  const shared = () => {
    const g = given('trail accounts');
    const key = g.key({
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::777788889999:root' },
            Action: 'kms:Encrypt',
            Resource: '*',
          },
        ],
      }),
    });
    return { g, key };
  };

  test('that succeeds is logged in both accounts; the owner learns the account, not the name', () => {
    const { g, key } = shared();
    g.ask('Encrypt', { KeyId: key, Plaintext: UTF8('hello') }, { as: 'thief' });
    const [own, owners, ...others] = records(g);
    expect(others).toEqual([]);
    expect([own?.recipientAccountId, owners?.recipientAccountId]).toEqual(['777788889999', '111122223333']);
    expect(own?.sharedEventID).toBe(owners?.sharedEventID);
    expect(own?.eventID).not.toBe(owners?.eventID);
    expect(own?.userIdentity).toMatchObject({ userName: 'thief' });
    expect(owners?.userIdentity).toEqual({
      type: 'AWSAccount',
      principalId: own?.userIdentity.principalId,
      accountId: '777788889999',
    });
    expect(JSON.stringify(owners)).not.toContain('thief');
  });

  test('that is denied is logged in the account of the caller alone', () => {
    const { g, key } = shared();
    g.refuse('Decrypt', { KeyId: key, CiphertextBlob: UTF8('no ciphertext at all') }, { as: 'thief' });
    expect(records(g).map(({ recipientAccountId }) => recipientAccountId)).toEqual(['777788889999']);
    expect(record(g).sharedEventID).toBeUndefined();
  });
});

describe('A call that a service makes for somebody', () => {
  test('names the service as caller, address and agent, and who is behind it; it has no TLS details', () => {
    const g = given('trail s3');
    const key = g.key();
    const EncryptionContext = { 'aws:s3:arn': 'arn:aws:s3:::payroll/2026-03.pdf' };
    g.ask('GenerateDataKey', { KeyId: key, KeySpec: 'AES_256', EncryptionContext }, { as: 'app', via: 's3' });
    expect(record(g)).toMatchObject({
      eventName: 'GenerateDataKey',
      sourceIPAddress: 's3.amazonaws.com',
      userAgent: 's3.amazonaws.com',
      requestParameters: { keyId: key, keySpec: 'AES_256', encryptionContext: EncryptionContext },
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::111122223333:assumed-role/app/app',
        invokedBy: 's3.amazonaws.com',
        sessionContext: { sessionIssuer: { userName: 'app' } },
      },
    });
    expect(record(g).tlsDetails).toBeUndefined();
  });
});

describe('What KMS does by itself', () => {
  const internal = {
    userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' },
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
    requestParameters: null,
    readOnly: false,
    recipientAccountId: '111122223333',
  };

  test('DeleteKey, when the window has passed', () => {
    const g = given('trail DeleteKey');
    const key = g.key();
    g.ask('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 7 });
    g.wait(8 * DAY);
    expect(records(g)).toEqual([expect.objectContaining(internal)]);
    expect(record(g)).toMatchObject({
      eventName: 'DeleteKey',
      eventTime: '2026-04-08T00:00:00Z',
      eventType: 'AwsServiceEvent',
      responseElements: { keyId: key },
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: key }],
    });
    expect(record(g).requestID).toBeUndefined();
  });

  test('RotateKey, when a rotation is due: AUTOMATIC, with the material before and after', () => {
    const g = given('trail RotateKey');
    const key = g.key();
    g.ask('EnableKeyRotation', { KeyId: key, RotationPeriodInDays: 90 });
    g.wait(91 * DAY);
    const [rotation] = named(g, 'RotateKey');
    expect(rotation).toMatchObject({
      ...internal,
      eventType: 'AwsServiceEvent',
      responseElements: { keyId: key },
      serviceEventDetails: {
        rotationType: 'AUTOMATIC',
        keyOrigin: 'AWS_KMS',
        previousKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
        currentKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
        keyId: key,
      },
    });
  });

  test('RotateKey, ON_DEMAND, beside the record of RotateKeyOnDemand itself', () => {
    const g = given('trail RotateKeyOnDemand');
    const key = g.key();
    g.ask('RotateKeyOnDemand', { KeyId: key });
    const first = records(g);
    g.wait(DAY);
    const all = [...first, ...records(g)];
    expect(all.map(({ eventName }) => eventName)).toEqual(['RotateKeyOnDemand', 'RotateKey']);
    expect(all[1]?.serviceEventDetails).toMatchObject({ rotationType: 'ON_DEMAND' });
  });

  test('SynchronizeMultiRegionKey is an API call of AWS about the primary; the replica is not named', () => {
    const g = given('trail SynchronizeMultiRegionKey');
    const key = g.key({ MultiRegion: true });
    g.ask('ReplicateKey', { KeyId: key, ReplicaRegion: OSAKA });
    g.wait(DAY);
    const [synchronized] = named(g, 'SynchronizeMultiRegionKey');
    expect(synchronized).toMatchObject({
      ...internal,
      awsRegion: TOKYO,
      eventType: 'AwsApiCall',
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      responseElements: { keyId: key },
      resources: [{ ARN: key }],
    });
    expect(JSON.stringify(synchronized)).not.toContain(OSAKA);
  });

  test('UpdatePrimaryRegion is logged in each of the two Regions', () => {
    const g = given('trail UpdatePrimaryRegion');
    const key = g.key({ MultiRegion: true });
    g.ask('ReplicateKey', { KeyId: key, ReplicaRegion: OSAKA });
    g.wait(DAY);
    g.ask('UpdatePrimaryRegion', { KeyId: key, PrimaryRegion: OSAKA });
    const [here, there] = named(g, 'UpdatePrimaryRegion');
    expect([here?.awsRegion, there?.awsRegion]).toEqual([TOKYO, OSAKA]);
    expect(here?.responseElements).toEqual({ keyId: key });
    expect(there?.responseElements).toEqual({ keyId: key.replace(TOKYO, OSAKA) });
    expect(here?.requestParameters).toEqual({ keyId: key, primaryRegion: OSAKA });
  });
});

test('Turning the clock and setting the stage are logged nowhere', () => {
  const g = given('trail silence');
  g.wait(DAY);
  expect(records(g)).toEqual([]);
  g.tell({ stage: { setOutages: [] } });
  expect(records(g)).toEqual([]);
});
