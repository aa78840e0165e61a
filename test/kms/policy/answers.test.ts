import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessDeniedMessage, hiddenResourceMessage } from '../../../src/kms/policy/accessDeniedMessage.ts';
import { apiDefaultKeyPolicy, consoleKeyPolicy } from '../../../src/kms/policy/defaultKeyPolicy.ts';
import { applyEdit } from '../../../src/kms/policy/edit.ts';
import { evaluate } from '../../../src/kms/policy/evaluate.ts';
import { explain, explainEdit } from '../../../src/kms/policy/explain.ts';
import { lockoutCheck } from '../../../src/kms/policy/lockoutCheck.ts';
import { type Locale, MESSAGES } from '../../../src/kms/policy/messages.ts';
import { parsePolicy } from '../../../src/kms/policy/parsePolicy.ts';
import { smallestChange } from '../../../src/kms/policy/smallestChange.ts';
import type { AuthorizationRequest, PolicyDocument } from '../../../src/kms/policy/types.ts';
import {
  ACCOUNT_STATEMENT,
  ALICE,
  allow,
  arbitraryRequest,
  asking,
  BOB,
  deny,
  KEY,
  MALLORY,
  OTHER,
  OWNER,
  policy,
  ROLE,
  SESSION,
  under,
} from './given.ts';
import { CASES, requestOf } from './policyCase.ts';

const ANYTHING = policy(allow({ Action: '*' }));
const NOTHING = policy(allow({ Action: 's3:*' }));

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
describe('AccessDeniedException says', () => {
  const said = (request: AuthorizationRequest, options = {}) =>
    accessDeniedMessage(evaluate(request), request, options);
  const ALICE_ON_KEY = `User: ${ALICE} is not authorized to perform: kms:Decrypt on resource: ${KEY}`;

  test.each<[string, Partial<AuthorizationRequest>, string]>([
    ['no IAM policy', {}, 'because no identity-based policy allows the kms:Decrypt action'],
    [
      'the key policy does not trust IAM',
      { keyPolicy: policy(), identityPolicies: [ANYTHING] },
      'because no resource-based policy allows the kms:Decrypt action',
    ],
    ['a Deny in IAM', { identityPolicies: [policy(deny())] }, 'with an explicit deny in an identity-based policy'],
    [
      'a Deny in the key policy',
      { keyPolicy: policy(deny({ Principal: '*' })) },
      'with an explicit deny in a resource-based policy',
    ],
    [
      'a Deny in an SCP',
      { serviceControlPolicies: [[policy(deny())]] },
      'with an explicit deny in a service control policy',
    ],
    [
      'a Deny in an RCP',
      { resourceControlPolicies: [[policy(deny({ Principal: '*' }))]] },
      'with an explicit deny in a resource control policy',
    ],
    [
      'a Deny in the endpoint policy',
      { vpcEndpointPolicy: policy(deny({ Principal: '*' })) },
      'with an explicit deny in a VPC endpoint policy',
    ],
    [
      'a Deny in the boundary',
      { permissionsBoundary: policy(deny()) },
      'with an explicit deny in a permissions boundary',
    ],
    [
      'a Deny in the session policy',
      { sessionPolicies: [policy(deny())] },
      'with an explicit deny in a session policy',
    ],
    [
      'no Allow in an SCP',
      { identityPolicies: [ANYTHING], serviceControlPolicies: [[NOTHING]] },
      'because no service control policy allows the kms:Decrypt action',
    ],
    [
      'no Allow in the endpoint policy',
      { identityPolicies: [ANYTHING], vpcEndpointPolicy: policy() },
      'because no VPC endpoint policy allows the kms:Decrypt action',
    ],
    [
      'no Allow in the boundary',
      { identityPolicies: [ANYTHING], permissionsBoundary: NOTHING },
      'because no permissions boundary allows the kms:Decrypt action',
    ],
    [
      'no Allow in the session policy',
      { identityPolicies: [ANYTHING], sessionPolicies: [NOTHING] },
      'because no session policy allows the kms:Decrypt action',
    ],
  ])('%s', (_, more, reason) => expect(said(asking(more))).toBe(`${ALICE_ON_KEY} ${reason}`));

  test('nothing about the key to a stranger, whether it is missing, silent or denying', () => {
    const hidden = `User: ${MALLORY} is not authorized to perform: kms:Decrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
    const stranger = { principal: MALLORY, identityPolicies: [ANYTHING] };
    expect(said(asking(stranger))).toBe(hidden);
    expect(said(asking({ ...stranger, keyPolicy: policy(deny({ Principal: '*' })) }))).toBe(hidden);
    expect(hiddenResourceMessage(MALLORY, 'kms:Decrypt')).toBe(hidden);
    expect(said(asking({ principal: MALLORY, keyPolicy: policy(allow({ Principal: '*' })) }))).toMatch(
      /because no identity-based policy allows the kms:Decrypt action$/,
    );
  });
  test('the ciphertext instead of the key when no KeyId was sent', () => {
    expect(said(asking(), { ciphertextOnly: true })).toBe(
      `User: ${ALICE} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`,
    );
  });
  test('no resource where there is none', () => {
    expect(said(asking({ action: 'kms:CreateKey', resource: '*', keyPolicy: undefined }))).toBe(
      `User: ${ALICE} is not authorized to perform: kms:CreateKey because no identity-based policy allows the kms:CreateKey action`,
    );
  });
});

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
describe('default key policies', () => {
  test('of the API, as recorded on AWS', () => {
    expect(JSON.stringify(apiDefaultKeyPolicy(OWNER))).toBe(
      '{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}',
    );
  });

  const choices = { account: OWNER, administrators: [ALICE], users: [ROLE, BOB] } as const;
  const asked = (document: PolicyDocument, principal: string, action: string, context = {}) =>
    evaluate(asking({ principal, action, keyPolicy: document, context })).decision === 'Allowed';

  test('of the console: administrators rule, users use, and only AWS services get grants from users', () => {
    const document = consoleKeyPolicy({ ...choices, keyType: 'symmetric' });
    expect(parsePolicy(document, 'key').ok).toBe(true);
    expect(asked(document, ALICE, 'kms:PutKeyPolicy')).toBe(true);
    expect(asked(document, ALICE, 'kms:Decrypt')).toBe(false);
    expect(asked(document, SESSION, 'kms:GenerateDataKeyPair')).toBe(true);
    expect(asked(document, SESSION, 'kms:PutKeyPolicy')).toBe(false);
    expect(asked(document, BOB, 'kms:CreateGrant')).toBe(false);
    expect(asked(document, BOB, 'kms:CreateGrant', { 'kms:GrantIsForAWSResource': 'true' })).toBe(true);
  });
  test('of the console: deleting is a separate box', () => {
    expect(asked(consoleKeyPolicy({ ...choices, keyType: 'hmac' }), ALICE, 'kms:ScheduleKeyDeletion')).toBe(true);
    const without = consoleKeyPolicy({ ...choices, keyType: 'hmac', administratorsMayDelete: false });
    expect(asked(without, ALICE, 'kms:ScheduleKeyDeletion')).toBe(false);
    expect(asked(without, ALICE, 'kms:DeleteAlias')).toBe(true);
  });
  test.each([
    ['symmetric', 'kms:GenerateDataKey', 'kms:Sign'],
    ['hmac', 'kms:VerifyMac', 'kms:Decrypt'],
    ['asymmetricEncryption', 'kms:GetPublicKey', 'kms:GenerateDataKey'],
    ['signing', 'kms:Verify', 'kms:Encrypt'],
    ['keyAgreement', 'kms:DeriveSharedSecret', 'kms:Sign'],
  ] as const)('of the console: users of a %s key get %s, not %s', (keyType, yes, no) => {
    const document = consoleKeyPolicy({ ...choices, keyType });
    expect([asked(document, BOB, yes), asked(document, BOB, no)]).toEqual([true, false]);
  });
});

describe('the lockout safety check', () => {
  const caller = { principal: ALICE, resource: KEY, resourceAccount: OWNER, context: {}, identityPolicies: [] };
  const refused = {
    __type: 'MalformedPolicyDocumentException',
    message: 'The new key policy will not allow you to update the key policy in the future.',
  };

  test('passes when the caller is named', () =>
    expect(lockoutCheck(policy(allow({ Principal: { AWS: ALICE } })), caller)).toBeUndefined());
  test('counts the account statement only with an IAM allow', () => {
    expect(lockoutCheck(apiDefaultKeyPolicy(OWNER), caller)).toEqual(refused);
    expect(lockoutCheck(apiDefaultKeyPolicy(OWNER), { ...caller, identityPolicies: [ANYTHING] })).toBeUndefined();
  });
  test('refuses a policy for others, or without PutKeyPolicy', () => {
    expect(
      lockoutCheck(policy(allow({ Principal: { AWS: BOB } })), { ...caller, identityPolicies: [ANYTHING] }),
    ).toEqual(refused);
    expect(lockoutCheck(policy(allow({ Principal: { AWS: ALICE }, Action: 'kms:Decrypt' })), caller)).toEqual(refused);
  });
});

describe('the smallest change', () => {
  test('turns the verdict of every documented case, by edits that do it when carried out', () => {
    for (const policyCase of CASES) {
      const request = requestOf(policyCase);
      const changes = smallestChange(request, 4);
      expect(changes.length, policyCase.id).toBeGreaterThan(0);
      for (const { edits, decision } of changes) {
        const after = evaluate(edits.reduce(applyEdit, request)).decision;
        expect(after === 'Allowed', policyCase.id).toBe(policyCase.expected !== 'Allowed');
        expect(decision.decision).toBe(after);
      }
      expect(changes.map(({ cost }) => cost)).toEqual(changes.map(({ cost }) => cost).toSorted((a, b) => a - b));
    }
  });

  test('holds for requests nobody wrote, and leaves the request untouched', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const before = JSON.stringify(request);
        const was = evaluate(request).decision === 'Allowed';
        const turned = smallestChange(request, 2).every(
          ({ edits }) => (evaluate(edits.reduce(applyEdit, request)).decision === 'Allowed') !== was,
        );
        return turned && JSON.stringify(request) === before;
      }),
      { numRuns: 60 },
    );
  });

  const first = (request: AuthorizationRequest) => smallestChange(request, 1)[0]?.edits;

  test.each<[string, AuthorizationRequest, object[]]>([
    [
      'an action in IAM',
      asking({ identityPolicies: [policy(allow({ Action: 'kms:Encrypt' }))] }),
      [{ kind: 'addAction', action: 'kms:Decrypt', policy: { kind: 'identity' } }],
    ],
    [
      'an encryption context',
      under({ StringEquals: { 'kms:EncryptionContext:dept': 'pay' } }, {}),
      [{ kind: 'setContext', key: 'kms:EncryptionContext:dept', value: 'pay' }],
    ],
    [
      'a longer waiting period',
      asking({
        action: 'kms:ScheduleKeyDeletion',
        identityPolicies: [ANYTHING],
        context: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' },
        keyPolicy: policy(
          ACCOUNT_STATEMENT,
          deny({
            Principal: '*',
            Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
          }),
        ),
      }),
      [{ kind: 'setContext', value: '30' }],
    ],
    [
      'two denies',
      asking({
        identityPolicies: [ANYTHING, policy(deny())],
        keyPolicy: policy(ACCOUNT_STATEMENT, deny({ Principal: '*' })),
      }),
      [{ kind: 'removeStatement' }, { kind: 'removeStatement' }],
    ],
    ['both sides across accounts', asking({ principal: MALLORY, action: 'kms:ListGrants' }), [{}, {}]],
  ])('is %s', (_, request, expected) => expect(first(request)).toMatchObject(expected));

  test('does not exist for an operation that never works across accounts', () => {
    expect(
      smallestChange(
        asking({
          principal: MALLORY,
          action: 'kms:PutKeyPolicy',
          keyPolicy: policy(allow({ Principal: { AWS: OTHER } })),
          identityPolicies: [ANYTHING],
        }),
      ),
    ).toEqual([]);
  });
});

describe('explanations', () => {
  const texts = (request: AuthorizationRequest, locale: Locale): string[] => {
    const { verdict, because, deciders, stages, statements, grants } = explain(evaluate(request), locale);
    const edits = smallestChange(request, 3).flatMap((change) => change.edits.map((edit) => explainEdit(edit, locale)));
    return [
      verdict,
      because,
      ...deciders,
      ...stages.map(({ name, result }) => `${name}: ${result}`),
      ...statements.map(({ text }) => text),
      ...grants.map(({ text }) => text),
      ...edits,
    ];
  };

  test.each<Locale>(['ja', 'en'])('in %s leave no blank and no empty sentence', (locale) => {
    for (const policyCase of CASES) {
      for (const text of texts(requestOf(policyCase), locale)) {
        expect(text, policyCase.id).not.toBe('');
        expect(text, policyCase.id).not.toMatch(/\{\w+\}|undefined/);
      }
    }
  });

  test('have the same blanks in both languages', () => {
    const blanks = (value: unknown): unknown =>
      typeof value === 'string'
        ? [...new Set(value.match(/\{\w+\}/g) ?? [])].toSorted()
        : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, blanks(inner)]));
    const { condition: ja, ...jaRest } = MESSAGES.ja;
    const { condition: en, ...enRest } = MESSAGES.en;
    expect(blanks(jaRest)).toEqual(blanks(enRest));
    expect(Object.keys(ja)).toEqual(Object.keys(en));
  });

  test('name the failing condition with the value of the request', () => {
    const request = under(
      { StringEquals: { 'kms:ViaService': 's3.*.amazonaws.com' } },
      { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
    );
    expect(texts(request, 'en')).toContain(
      'Statement 1 of the IAM policy (Allow) does not apply. The condition StringEquals kms:ViaService does not hold (policy: s3.*.amazonaws.com; request: s3.eu-west-1.amazonaws.com).',
    );
    expect(texts(request, 'ja')).toContain(
      'IAMポリシーの1番目のステートメント(Allow)は、この要求に当てはまりません。条件StringEquals kms:ViaServiceが成り立ちません(条件: s3.*.amazonaws.com、要求: s3.eu-west-1.amazonaws.com)。',
    );
  });
});
