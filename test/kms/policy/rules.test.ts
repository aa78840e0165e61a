import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/kms/policy/evaluate.ts';
import type {
  AuthorizationRequest,
  PolicyDocument,
  PolicyGrant,
  PolicyStatement,
} from '../../../src/kms/policy/types.ts';
import {
  ACCOUNT_STATEMENT,
  ALICE,
  allow,
  arbitraryRequest,
  arbitraryStatement,
  asking,
  BOB,
  deny,
  KEY,
  MALLORY,
  OTHER,
  OWNER,
  policy,
  ROLE,
  ROOT,
  SESSION,
} from './given.ts';

const verdict = (request: AuthorizationRequest) => evaluate(request).decision;
const ANYTHING = policy(allow({ Action: '*' }));
const NOTHING = policy(allow({ Action: 's3:*' }));

describe('laws', () => {
  const statements = (document: PolicyDocument) => document.Statement as readonly PolicyStatement[];

  test('an explicit deny wins over everything', () => {
    fc.assert(
      fc.property(
        arbitraryRequest,
        fc.constantFrom('keyPolicy', 'identityPolicies', 'vpcEndpointPolicy'),
        (request, where) => {
          const denying = policy(deny({ Principal: '*', Action: '*' }));
          const denied = {
            ...request,
            [where]: where === 'identityPolicies' ? [...request.identityPolicies, denying] : denying,
          };
          if (where === 'identityPolicies' && request.principal === 's3.amazonaws.com') return true; // an AWS service has no IAM policies
          return verdict(denied) === 'ExplicitlyDenied';
        },
      ),
    );
  });

  test('one more Allow, anywhere, never takes an allow away', () => {
    fc.assert(
      fc.property(arbitraryRequest, arbitraryStatement(true), fc.nat(), (request, statement, where) => {
        const more: PolicyStatement = { ...statement, Effect: 'Allow' };
        const plus = (document: PolicyDocument): PolicyDocument => ({
          ...document,
          Statement: [...statements(document), more],
        });
        const grown: readonly AuthorizationRequest[] = [
          { ...request, keyPolicy: request.keyPolicy && plus(request.keyPolicy) },
          { ...request, identityPolicies: request.identityPolicies.map(plus) },
          { ...request, identityPolicies: [...request.identityPolicies, policy(more)] },
          { ...request, permissionsBoundary: request.permissionsBoundary && plus(request.permissionsBoundary) },
          { ...request, serviceControlPolicies: request.serviceControlPolicies?.map((level) => level.map(plus)) },
          { ...request, vpcEndpointPolicy: request.vpcEndpointPolicy && plus(request.vpcEndpointPolicy) },
        ];
        const after = grown[where % grown.length] ?? request;
        return verdict(request) !== 'Allowed' || verdict(after) === 'Allowed';
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of statements and policies does not matter', () => {
    const reversed = <T>(items: readonly T[] | undefined) => items?.toReversed();
    const turned = (document: PolicyDocument): PolicyDocument => ({
      ...document,
      Statement: statements(document).toReversed(),
    });
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const other = evaluate({
          ...request,
          keyPolicy: request.keyPolicy && turned(request.keyPolicy),
          identityPolicies: request.identityPolicies.map(turned).toReversed(),
          permissionsBoundary: request.permissionsBoundary && turned(request.permissionsBoundary),
          sessionPolicies: reversed(request.sessionPolicies?.map(turned)),
          serviceControlPolicies: reversed(
            request.serviceControlPolicies?.map((level) => level.map(turned).toReversed()),
          ),
          resourceControlPolicies: reversed(
            request.resourceControlPolicies?.map((level) => level.map(turned).toReversed()),
          ),
          vpcEndpointPolicy: request.vpcEndpointPolicy && turned(request.vpcEndpointPolicy),
        });
        const { decision, reason } = evaluate(request);
        expect(other.decision).toBe(decision);
        expect(other.reason).toEqual(reason);
      }),
    );
  });

  test('the generator reaches all three verdicts', () => {
    const seen = new Set(fc.sample(arbitraryRequest, 2000).map(verdict));
    expect([...seen].toSorted()).toEqual(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']);
  });

  test('deciding leaves the request untouched and is repeatable', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const before = JSON.stringify(request);
        const first = JSON.stringify(evaluate(request));
        return JSON.stringify(evaluate(structuredClone(request))) === first && JSON.stringify(request) === before;
      }),
    );
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic
describe('permissions boundary and session policy', () => {
  const keyFor = (arn: string) => policy(allow({ Principal: { AWS: arn } }));

  test.each([
    ['a user named in the key policy', ALICE, ALICE, 'Allowed'],
    ['a session named in the key policy', SESSION, SESSION, 'Allowed'],
    ['everyone named in the key policy', SESSION, '*', 'Allowed'],
    ['a role named in the key policy', SESSION, ROLE, 'ImplicitlyDenied'],
  ])('%s', (_, principal, named, expected) => {
    expect(verdict(asking({ principal, keyPolicy: keyFor(named), permissionsBoundary: NOTHING }))).toBe(expected);
    expect(verdict(asking({ principal, keyPolicy: keyFor(named), sessionPolicies: [NOTHING] }))).toBe(expected);
  });

  test('identity policy, boundary and session policy must all allow', () => {
    const full = {
      principal: SESSION,
      identityPolicies: [ANYTHING],
      permissionsBoundary: ANYTHING,
      sessionPolicies: [ANYTHING],
    };
    expect(verdict(asking(full))).toBe('Allowed');
    expect(evaluate(asking({ ...full, permissionsBoundary: NOTHING })).reason).toEqual({
      code: 'noAllow',
      policyKind: 'boundary',
    });
    expect(evaluate(asking({ ...full, sessionPolicies: [NOTHING] })).reason).toEqual({
      code: 'noAllow',
      policyKind: 'session',
    });
    expect(verdict(asking({ ...full, sessionPolicies: [NOTHING, ANYTHING] }))).toBe('Allowed');
  });

  test('across accounts the boundary always limits, since IAM must allow there', () => {
    const request = asking({ principal: MALLORY, keyPolicy: keyFor(MALLORY), identityPolicies: [ANYTHING] });
    expect(verdict(request)).toBe('Allowed');
    expect(verdict({ ...request, permissionsBoundary: NOTHING })).toBe('ImplicitlyDenied');
  });

  test('a Deny with NotPrincipal always hits a principal with a boundary', () => {
    const keyPolicy = policy(ACCOUNT_STATEMENT, deny({ Principal: undefined, NotPrincipal: { AWS: [ALICE, ROOT] } }));
    expect(verdict(asking({ keyPolicy, identityPolicies: [ANYTHING] }))).toBe('Allowed');
    expect(verdict(asking({ keyPolicy, identityPolicies: [ANYTHING], permissionsBoundary: ANYTHING }))).toBe(
      'ExplicitlyDenied',
    );
  });
});

describe('principals', () => {
  const named = (principal: string, AWS: string, context = {}) =>
    verdict(asking({ principal, context, keyPolicy: policy(allow({ Principal: { AWS } })) }));

  test('a role with a path is matched by name, or exactly when the request knows the path', () => {
    const withPath = `arn:aws:iam::${OWNER}:role/team/AppRole`;
    expect(named(SESSION, withPath)).toBe('Allowed');
    expect(named(SESSION, withPath, { 'aws:PrincipalArn': withPath })).toBe('Allowed');
    expect(named(SESSION, ROLE, { 'aws:PrincipalArn': withPath })).toBe('ImplicitlyDenied');
  });
  test('a role of the same name in another account is another role', () => {
    expect(named(SESSION, `arn:aws:iam::${OTHER}:role/AppRole`)).toBe('ImplicitlyDenied');
  });
  test('another session of the role is another principal', () => {
    expect(named(`arn:aws:sts::${OWNER}:assumed-role/AppRole/s2`, SESSION)).toBe('ImplicitlyDenied');
  });
  test('the unique id of a deleted user names nobody', () =>
    expect(named(ALICE, 'AIDAEXAMPLEID123456789')).toBe('ImplicitlyDenied'));
  test('no wildcard inside an ARN', () =>
    expect(named(ALICE, `arn:aws:iam::${OWNER}:user/*`)).toBe('ImplicitlyDenied'));
  test('a federated user is named by its own ARN', () => {
    const fed = `arn:aws:sts::${OWNER}:federated-user/Fed`;
    expect(named(fed, fed)).toBe('Allowed');
    expect(named(fed, ALICE)).toBe('ImplicitlyDenied');
  });
  test('the root user needs the key policy, and nothing but it', () => {
    expect(evaluate(asking({ principal: ROOT })).reason.code).toBe('allowedAsRootUser');
    expect(verdict(asking({ principal: ROOT, keyPolicy: policy(allow({ Principal: { AWS: ALICE } })) }))).toBe(
      'ImplicitlyDenied',
    );
    expect(
      verdict(
        asking({ principal: `arn:aws:iam::${OTHER}:root`, keyPolicy: policy(allow({ Principal: { AWS: OTHER } })) }),
      ),
    ).toBe('Allowed');
  });
  test('a Deny for the account hits everybody in it', () => {
    const keyPolicy = policy(allow({ Principal: { AWS: ALICE } }), deny({ Principal: { AWS: OWNER } }));
    expect(verdict(asking({ keyPolicy }))).toBe('ExplicitlyDenied');
  });
  test('a service is named by Service or *, not by an account', () => {
    const service = (Principal: PolicyStatement['Principal']) =>
      verdict(asking({ principal: 's3.amazonaws.com', keyPolicy: policy(allow({ Principal })) }));
    expect(service({ Service: 's3.amazonaws.com' })).toBe('Allowed');
    expect(service('*')).toBe('Allowed');
    expect(service({ Service: 'sns.amazonaws.com' })).toBe('ImplicitlyDenied');
    expect(service({ AWS: OWNER })).toBe('ImplicitlyDenied');
  });
  test('a federated provider is compared with aws:FederatedProvider', () => {
    const keyPolicy = policy(allow({ Principal: { Federated: 'accounts.google.com' } }));
    expect(
      verdict(asking({ principal: SESSION, keyPolicy, context: { 'aws:FederatedProvider': 'accounts.google.com' } })),
    ).toBe('Allowed');
    expect(verdict(asking({ principal: SESSION, keyPolicy }))).toBe('ImplicitlyDenied');
  });
});

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
describe('across accounts', () => {
  const keyPolicy = policy(ACCOUNT_STATEMENT, allow({ Principal: { AWS: OTHER } }));
  const from = (action: string) =>
    evaluate(asking({ principal: MALLORY, action, keyPolicy, identityPolicies: [ANYTHING] }));

  test.each([
    'kms:Decrypt',
    'kms:Encapsulate',
    'kms:ReEncryptTo',
    'kms:CreateGrant',
    'kms:DescribeKey',
    'kms:GetKeyRotationStatus',
    'kms:GetPublicKey',
    'kms:ListGrants',
    'kms:RevokeGrant',
  ])('%s works', (action) => expect(from(action).decision).toBe('Allowed'));
  test.each([
    'kms:ScheduleKeyDeletion',
    'kms:PutKeyPolicy',
    'kms:EnableKey',
    'kms:TagResource',
    'kms:CreateAlias',
    'kms:ListResourceTags',
  ])('%s never does', (action) =>
    expect(from(action)).toMatchObject({
      decision: 'ImplicitlyDenied',
      reason: { code: 'operationNotAcrossAccounts' },
    }),
  );
  test('a grant is enough', () => {
    const grants = [{ GrantId: 'g', KeyId: KEY, GranteePrincipal: MALLORY, Operations: ['Decrypt'] }];
    expect(verdict(asking({ principal: MALLORY, grants }))).toBe('Allowed');
  });
});

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html and …_rcps.html
describe('guards of the organization', () => {
  const denying = [[policy(allow({ Action: '*' }), deny())]];
  test('an SCP binds the root user, but neither AWS services nor service-linked roles', () => {
    expect(verdict(asking({ principal: ROOT, serviceControlPolicies: denying }))).toBe('ExplicitlyDenied');
    const keyPolicy = policy(allow({ Principal: '*' }));
    expect(verdict(asking({ principal: 's3.amazonaws.com', keyPolicy, serviceControlPolicies: denying }))).toBe(
      'Allowed',
    );
    const linked = `arn:aws:sts::${OWNER}:assumed-role/AWSServiceRoleForRDS/x`;
    expect(verdict(asking({ principal: linked, keyPolicy, serviceControlPolicies: denying }))).toBe('Allowed');
  });
  test('a level of SCPs without an Allow refuses, an RCP does not have to allow', () => {
    const identityPolicies = [ANYTHING];
    expect(evaluate(asking({ identityPolicies, serviceControlPolicies: [[ANYTHING], [policy()]] })).reason).toEqual({
      code: 'noAllow',
      policyKind: 'scp',
    });
    expect(
      verdict(
        asking({
          identityPolicies,
          resourceControlPolicies: [[policy(deny({ Principal: '*', Action: 'kms:Encrypt' }))]],
        }),
      ),
    ).toBe('Allowed');
  });
  test('SCP, endpoint and grants: a grant does not pass them', () => {
    const grants = [{ GrantId: 'g', KeyId: KEY, GranteePrincipal: ALICE, Operations: ['Decrypt'] }];
    expect(verdict(asking({ grants, serviceControlPolicies: [[NOTHING]] }))).toBe('ImplicitlyDenied');
    expect(
      verdict(asking({ grants, vpcEndpointPolicy: policy(allow({ Principal: '*', Action: 'kms:Encrypt' })) })),
    ).toBe('ImplicitlyDenied');
  });
});

describe('statements without effect', () => {
  test.each<[string, PolicyStatement]>([
    ['no Action', { Effect: 'Allow', Principal: { AWS: ALICE }, Resource: '*' }],
    ['no Resource', { Effect: 'Allow', Principal: { AWS: ALICE }, Action: 'kms:*' }],
    ['no Principal', { Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
    ['another key as Resource', allow({ Principal: { AWS: ALICE }, Resource: KEY.replace('1234abcd', '9999abcd') })],
    [
      'an alias as Resource',
      allow({ Principal: { AWS: ALICE }, Resource: `arn:aws:kms:ap-northeast-1:${OWNER}:alias/app` }),
    ],
  ])('%s', (_, statement) => expect(verdict(asking({ keyPolicy: policy(statement) }))).toBe('ImplicitlyDenied'));
});

// https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html
describe('grants', () => {
  const grant = (more: Partial<PolicyGrant> = {}): PolicyGrant => ({
    GrantId: 'g',
    KeyId: KEY,
    GranteePrincipal: ALICE,
    Operations: ['Decrypt'],
    ...more,
  });
  const withGrant = (more: Partial<PolicyGrant>, request: Partial<AuthorizationRequest> = {}) =>
    verdict(asking({ grants: [grant(more)], ...request }));

  test('a bare key id names the key too', () => {
    expect(withGrant({ KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' })).toBe('Allowed');
    expect(withGrant({ KeyId: '9999abcd-12ab-34cd-56ef-1234567890ab' })).toBe('ImplicitlyDenied');
  });
  test('a role as grantee covers its sessions, within boundary and session policy', () => {
    expect(withGrant({ GranteePrincipal: ROLE }, { principal: SESSION })).toBe('Allowed');
    expect(withGrant({ GranteePrincipal: ROLE }, { principal: SESSION, sessionPolicies: [NOTHING] })).toBe(
      'ImplicitlyDenied',
    );
  });
  test('an account as grantee leaves it to IAM', () => {
    const keyPolicy = policy();
    expect(withGrant({ GranteePrincipal: ROOT }, { keyPolicy })).toBe('ImplicitlyDenied');
    expect(withGrant({ GranteePrincipal: ROOT }, { keyPolicy, identityPolicies: [ANYTHING] })).toBe('Allowed');
  });
  test('Subset takes more pairs, Equals none', () => {
    const encryptionContext = { Dept: 'pay', user: 'x' };
    expect(withGrant({ Constraints: { EncryptionContextSubset: { dept: 'pay' } } }, { encryptionContext })).toBe(
      'Allowed',
    );
    expect(withGrant({ Constraints: { EncryptionContextEquals: { dept: 'pay' } } }, { encryptionContext })).toBe(
      'ImplicitlyDenied',
    );
    expect(withGrant({ Constraints: { EncryptionContextEquals: {} } }, {})).toBe('Allowed');
    expect(
      withGrant(
        { Constraints: { EncryptionContextSubset: { dept: 'pay' } } },
        { context: { 'kms:EncryptionContext:dept': 'pay' } },
      ),
    ).toBe('Allowed');
  });
  test('SourceArn is compared only when an AWS service calls', () => {
    const arn = `arn:aws:s3:::bucket`;
    const byService: Partial<PolicyGrant> = {
      GranteePrincipal: undefined,
      GranteeServicePrincipal: 's3.amazonaws.com',
      Constraints: { SourceArn: arn },
    };
    expect(withGrant(byService, { principal: 's3.amazonaws.com', context: { 'aws:SourceArn': arn } })).toBe('Allowed');
    expect(
      withGrant(byService, { principal: 's3.amazonaws.com', context: { 'aws:SourceArn': 'arn:aws:s3:::other' } }),
    ).toBe('ImplicitlyDenied');
    expect(withGrant({ Constraints: { SourceArn: arn } })).toBe('Allowed');
  });
  test('a child grant is no wider than its parent', () => {
    const parent = { Operations: ['CreateGrant', 'Decrypt'], Constraints: { EncryptionContextSubset: { a: '1' } } };
    const child = (Operations: string[], Constraints?: PolicyGrant['Constraints']) =>
      withGrant(parent, { action: 'kms:CreateGrant', requestedGrant: { Operations, Constraints } });
    expect(child(['Decrypt'], { EncryptionContextSubset: { a: '1', b: '2' } })).toBe('Allowed');
    expect(child(['Decrypt'], { EncryptionContextEquals: { a: '1' } })).toBe('Allowed');
    expect(child(['Decrypt'])).toBe('ImplicitlyDenied');
    expect(child(['Decrypt', 'Encrypt'], { EncryptionContextSubset: { a: '1' } })).toBe('ImplicitlyDenied');
    const exact = { ...parent, Constraints: { EncryptionContextEquals: { a: '1' } } };
    expect(
      withGrant(exact, {
        action: 'kms:CreateGrant',
        requestedGrant: { Operations: ['Decrypt'], Constraints: { EncryptionContextSubset: { a: '1' } } },
      }),
    ).toBe('ImplicitlyDenied');
  });

  // https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
  describe('RetireGrant', () => {
    const retire = (principal: string, more: Partial<PolicyGrant>, request: Partial<AuthorizationRequest> = {}) =>
      verdict(asking({ principal, action: 'kms:RetireGrant', grants: [grant(more)], targetGrantId: 'g', ...request }));
    const forAll = policy(allow({ Principal: '*' }));

    test('by the retiring principal, without any policy', () =>
      expect(retire(BOB, { RetiringPrincipal: BOB })).toBe('Allowed'));
    test('not by the grantee unless the grant says so', () => {
      expect(retire(ALICE, {})).toBe('ImplicitlyDenied');
      expect(retire(ALICE, { Operations: ['RetireGrant'] })).toBe('Allowed');
    });
    test('a key policy cannot allow it, nor deny it; an RCP cannot either', () => {
      expect(retire(BOB, {}, { keyPolicy: forAll })).toBe('ImplicitlyDenied');
      expect(retire(BOB, { RetiringPrincipal: BOB }, { keyPolicy: policy(deny({ Principal: '*' })) })).toBe('Allowed');
      expect(
        retire(BOB, { RetiringPrincipal: BOB }, { resourceControlPolicies: [[policy(deny({ Principal: '*' }))]] }),
      ).toBe('Allowed');
    });
    test('IAM can deny it, and can pass on what the account may do', () => {
      expect(retire(BOB, { RetiringPrincipal: BOB }, { identityPolicies: [policy(deny())] })).toBe('ExplicitlyDenied');
      expect(retire(BOB, {}, { identityPolicies: [ANYTHING] })).toBe('Allowed');
      expect(retire(MALLORY, {}, { identityPolicies: [ANYTHING] })).toBe('ImplicitlyDenied');
      expect(
        retire(MALLORY, { RetiringPrincipal: `arn:aws:iam::${OTHER}:root` }, { identityPolicies: [ANYTHING] }),
      ).toBe('Allowed');
      expect(retire(MALLORY, { RetiringPrincipal: `arn:aws:iam::${OTHER}:root` })).toBe('ImplicitlyDenied');
    });
    test('only the grant that is named', () =>
      expect(retire(BOB, { RetiringPrincipal: BOB }, { targetGrantId: 'h' })).toBe('ImplicitlyDenied'));
  });
});

describe('the trace', () => {
  test('shows every element of every statement with wanted and actual value', () => {
    const decision = evaluate(
      asking({
        identityPolicies: [
          policy(allow({ Action: 'kms:Encrypt', Condition: { Bool: { 'aws:SecureTransport': true } } })),
        ],
      }),
    );
    const identity = decision.trace.policies.find((trace) => trace.policy.kind === 'identity');
    expect(identity?.statements[0]).toMatchObject({
      applies: false,
      elements: [
        { element: 'Action', matched: false, wanted: ['kms:Encrypt'], actual: 'kms:Decrypt' },
        { element: 'Resource', matched: true, by: '*' },
        {
          element: 'Condition',
          operator: 'Bool',
          key: 'aws:SecureTransport',
          wanted: ['true'],
          actual: undefined,
          matched: false,
          why: 'keyAbsent',
        },
      ],
    });
    expect(decision.stages).toContainEqual({ stage: 'key', result: 'delegates' });
  });
  test('names who decided', () => {
    const decision = evaluate(asking({ identityPolicies: [policy(deny({ Sid: 'No' }))] }));
    expect(decision.decidedBy).toEqual([
      { type: 'statement', policy: { kind: 'identity', index: 0 }, statement: 0, Sid: 'No' },
    ]);
  });
});
