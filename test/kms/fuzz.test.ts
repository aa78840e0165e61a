import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRecords } from '../../src/kms/cloudtrail.ts';
import { type Command, call, isApiCall } from '../../src/kms/full.ts';
import { describeOperation } from '../../src/kms/model/describe-operation.ts';
import type { Shape } from '../../src/kms/model/shape.ts';
import { OPERATION_NAMES, type OperationName } from '../../src/kms/vocabulary.ts';
import { principalNamed, type World } from '../../src/kms/world.ts';
import { parseCommand } from '../../src/learn/command-schema.ts';
import { given } from './given.ts';
import { importing } from './importing.ts';
import { rsaKey } from './rsaKeys.ts';

/**
 * Commands of a stranger: whatever the schema of commands lets through, the model answers it, and its world stays plain
 * JSON. `FULL=1` tries many more.
 */
const numRuns = process.env.FULL ? 4000 : 120;

const region = 'eu-west-1';

/** A world in which much is there to be found, and the names by which a stranger may call it. */
const furnished = () => {
  const g = given('fuzz');
  const symmetric = g.key();
  const multiRegion = g.key({ MultiRegion: true });
  g.ask('ReplicateKey', { KeyId: multiRegion, ReplicaRegion: region });
  const imported = g.key({ Origin: 'EXTERNAL' });
  g.ask('ImportKeyMaterial', importing(g, imported, new Uint8Array(32).fill(7)));
  const wanted = g.ask(
    'GetParametersForImport',
    {
      KeyId: imported,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    },
    { rsaPrivateKey: rsaKey().rsaPrivateKey },
  );
  const signing = g.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const agreement = g.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' });
  const mac = g.key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const rsa = g.key({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }, { rsaPrivateKey: rsaKey().rsaPrivateKey });
  const doomed = g.key();
  g.ask('ScheduleKeyDeletion', { KeyId: doomed, PendingWindowInDays: 7 });
  g.ask('CreateAlias', { AliasName: 'alias/app', TargetKeyId: symmetric });
  g.ask('EnableKeyRotation', { KeyId: symmetric });
  const { GrantId, GrantToken } = g.ask('CreateGrant', {
    KeyId: symmetric,
    GranteePrincipal: 'arn:aws:iam::111122223333:role/app',
    Operations: ['Encrypt', 'Decrypt', 'CreateGrant'],
  });
  const { CiphertextBlob } = g.ask('Encrypt', { KeyId: symmetric, Plaintext: 'AAAA', EncryptionContext: { a: 'b' } });
  const { Signature } = g.ask('Sign', { KeyId: signing, Message: 'AAAA', SigningAlgorithm: 'ECDSA_SHA_256' });
  const { PublicKey } = g.ask('GetPublicKey', { KeyId: agreement });
  g.tell({
    stage: {
      putBackend: {
        kind: 'ExternalKeyManager',
        id: 'manager',
        reachable: true,
        accessKeyId: 'A'.repeat(20),
        rawSecretAccessKey: 'B'.repeat(43),
        uriEndpoint: 'https://xks.example.com',
        uriPath: '/kms/xks/v1',
        keys: { outer: { enabled: true, bytes: Buffer.alloc(32, 1).toString('base64') } },
      },
    },
  });
  const { CustomKeyStoreId } = g.ask('CreateCustomKeyStore', {
    CustomKeyStoreName: 'outside',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyUriEndpoint: 'https://xks.example.com',
    XksProxyUriPath: '/kms/xks/v1',
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyAuthenticationCredential: { AccessKeyId: 'A'.repeat(20), RawSecretAccessKey: 'B'.repeat(43) },
  });
  g.ask('ConnectCustomKeyStore', { CustomKeyStoreId });
  g.wait(1_800_000);
  const outside = g.key({ Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId, XksKeyId: 'outer' });
  const policy = g.ask('GetKeyPolicy', { KeyId: symmetric }).Policy;
  const keys = [
    symmetric,
    multiRegion,
    multiRegion.replace('ap-northeast-1', region),
    imported,
    signing,
    agreement,
    mac,
    rsa,
    doomed,
    outside,
  ];
  return {
    world: g.world,
    keys,
    known: {
      KeyId: [...keys, ...keys.map((arn) => arn.split('/')[1]), 'alias/app', 'alias/aws/s3', 'alias/__proto__'],
      SourceKeyId: keys,
      DestinationKeyId: keys,
      TargetKeyId: keys,
      AliasName: ['alias/app', 'alias/other', 'alias/aws/s3', 'alias/constructor'],
      GrantId: [GrantId, '__proto__', 'constructor'],
      GrantToken: [GrantToken],
      GrantTokens: [[GrantToken]],
      CiphertextBlob: [CiphertextBlob],
      Signature: [Signature],
      PublicKey: [PublicKey],
      CustomKeyStoreId: [CustomKeyStoreId],
      XksKeyId: ['outer', '__proto__', 'constructor'],
      CloudHsmClusterId: ['propertyIsEnumerable', 'cluster-1a23b4cdefg'],
      Policy: [
        policy,
        '{',
        '[]',
        'null',
        '{"Version":"2012-10-17","Statement":[]}',
        '{"__proto__":1}',
        `${'['.repeat(20_000)}`,
      ],
      PolicyName: ['default'],
      ReplicaRegion: ['us-east-1', region],
      PrimaryRegion: [region],
      ImportToken: [wanted.ImportToken],
      EncryptedKeyMaterial: [Buffer.alloc(256, 5).toString('base64')],
      GranteePrincipal: ['arn:aws:iam::111122223333:role/app'],
      NumberOfBytes: [16, 1024],
      Limit: [1, 1000],
      PendingWindowInDays: [7, 30],
      RotationPeriodInDays: [90, 2560],
    } as Readonly<Record<string, readonly unknown[]>>,
  };
};

const { world: start, known } = furnished();

const TEXTS = [
  '',
  'x',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  '\udc00a',
  '\u202e',
  '\0',
  '<img src=x onerror=alert(1)>',
  'あ',
  '$&',
  'a'.repeat(9000),
  'arn:aws:kms:::',
  'arn:aws:kms:ap-northeast-1:111122223333:key/',
];
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const number = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.5,
    Number.NaN,
    Infinity,
    -Infinity,
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
    1e300,
    5e-324,
    1_775_001_600,
    8.64e12,
    8.64e15,
  ),
  fc.integer(),
  fc.double(),
);
/** As JSON may be, and as only JavaScript can make it. */
const anything = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constantFrom(null, undefined, {}, [], [null], [undefined], { a: undefined }),
  fc.object({ maxDepth: 3 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true}}')),
);
const blob = fc.oneof(
  fc.base64String({ maxLength: 64 }),
  fc.uint8Array({ minLength: 16, maxLength: 600 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc.constant('A'.repeat(8192)),
);

/** Mostly what the shape asks for. */
const fitting = (shape: Shape, name: string): fc.Arbitrary<unknown> => {
  const found = known[name];
  const right = ((): fc.Arbitrary<unknown> => {
    switch (shape.type) {
      case 'structure':
        return fc.record(
          Object.fromEntries(Object.entries(shape.members).map(([member, of]) => [member, fitting(of, member)])),
          { requiredKeys: [...shape.required] },
        );
      case 'map':
        return fc.dictionary(text, fitting(shape.of, ''), { maxKeys: 4 });
      case 'list':
        return fc.array(fitting(shape.of, name), { maxLength: 4 });
      case 'string':
        return shape.enum ? fc.constantFrom(...shape.enum) : text;
      case 'blob':
        return blob;
      case 'integer':
        return fc.oneof(fc.integer({ min: shape.min ?? 0, max: shape.max ?? 10_000 }), number);
      case 'timestamp':
        return fc.oneof(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), number);
      case 'boolean':
        return fc.boolean();
    }
  })();
  return fc.oneof(
    { weight: 12, arbitrary: found ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...found) }, right) : right },
    { weight: 1, arbitrary: anything },
  );
};

/** Making RSA keys takes seconds: a command brings one, or asks for another spec. */
const SLOW = /^RSA_(3072|4096)$/;
const inputOf = (operation: OperationName): fc.Arbitrary<Record<string, unknown>> => {
  const { members, required } = describeOperation(operation);
  const right = fc.record(Object.fromEntries(members.map((member) => [member.name, fitting(member, member.name)])), {
    requiredKeys: [...required],
  });
  return fc
    .oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: fc.dictionary(text, anything, { maxKeys: 4 }) })
    .filter((input) => !Object.values(input).some((value) => typeof value === 'string' && SLOW.test(value)));
};

const who = fc.constantFrom(undefined, 'admin', 'keyadmin', 'app', 'maker', 'auditor', 'other', 'thief');
const apiCall = (operation: OperationName) =>
  fc.record({
    operation: fc.constant(operation),
    input: inputOf(operation),
    as: who,
    region: fc.constantFrom(undefined, undefined, undefined, region, '__proto__', 'x'.repeat(256), ''),
    via: fc.constantFrom(undefined, undefined, 's3', 'constructor'),
    requestContext: fc.constantFrom(
      undefined,
      { 'aws:SourceIp': 'nonsense' },
      { 'aws:SourceIp': ['::1', '1.2.3.4'] },
      { constructor: 'a' },
      { 'kms:EncryptionContext:a': '' },
    ),
    rsaPrivateKey: fc.constantFrom(rsaKey().rsaPrivateKey, rsaKey().rsaPrivateKey, rsaKey().rsaPrivateKey),
  });
/** Gives the command if the schema lets it through, and holds the answer to the rules. */
const answers = (world: World, command: unknown): void => {
  const parsed = parseCommand(command) as Command | undefined;
  if (!parsed) return;
  if (isApiCall(parsed) && !principalNamed(world, parsed.as ?? world.home.caller)) return;
  const answer = call(world, parsed);
  const { entry } = answer;
  if (entry.kind === 'api' && entry.error) {
    expect(entry.error.__type).not.toBe('InternalFailure');
    const { seq: _, quotaBuckets: _q, ...before } = world;
    const { seq: __, quotaBuckets: __q, ...after } = answer.world;
    expect(after).toEqual(before);
  }
  for (const record of toRecords(entry)) JSON.stringify(record);
  expect(JSON.parse(JSON.stringify(answer.world))).toEqual(answer.world);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
};

describe('whatever a stranger says', () => {
  test.each(OPERATION_NAMES)('%s answers any input', (operation) => {
    fc.assert(
      fc.property(apiCall(operation), (command) => {
        answers(start, command);
      }),
      { numRuns },
    );
  });
});
