/** Authorisation as `call` enforces it. The evaluator by itself is tested in test/kms/policy. */
import { describe, expect, test } from 'vitest';
import { authorizationRequests } from '../../src/kms/authorization-requests.ts';
import { call } from '../../src/kms/call.ts';
import type { ApiCall, Command } from '../../src/kms/command.ts';
import type { ApiEntry } from '../../src/kms/entry.ts';
import { evaluate } from '../../src/kms/policy/evaluate.ts';
import type { PolicyDocument, PolicyStatement } from '../../src/kms/policy/types.ts';
import type { Account, Principal } from '../../src/kms/world.ts';
import { given } from './given.ts';
import { CASES, type PolicyCase } from './policy/policyCase.ts';

const A = '111122223333';
const B = '444455556666';
const ADMIN = `arn:aws:iam::${A}:user/admin`;
const APP = `arn:aws:iam::${A}:role/app`;
const BATCH = `arn:aws:iam::${A}:role/batch`;
const BI = `arn:aws:iam::${B}:role/bi`;
const HELLO = 'aGVsbG8=';

const policy = (...Statement: readonly PolicyStatement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string | readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const deny = (Action: string, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...allow(Action, more),
  Effect: 'Deny',
});
const forAccount = (account = A) => allow('kms:*', { Principal: { AWS: `arn:aws:iam::${account}:root` } });
const forAdmin = allow('kms:*', { Principal: { AWS: ADMIN } });

/** A world with one key and what a story puts on stage before it. */
const story = (...statements: readonly PolicyStatement[]) => {
  const g = given('who may');
  const KeyId = g.key({ Description: 'shared' });
  const putPolicy = (...all: readonly PolicyStatement[]) =>
    g.ask('PutKeyPolicy', { KeyId, Policy: policy(...all), BypassPolicyLockoutSafetyCheck: true });
  if (statements.length > 0) putPolicy(...statements);
  const put = (Arn: string, more: Partial<Principal>) => {
    const principal = g.world.principals[Arn];
    if (!principal) throw new Error(`"${Arn}" is not in the default world`);
    g.tell({ stage: { putPrincipal: { ...principal, ...more } } });
  };
  return {
    g,
    KeyId,
    putPolicy,
    put,
    iam: (Arn: string, ...all: readonly PolicyStatement[]) =>
      put(Arn, { policies: all.length > 0 ? [{ name: 'Policy', document: policy(...all) }] : [] }),
    account: (AccountId: string, more: Partial<Account>) =>
      g.tell({ stage: { putAccount: { ...(g.world.accounts[AccountId] as Account), ...more } } }),
    encrypt: (otherwise: Partial<ApiCall> = {}, input: object = {}) =>
      g.ask('Encrypt', { KeyId, Plaintext: HELLO, ...input }, otherwise).CiphertextBlob as string,
    refuse: (operation: ApiCall['operation'], otherwise: Partial<ApiCall> = {}, input: object = {}) =>
      g.refuse(operation, { KeyId, ...(operation === 'Encrypt' && { Plaintext: HELLO }), ...input }, otherwise),
    reason: () => g.last.authorization?.decisions.at(-1)?.reason,
  };
};

describe('In one account', () => {
  test('the default key policy leaves the decision to IAM', () => {
    const s = story();
    s.encrypt({ as: 'app' });
    expect(s.reason()).toEqual({ code: 'allowedByKeyPolicyAndIdentityPolicy' });
    expect(s.refuse('Encrypt', { as: 'batch' })).toEqual({
      __type: 'AccessDeniedException',
      message: `User: ${BATCH} is not authorized to perform: kms:Encrypt on resource: ${s.KeyId} because no identity-based policy allows the kms:Encrypt action`,
    });
  });

  test('without the account statement AdministratorAccess is worth nothing', () => {
    const s = story(allow('kms:*', { Principal: { AWS: `arn:aws:iam::${A}:role/keyadmin` } }));
    expect(s.refuse('Encrypt', { as: 'admin' }).message).toBe(
      `User: ${ADMIN} is not authorized to perform: kms:Encrypt on resource: ${s.KeyId} because no resource-based policy allows the kms:Encrypt action`,
    );
    s.encrypt({ as: 'keyadmin' });
    expect(s.reason()).toEqual({ code: 'allowedByKeyPolicy' });
  });

  test('who is named in the key policy needs no IAM policy', () => {
    const s = story(forAdmin, allow('kms:Encrypt', { Principal: { AWS: BATCH } }));
    s.encrypt({ as: 'batch' });
    expect(s.refuse('GenerateDataKey', { as: 'batch' }, { KeySpec: 'AES_256' }).__type).toBe('AccessDeniedException');
  });

  test('a deny in IAM counts even where IAM cannot allow', () => {
    const s = story(forAdmin, allow('kms:Encrypt', { Principal: { AWS: BATCH } }));
    s.iam(BATCH, deny('kms:Encrypt'));
    expect(s.refuse('Encrypt', { as: 'batch' }).message).toMatch(/with an explicit deny in an identity-based policy$/);
  });

  test('a grant lets in without key policy and IAM, and an explicit deny shuts it out again', () => {
    const s = story();
    s.g.ask('CreateGrant', { KeyId: s.KeyId, GranteePrincipal: BATCH, Operations: ['Encrypt'] });
    s.g.wait(3_600_000);
    s.encrypt({ as: 'batch' });
    expect(s.reason()).toEqual({ code: 'allowedByGrant' });
    s.putPolicy(forAccount(), deny('kms:Encrypt', { Principal: { AWS: BATCH } }));
    expect(s.refuse('Encrypt', { as: 'batch' }).message).toMatch(/with an explicit deny in a resource-based policy$/);
  });

  test('the root user is served by the account statement', () => {
    const s = story();
    s.encrypt({ as: 'root' });
    expect(s.reason()).toEqual({ code: 'allowedAsRootUser' });
  });

  test('an operation without a key is decided by IAM alone', () => {
    const s = story();
    s.g.ask('ListKeys', {}, { as: 'auditor' });
    expect(s.g.refuse('ListKeys', {}, { as: 'batch' }).message).toBe(
      `User: ${BATCH} is not authorized to perform: kms:ListKeys because no identity-based policy allows the kms:ListKeys action`,
    );
  });

  test('a service control policy, a resource control policy and a boundary limit, and allow nothing', () => {
    const everything = policy(allow('*'));
    const onlyDecrypt = policy(allow('kms:Decrypt'));

    const scp = story();
    scp.account(A, { serviceControlPolicies: [[everything], [onlyDecrypt]] });
    expect(scp.refuse('Encrypt', { as: 'app' }).message).toMatch(/because no service control policy allows/);

    const rcp = story();
    rcp.account(A, { resourceControlPolicies: [[policy(deny('kms:Encrypt', { Principal: '*' }))]] });
    expect(rcp.refuse('Encrypt', { as: 'app' }).message).toMatch(/with an explicit deny in a resource control policy$/);

    const boundary = story();
    boundary.put(APP, { permissionsBoundary: onlyDecrypt });
    expect(boundary.refuse('Encrypt', { as: 'app' }).message).toMatch(/because no permissions boundary allows/);

    const session = story();
    session.put(APP, { sessionPolicies: [onlyDecrypt] });
    expect(session.refuse('Encrypt', { as: 'app' }).message).toMatch(/because no session policy allows/);

    const endpoint = story();
    endpoint.account(A, { vpcEndpointPolicy: policy(allow('kms:Decrypt', { Principal: '*' })) });
    expect(endpoint.refuse('Encrypt', { as: 'app' }).message).toMatch(/because no VPC endpoint policy allows/);
    endpoint.encrypt({ as: 'app', via: 's3' });
  });
});

describe('Conditions', () => {
  const S3 = 's3.ap-northeast-1.amazonaws.com';

  test('kms:ViaService: the same person, let in through the service and not by hand', () => {
    const s = story(
      forAdmin,
      allow('kms:*', { Principal: { AWS: APP }, Condition: { StringEquals: { 'kms:ViaService': S3 } } }),
    );
    expect(s.refuse('Encrypt', { as: 'app' }).__type).toBe('AccessDeniedException');
    s.encrypt({ as: 'app', via: 's3' });
    expect(s.refuse('Encrypt', { as: 'app', via: 'ec2' }).__type).toBe('AccessDeniedException');
  });

  test('the encryption context of the call, its names without case, its values with', () => {
    const s = story(
      forAdmin,
      allow('kms:Encrypt', {
        Principal: { AWS: BATCH },
        Condition: { StringEquals: { 'kms:EncryptionContext:Department': 'hr' } },
      }),
    );
    s.encrypt({ as: 'batch' }, { EncryptionContext: { department: 'hr' } });
    expect(s.refuse('Encrypt', { as: 'batch' }, { EncryptionContext: { department: 'HR' } }).__type).toBe(
      'AccessDeniedException',
    );
    expect(s.refuse('Encrypt', { as: 'batch' }).__type).toBe('AccessDeniedException');
  });

  test('a grant made by hand is for no AWS resource; one that a service makes is', () => {
    const s = story(
      forAdmin,
      allow('kms:CreateGrant', {
        Principal: { AWS: APP },
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    );
    const grant = { GranteePrincipal: BATCH, Operations: ['Decrypt'] };
    expect(s.refuse('CreateGrant', { as: 'app' }, grant).__type).toBe('AccessDeniedException');
    s.g.ask('CreateGrant', { KeyId: s.KeyId, ...grant }, { as: 'app', via: 'ec2' });
  });

  test('aws:username is the name of a user, and nobody else has one', () => {
    const named = { StringEquals: { 'aws:username': 'leaver' } };
    const s = story(forAdmin, allow('kms:Encrypt', { Principal: '*', Condition: named }));
    s.encrypt({ as: 'leaver' });
    expect(s.refuse('Encrypt', { as: 'app' }).__type).toBe('AccessDeniedException');
  });

  test('aws:PrincipalArn of a session is the ARN of its role', () => {
    const s = story(
      forAdmin,
      allow('kms:Encrypt', { Principal: '*', Condition: { ArnEquals: { 'aws:PrincipalArn': APP } } }),
    );
    const session: Principal = {
      Arn: `arn:aws:sts::${A}:assumed-role/app/morning`,
      AccountId: A,
      name: 'morning',
      kind: 'role',
      policies: [],
    };
    s.g.tell({ stage: { putPrincipal: session } });
    s.encrypt({ as: 'morning' });
  });

  test('request tags and their keys can be asked for', () => {
    const s = story(forAdmin, forAccount());
    s.iam(
      BATCH,
      allow('kms:CreateKey'),
      allow('kms:TagResource', { Condition: { StringEquals: { 'aws:RequestTag/team': 'batch' } } }),
    );
    const tags = (TagValue: string) => ({ Tags: [{ TagKey: 'team', TagValue }] });
    s.g.ask('CreateKey', tags('batch'), { as: 'batch' });
    expect(s.g.refuse('CreateKey', tags('hr'), { as: 'batch' }).message).toContain('kms:TagResource');
    expect(s.g.refuse('CreateKey', {}, { as: 'leaver' }).message).toContain('kms:CreateKey');
  });

  test('aws:ResourceTag of the key opens it to IAM', () => {
    const s = story(forAccount());
    s.iam(BATCH, allow('kms:Encrypt', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'batch' } } }));
    expect(s.refuse('Encrypt', { as: 'batch' }).__type).toBe('AccessDeniedException');
    s.g.ask('TagResource', { KeyId: s.KeyId, Tags: [{ TagKey: 'team', TagValue: 'batch' }] });
    s.encrypt({ as: 'batch' });
  });

  test('kms:RequestAlias is there only when the call names the alias', () => {
    const s = story(forAccount());
    s.g.ask('CreateAlias', { AliasName: 'alias/app', TargetKeyId: s.KeyId });
    s.iam(BATCH, allow('kms:Encrypt', { Condition: { StringEquals: { 'kms:RequestAlias': 'alias/app' } } }));
    expect(s.refuse('Encrypt', { as: 'batch' }).__type).toBe('AccessDeniedException');
    s.g.ask('Encrypt', { KeyId: 'alias/app', Plaintext: HELLO }, { as: 'batch' });
  });

  test('what a request brings along, such as multi-factor authentication, is seen', () => {
    const s = story(
      forAccount(),
      deny('kms:ScheduleKeyDeletion', {
        Principal: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    );
    const withMfa = (there: string): Partial<ApiCall> => ({ requestContext: { 'aws:MultiFactorAuthPresent': there } });
    expect(s.refuse('ScheduleKeyDeletion', withMfa('false')).message).toMatch(/explicit deny/);
    s.g.ask('ScheduleKeyDeletion', { KeyId: s.KeyId }, withMfa('true'));
  });

  test('the filters of ListGrants are not the condition keys of CreateGrant', () => {
    const s = story();
    const { world } = s.g;
    const [request] = authorizationRequests(world, {
      operation: 'ListGrants',
      input: { KeyId: s.KeyId, GranteePrincipal: BATCH },
    });
    expect(request?.context).not.toHaveProperty('kms:GranteePrincipal');
  });
});

describe('Across accounts', () => {
  const opened = [
    forAccount(),
    allow(['kms:Decrypt', 'kms:DescribeKey'], { Principal: { AWS: `arn:aws:iam::${B}:root` } }),
  ];
  const hidden = (action: string, resource = 'this resource') =>
    `User: ${BI} is not authorized to perform: ${action} on ${resource} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;

  test('the key policy alone lets nobody in', () => {
    const s = story(...opened);
    const CiphertextBlob = s.encrypt();
    expect(s.refuse('Decrypt', { as: 'B:bi' }, { CiphertextBlob }).message).toBe(
      `User: ${BI} is not authorized to perform: kms:Decrypt on resource: ${s.KeyId} because no identity-based policy allows the kms:Decrypt action`,
    );
  });

  test('IAM alone lets nobody in, and is told nothing about the key', () => {
    const s = story();
    const CiphertextBlob = s.encrypt();
    s.iam(BI, allow('kms:*'));
    expect(s.refuse('Decrypt', { as: 'B:bi' }, { CiphertextBlob }).message).toBe(hidden('kms:Decrypt'));
    expect(s.g.refuse('Decrypt', { CiphertextBlob }, { as: 'B:bi' }).message).toBe(
      hidden('kms:Decrypt', 'the resource associated with this ciphertext'),
    );
    const missing = s.KeyId.replace(/.{12}$/, '000000000000');
    expect(s.g.refuse('DescribeKey', { KeyId: missing }, { as: 'B:bi' }).message).toBe(hidden('kms:DescribeKey'));
  });

  test('both together let in, by key ARN', () => {
    const s = story(...opened);
    const CiphertextBlob = s.encrypt();
    s.iam(BI, allow('kms:Decrypt', { Resource: s.KeyId }));
    expect(s.g.ask('Decrypt', { KeyId: s.KeyId, CiphertextBlob }, { as: 'B:bi' }).Plaintext).toBe(HELLO);
    expect(s.g.ask('Decrypt', { CiphertextBlob }, { as: 'B:bi' }).Plaintext).toBe(HELLO);
    const bare = s.KeyId.split('/').at(-1);
    expect(s.g.refuse('Decrypt', { KeyId: bare, CiphertextBlob }, { as: 'B:bi' }).__type).toBe('NotFoundException');
  });

  test('a grant to the other account lets in without its IAM', () => {
    const s = story();
    const CiphertextBlob = s.encrypt();
    s.g.ask('CreateGrant', { KeyId: s.KeyId, GranteePrincipal: BI, Operations: ['Decrypt'] });
    s.g.wait(3_600_000);
    s.g.ask('Decrypt', { KeyId: s.KeyId, CiphertextBlob }, { as: 'B:bi' });
  });

  test.each(['ScheduleKeyDeletion', 'DisableKey', 'GetKeyPolicy', 'EnableKeyRotation', 'ListResourceTags'] as const)(
    '%s never works, whatever the policies say',
    (operation) => {
      const s = story(forAccount(), forAccount(B));
      s.iam(BI, allow('kms:*'));
      s.g.ask('DescribeKey', { KeyId: s.KeyId }, { as: 'B:bi' });
      expect(s.refuse(operation, { as: 'B:bi' }).__type).toBe('AccessDeniedException');
      expect(s.reason()).toEqual({ code: 'operationNotAcrossAccounts' });
    },
  );

  test('kms:CallerAccount and the organization tell one stranger from another', () => {
    const s = story(
      forAccount(),
      allow('kms:Decrypt', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-notebook' } } }),
    );
    const CiphertextBlob = s.encrypt();
    s.iam(BI, allow('kms:Decrypt'));
    expect(s.refuse('Decrypt', { as: 'B:bi' }, { CiphertextBlob }).__type).toBe('AccessDeniedException');
    s.account(B, { organization: { id: 'o-notebook', path: 'o-notebook/r-1/ou-1/' } });
    s.g.ask('Decrypt', { KeyId: s.KeyId, CiphertextBlob }, { as: 'B:bi' });
    expect(s.refuse('Decrypt', { as: 'thief' }, { CiphertextBlob }).__type).toBe('AccessDeniedException');
  });
});

describe('Operations that touch two things', () => {
  const reEncrypt = (from: readonly string[], to: readonly string[]) => {
    const s = story();
    const destination = s.g.key({ Description: 'new' });
    const CiphertextBlob = s.encrypt();
    s.iam(
      BATCH,
      ...from.map((Action) => allow(Action, { Resource: s.KeyId })),
      ...to.map((Action) => allow(Action, { Resource: destination })),
    );
    return () =>
      call(s.g.world, { operation: 'ReEncrypt', input: { CiphertextBlob, DestinationKeyId: destination }, as: 'batch' })
        .entry as ApiEntry;
  };

  test('ReEncrypt needs both halves', () => {
    expect(reEncrypt(['kms:ReEncryptFrom'], ['kms:ReEncryptTo'])().error).toBeUndefined();
    expect(reEncrypt(['kms:ReEncryptFrom'], [])().error?.message).toContain('kms:ReEncryptTo');
    expect(reEncrypt([], ['kms:ReEncryptTo'])().error?.message).toContain('kms:ReEncryptFrom');
    expect(reEncrypt(['kms:Decrypt'], ['kms:Encrypt'])().error?.__type).toBe('AccessDeniedException');
  });

  test('each half is judged by its own encryption context', () => {
    const s = story(
      forAdmin,
      allow('kms:ReEncryptFrom', {
        Principal: { AWS: BATCH },
        Condition: { StringEquals: { 'kms:EncryptionContext:stage': 'old' } },
      }),
      allow('kms:ReEncryptTo', {
        Principal: { AWS: BATCH },
        Condition: { StringEquals: { 'kms:EncryptionContext:stage': 'new', 'kms:ReEncryptOnSameKey': 'true' } },
      }),
    );
    const CiphertextBlob = s.encrypt({}, { EncryptionContext: { stage: 'old' } });
    const input = (stage: string) => ({
      CiphertextBlob,
      SourceEncryptionContext: { stage: 'old' },
      DestinationKeyId: s.KeyId,
      DestinationEncryptionContext: { stage },
    });
    s.g.ask('ReEncrypt', input('new'), { as: 'batch' });
    expect(s.g.refuse('ReEncrypt', input('old'), { as: 'batch' }).message).toContain('kms:ReEncryptTo');
  });

  test('an alias needs permission on the alias and on the key', () => {
    const s = story();
    const AliasArn = `arn:aws:kms:ap-northeast-1:${A}:alias/app`;
    const input = { AliasName: 'alias/app', TargetKeyId: s.KeyId };
    s.iam(BATCH, allow('kms:CreateAlias', { Resource: s.KeyId }));
    expect(s.g.refuse('CreateAlias', input, { as: 'batch' }).message).toContain(AliasArn);
    s.iam(BATCH, allow('kms:CreateAlias', { Resource: AliasArn }));
    expect(s.g.refuse('CreateAlias', input, { as: 'batch' }).message).toContain(`on resource: ${s.KeyId}`);
    s.iam(BATCH, allow('kms:CreateAlias', { Resource: [AliasArn, s.KeyId] }));
    s.g.ask('CreateAlias', input, { as: 'batch' });
  });

  test('to move an alias one needs the key that loses it as well', () => {
    const s = story();
    const other = s.g.key();
    s.g.ask('CreateAlias', { AliasName: 'alias/app', TargetKeyId: s.KeyId });
    const AliasArn = `arn:aws:kms:ap-northeast-1:${A}:alias/app`;
    const input = { AliasName: 'alias/app', TargetKeyId: other };
    s.iam(BATCH, allow('kms:UpdateAlias', { Resource: [AliasArn, other] }));
    expect(s.g.refuse('UpdateAlias', input, { as: 'batch' }).message).toContain(s.KeyId);
    s.iam(BATCH, allow('kms:UpdateAlias', { Resource: [AliasArn, other, s.KeyId] }));
    s.g.ask('UpdateAlias', input, { as: 'batch' });
  });
});

describe('AWS services', () => {
  const LOGS = 'logs.ap-northeast-1.amazonaws.com';
  const service: Principal = { Arn: LOGS, AccountId: A, name: 'logs', kind: 'service', policies: [] };

  test('a service principal is let in by the key policy alone, for the source it names', () => {
    const s = story(
      forAccount(),
      allow('kms:Encrypt', {
        Principal: { Service: LOGS },
        Condition: { StringEquals: { 'aws:SourceAccount': A } },
      }),
    );
    s.g.tell({ stage: { putPrincipal: service } });
    s.encrypt({ as: 'logs', requestContext: { 'aws:SourceAccount': A } });
    expect(s.refuse('Encrypt', { as: 'logs', requestContext: { 'aws:SourceAccount': B } }).__type).toBe(
      'AccessDeniedException',
    );
  });

  test('the account statement is not for services', () => {
    const s = story(forAccount());
    s.g.tell({ stage: { putPrincipal: service } });
    expect(s.refuse('Encrypt', { as: 'logs' }).__type).toBe('AccessDeniedException');
  });
});

test('asking without calling gives what the call is judged by', () => {
  const s = story();
  const command: ApiCall = { operation: 'Encrypt', input: { KeyId: s.KeyId, Plaintext: HELLO }, as: 'app' };
  const before = s.g.world;
  const decisions = authorizationRequests(before, command).map(evaluate);
  s.g.tell(command);
  expect(s.g.last.authorization?.decisions).toEqual(decisions);
  expect(authorizationRequests(before, { operation: 'Encrypt', input: {} })).toEqual([]);
  expect(authorizationRequests(before, { operation: 'DescribeKey', input: { KeyId: 'alias/none' } })).toEqual([]);
});

describe('The recorded cases, made as calls', () => {
  const KEY = 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const [, KEY_ID = ''] = KEY.split('/');

  const PREFIX = 'kms:EncryptionContext:';
  const pairsOf = ({ encryptionContext, request: { context } }: PolicyCase) =>
    encryptionContext ?? {
      ...Object.fromEntries([context['kms:EncryptionContextKeys'] ?? []].flat().map((name) => [name, 'any'])),
      ...Object.fromEntries(
        Object.entries(context).flatMap(([name, value]) =>
          name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [],
        ),
      ),
    };

  /** Calls that can carry what the case's request carries. */
  const INPUTS: Readonly<Record<string, (policyCase: PolicyCase, blob: (context: object) => string) => object>> = {
    'kms:Decrypt': (one, blob) => {
      const EncryptionContext = pairsOf(one);
      return { CiphertextBlob: blob(EncryptionContext), EncryptionContext };
    },
    'kms:DescribeKey': () => ({}),
    'kms:Encrypt': (one) => ({ Plaintext: HELLO, EncryptionContext: pairsOf(one) }),
    'kms:GenerateDataKey': (one) => ({ KeySpec: 'AES_256', EncryptionContext: pairsOf(one) }),
    'kms:ScheduleKeyDeletion': ({ request }) => ({
      PendingWindowInDays: Number(request.context['kms:ScheduleKeyDeletionPendingWindowInDays'] ?? 30),
    }),
    'kms:EnableKeyRotation': ({ request }) => ({
      RotationPeriodInDays: Number(request.context['kms:RotationPeriodInDays']),
    }),
  };

  /** deny-16 asks without an aws:SourceIp; a call by hand has one. */
  const NOT_EXPRESSIBLE: ReadonlySet<string> = new Set(['deny-16']);

  const replay = (one: PolicyCase): ApiEntry => {
    const g = given(one.id);
    const Arn = g.key();
    const real = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(KEY_ID, Arn.split('/')[1] ?? '')) as T;
    const { request } = one;
    const operation = request.action.slice('kms:'.length) as ApiCall['operation'];
    const input = INPUTS[request.action]?.(
      one,
      (EncryptionContext) =>
        g.ask('Encrypt', { KeyId: Arn, Plaintext: HELLO, EncryptionContext }).CiphertextBlob as string,
    );
    const AccountId = request.principal.split(':')[4] ?? A;
    const texts = (documents: readonly PolicyDocument[] = []) =>
      documents.map((document) => JSON.stringify(real(document)));
    const principal: Principal = {
      Arn: request.principal,
      AccountId,
      name: 'asker',
      kind: request.principal.startsWith('arn:')
        ? request.principal.endsWith(':root')
          ? 'root'
          : request.principal.includes(':user/')
            ? 'user'
            : 'role'
        : 'service',
      policies: texts(one.identityPolicies).map((document, index) => ({ name: `policy ${index}`, document })),
      ...(one.permissionsBoundary && { permissionsBoundary: texts([one.permissionsBoundary])[0] as string }),
      ...(one.sessionPolicy && { sessionPolicies: texts([one.sessionPolicy]) }),
    };
    g.tell({ stage: { putPrincipal: principal } });
    const organization = request.context['aws:PrincipalOrgID'];
    g.tell({
      stage: {
        putAccount: {
          ...(g.world.accounts[AccountId] as Account),
          ...(one.serviceControlPolicies && { serviceControlPolicies: one.serviceControlPolicies.map(texts) }),
          ...(one.vpcEndpointPolicy && { vpcEndpointPolicy: texts([one.vpcEndpointPolicy])[0] as string }),
          ...(typeof organization === 'string' && { organization: { id: organization, path: `${organization}/r-1/` } }),
        },
      },
    });
    if (one.resourceControlPolicies)
      g.tell({
        stage: {
          putAccount: {
            ...(g.world.accounts[A] as Account),
            resourceControlPolicies: one.resourceControlPolicies.map(texts),
          },
        },
      });
    for (const grant of one.grants ?? [])
      g.ask('CreateGrant', {
        KeyId: Arn,
        GranteePrincipal: grant.granteePrincipal,
        Operations: grant.operations,
        Constraints: grant.constraints,
      });
    g.wait(3_600_000);
    const key = g.world.keys[Arn];
    if (!key || !one.keyPolicy) throw new Error(`${one.id} has no key policy`);
    const world = {
      ...g.world,
      keys: { ...g.world.keys, [Arn]: { ...key, Policy: JSON.stringify(real(one.keyPolicy)) } },
    };
    const via = request.context['kms:ViaService'];
    const brought = Object.entries(request.context).filter(
      ([name]) =>
        !/^(kms:(EncryptionContext|ViaService|CallerAccount|Schedule|Rotation)|aws:PrincipalOrgID)/.test(name),
    );
    const command: Command = {
      operation,
      input: JSON.parse(JSON.stringify({ KeyId: Arn, ...input })),
      as: 'asker',
      ...(typeof via === 'string' && { via: via.split('.')[0] as string }),
      ...(brought.length > 0 && { requestContext: Object.fromEntries(brought) as Record<string, string> }),
    };
    return call(world, command).entry as ApiEntry;
  };

  const expressible = CASES.filter(
    (one) =>
      one.request.action in INPUTS &&
      one.request.resource === KEY &&
      one.keyPolicy !== undefined &&
      (one.grants ?? []).every(
        ({ keyId, granteePrincipal }) => keyId === KEY && granteePrincipal?.startsWith('arn:aws:iam:'),
      ) &&
      !NOT_EXPRESSIBLE.has(one.id),
  );

  test('are most of them', () => {
    expect(expressible.length).toBeGreaterThan(75);
  });

  test.each(expressible.map((one) => [one.id, one.title, one] as const))('%s: %s', (_, __, one) => {
    const entry = replay(one);
    expect(entry.authorization?.decisions.at(-1)?.decision).toBe(one.expected);
    expect(entry.error?.__type).toBe(one.expected === 'Allowed' ? undefined : 'AccessDeniedException');
  });
});
