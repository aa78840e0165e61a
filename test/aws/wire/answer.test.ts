import { describe, expect, test } from 'vitest';
import type { SignedRequest } from '../../../src/aws/sigv4/index.ts';
import { answerRequest, type WireAnswer } from '../../../src/aws/wire/index.ts';
import { beginWorld } from '../../../src/endpoint/begin-world.ts';
import { DEFAULT_WORLD } from '../../../src/endpoint/default-world.ts';
import { call, type World } from '../../../src/kms/full.ts';
import { blob, kms, SIGNED_AT, signed } from './signed.ts';

const START = beginWorld(DEFAULT_WORLD).world;
const ARRIVAL = { now: SIGNED_AT, requestId: '00000000-0000-4000-8000-000000000000' };

const ask = (request: SignedRequest, world: World = START): WireAnswer & { readonly json: Record<string, unknown> } => {
  const answered = answerRequest(world, request, ARRIVAL);
  const { body, headers } = answered.response;
  return { ...answered, json: body && headers['content-type']?.includes('json') ? JSON.parse(body) : {} };
};

const withKey = () => {
  const { world, json } = ask(kms('CreateKey'));
  return { world, KeyId: (json.KeyMetadata as { KeyId: string }).KeyId };
};

describe('the door of KMS', () => {
  test('answers in AWS JSON 1.1: dates in epoch seconds, blobs in base64, the call’s own request id', () => {
    const { response, json, entry } = ask(kms('CreateKey', { Description: '給与' }));
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(response.headers['x-amzn-requestid']).toBe(entry?.requestId);
    expect(json.KeyMetadata).toMatchObject({
      AWSAccountId: '123456789012',
      CreationDate: 1_775_001_600,
      Description: '給与',
    });
    const { world, KeyId } = withKey();
    expect(ask(kms('Encrypt', { KeyId, Plaintext: blob('hello') }), world).json.CiphertextBlob).toMatch(
      /^[A-Za-z0-9+/]+=*$/,
    );
  });

  test('sends no body at all for an answer without members', () => {
    const { world, KeyId } = withKey();
    const { response, world: after } = ask(kms('DisableKey', { KeyId }), world);
    expect(response).toMatchObject({ status: 200, body: '' });
    expect(ask(kms('DescribeKey', { KeyId }), after).json.KeyMetadata).toMatchObject({ KeyState: 'Disabled' });
  });

  test('names an error in body and header', () => {
    const { response, json } = ask(kms('DescribeKey', { KeyId: 'alias/none' }));
    expect(response.status).toBe(400);
    expect(response.headers['x-amzn-errortype']).toBe('NotFoundException');
    expect(json).toEqual({
      __type: 'NotFoundException',
      message: 'Alias arn:aws:kms:ap-northeast-1:123456789012:alias/none is not found.',
    });
  });

  test('sends no message where AWS has none', () => {
    const { world, KeyId } = withKey();
    const CiphertextBlob = ask(kms('Encrypt', { KeyId, Plaintext: blob('x'), EncryptionContext: { a: 'b' } }), world)
      .json.CiphertextBlob;
    expect(ask(kms('Decrypt', { CiphertextBlob }), world).response.body).toBe(
      '{"__type":"InvalidCiphertextException"}',
    );
  });

  test('goes to the Region of the signature', () => {
    const { json, world } = ask(kms('CreateKey', {}, { region: 'eu-west-1' }));
    expect((json.KeyMetadata as { Arn: string }).Arn).toContain(':eu-west-1:');
    expect(ask(kms('ListKeys'), world).json.Keys).toEqual([]);
    expect(ask(kms('ListKeys', {}, { region: 'eu-west-1' }), world).json.Keys).toHaveLength(1);
  });

  test('an error of the service itself has status 500', () => {
    const { world } = call(START, { stage: { setOutages: ['ap-northeast-1'] } });
    expect(ask(kms('ListKeys'), world).response.status).toBe(500);
  });
});

describe('what is not understood', () => {
  test.each([
    'TrentService.MakeKey',
    'TrentService.',
    'TrentService',
    'DynamoDB_20120810.ListTables',
    '',
    '__proto__.x',
  ])('target "%s" is an UnknownOperationException', (target) => {
    const { response, json } = ask(signed({ target }));
    expect([response.status, json.__type]).toEqual([400, 'UnknownOperationException']);
  });

  test('a stranger learns that, and nothing else, without signing', () => {
    const bare = (target: string) => ({ ...kms('ListKeys'), headers: [['X-Amz-Target', target]] as const });
    expect(ask(bare('TrentService.MakeKey')).json.__type).toBe('UnknownOperationException');
    expect(ask({ ...bare('TrentService.ListKeys'), body: new Uint8Array([1]) }).json.__type).toBe(
      'MissingAuthenticationTokenException',
    );
  });

  const deep = `{"KeyId":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  test.each([
    ['no JSON', '{"KeyId":'],
    ['no object', '["ListKeys"]'],
    ['null', 'null'],
    ['a string', '"x"'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ['more levels than any structure has', deep],
  ])('%s is a SerializationException', (_, body) => {
    const { response, json, world } = ask(kms('DescribeKey', body));
    expect([response.status, json.__type]).toEqual([400, 'SerializationException']);
    expect(world).toBe(START);
  });

  test('an empty body is an empty request', () => {
    expect(ask(kms('ListKeys', '')).json).toMatchObject({ Keys: [] });
  });

  test('a name that means something to JavaScript is only a name', () => {
    const { world, KeyId } = withKey();
    const body = `{"KeyId":"${KeyId}","Plaintext":"aGk=","EncryptionContext":{"__proto__":"x","constructor":"y"},"__proto__":{"KeyId":"z"}}`;
    const { json, response } = ask(kms('Encrypt', body), world);
    expect(response.status).toBe(200);
    const context = '{"__proto__":"x","constructor":"y"}';
    const decrypt = `{"CiphertextBlob":"${json.CiphertextBlob}","EncryptionContext":${context}}`;
    expect(ask(kms('Decrypt', decrypt), world).json.Plaintext).toBe('aGk=');
    expect(ask(kms('Decrypt', { CiphertextBlob: json.CiphertextBlob }), world).json.__type).toBe(
      'InvalidCiphertextException',
    );
  });
});

describe('signatures', () => {
  test.each([
    ['an access key that the world does not have', { accessKeyId: 'AKIANOBODY' }, 'UnrecognizedClientException'],
    ['a wrong secret', { secret: 'guess' }, 'InvalidSignatureException'],
    ['the scope of another service', { service: 's3' }, 'InvalidSignatureException'],
    ['a Region that there is not', { region: 'mars-north-1' }, 'InvalidSignatureException'],
  ])('%s is refused', (_, more, type) => {
    const { response, json, world } = ask(kms('ListKeys', {}, more));
    expect([response.status, json.__type]).toEqual([400, type]);
    expect(world).toBe(START);
  });

  test('are held against real time, wherever the clock of the world stands', () => {
    const { world } = call(START, { clock: { by: 400 * 86_400_000 } });
    expect(ask(kms('ListKeys'), world).response.status).toBe(200);
    const late = answerRequest(world, kms('ListKeys'), { ...ARRIVAL, now: SIGNED_AT + 6 * 60_000 });
    expect(late.response.headers['x-amzn-errortype']).toBe('InvalidSignatureException');
  });

  test('tell who calls: keys may belong to several people', () => {
    const app = Object.values(START.principals).find(({ name }) => name === 'app');
    if (!app) throw new Error('expected a principal "app"');
    const accessKeys = [{ AccessKeyId: 'AKIAAPP', SecretAccessKey: 'app-secret' }];
    const { world } = call(START, { stage: { putPrincipal: { ...app, accessKeys } } });
    const { json } = ask(kms('CreateKey', {}, { accessKeyId: 'AKIAAPP', secret: 'app-secret' }), world);
    expect(json).toMatchObject({ __type: 'AccessDeniedException' });
    expect(json.message).toContain('role/app is not authorized to perform: kms:CreateKey');
  });
});

describe('STS', () => {
  const form = (text: string, more: object = {}) =>
    signed({
      service: 'sts',
      body: text,
      headers: [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']],
      ...more,
    });
  const IDENTITY = 'Action=GetCallerIdentity&Version=2011-06-15';

  test('says in XML who calls', () => {
    const { response } = ask(form(IDENTITY));
    expect(response.headers['content-type']).toBe('text/xml');
    expect(response.body).toMatch(
      /^<GetCallerIdentityResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><GetCallerIdentityResult><UserId>AIDA[A-Z2-7]{17}<\/UserId><Account>123456789012<\/Account><Arn>arn:aws:iam::123456789012:user\/admin<\/Arn><\/GetCallerIdentityResult><ResponseMetadata><RequestId>[-0-9a-f]{36}<\/RequestId><\/ResponseMetadata><\/GetCallerIdentityResponse>$/,
    );
  });

  test('says it in JSON to whoever asks for JSON', () => {
    const headers = [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ];
    const { json } = ask(form(IDENTITY, { headers }));
    expect(json).toMatchObject({ GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: '123456789012' } } });
  });

  test.each([
    ['Action=AssumeRole&Version=2011-06-15', 'InvalidAction', 400],
    ['Version=2011-06-15', 'MissingAction', 400],
    ['Action=GetCallerIdentity&Version=2010-05-08', 'InvalidAction', 400],
    ['Action=%3Cscript%3E&Version=%zz', 'InvalidAction', 400],
  ])('%s: %s', (text, code, status) => {
    const { response } = ask(form(text));
    expect(response.status).toBe(status);
    expect(response.body).toContain(`<Code>${code}</Code>`);
    expect(response.body).not.toContain('<script>');
  });

  test('refuses a wrong signature by its own names', () => {
    const { response } = ask(form(IDENTITY, { secret: 'guess' }));
    expect(response.status).toBe(403);
    expect(response.body).toContain('<Code>SignatureDoesNotMatch</Code>');
  });
});
