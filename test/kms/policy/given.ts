/** Small requests and policies for the tests of authorisation. */
import fc from 'fast-check';
import type {
  AuthorizationRequest,
  ConditionElement,
  ContextValue,
  PolicyDocument,
  PolicyStatement,
} from '../../../src/kms/policy/types.ts';

export const OWNER = '111122223333';
export const OTHER = '444455556666';
export const KEY = `arn:aws:kms:ap-northeast-1:${OWNER}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ALICE = `arn:aws:iam::${OWNER}:user/Alice`;
export const BOB = `arn:aws:iam::${OWNER}:user/Bob`;
export const MALLORY = `arn:aws:iam::${OTHER}:user/Mallory`;
export const ROLE = `arn:aws:iam::${OWNER}:role/AppRole`;
export const SESSION = `arn:aws:sts::${OWNER}:assumed-role/AppRole/s1`;
export const ROOT = `arn:aws:iam::${OWNER}:root`;

export const policy = (...statements: readonly PolicyStatement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

export const allow = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action: 'kms:*',
  Resource: '*',
  ...more,
});
export const deny = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({ ...allow(more), Effect: 'Deny' });

export const ACCOUNT_STATEMENT = allow({ Principal: { AWS: ROOT } });

/** Alice asks for Decrypt on the key; the key trusts IAM, and IAM says nothing. */
export const asking = (more: Partial<AuthorizationRequest> = {}): AuthorizationRequest => ({
  principal: ALICE,
  action: 'kms:Decrypt',
  resource: KEY,
  resourceAccount: OWNER,
  context: {},
  identityPolicies: [],
  keyPolicy: policy(ACCOUNT_STATEMENT),
  ...more,
});

/** The same with one IAM statement under a condition. */
export const under = (
  Condition: ConditionElement,
  context: Readonly<Record<string, ContextValue>>,
  Version: '2012-10-17' | '2008-10-17' = '2012-10-17',
) => asking({ context, identityPolicies: [{ ...policy(allow({ Condition })), Version }] });

const action = fc.constantFrom(
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:Decr*',
  'kms:*',
  '*',
  'kms:PutKeyPolicy',
  'KMS:DECRYPT',
);
const resource = fc.constantFrom('*', KEY, 'arn:aws:kms:*:*:key/*', `arn:aws:kms:us-east-1:${OWNER}:key/*`);
const principal = fc.constantFrom(
  '*' as const,
  { AWS: ALICE },
  { AWS: [BOB, ROLE] },
  { AWS: ROOT },
  { AWS: OTHER },
  { AWS: '*' },
  { Service: 's3.amazonaws.com' },
);
const condition = fc.option(
  fc.constantFrom<ConditionElement>(
    { StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' } },
    { StringNotEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' } },
    { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['a'] } },
    { 'ForAnyValue:StringLike': { 'kms:EncryptionContextKeys': ['a*'] } },
    { Null: { 'kms:EncryptionContext:a': 'true' } },
    { Bool: { 'aws:MultiFactorAuthPresent': true } },
  ),
  { nil: undefined },
);

export const arbitraryStatement = (withPrincipal: boolean): fc.Arbitrary<PolicyStatement> =>
  fc
    .record({
      Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
      not: fc.boolean(),
      notAction: fc.boolean(),
      action,
      resource,
      principal,
      condition,
    })
    .map(({ Effect, not, notAction, condition: Condition, ...one }) => ({
      Effect,
      ...(withPrincipal ? (not ? { NotPrincipal: one.principal } : { Principal: one.principal }) : {}),
      ...(notAction ? { NotAction: one.action } : { Action: one.action }),
      Resource: one.resource,
      ...(Condition ? { Condition } : {}),
    }));

const arbitraryPolicy = (withPrincipal: boolean): fc.Arbitrary<PolicyDocument> =>
  fc.array(arbitraryStatement(withPrincipal), { maxLength: 4 }).map((statements) => policy(...statements));

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

export const arbitraryRequest: fc.Arbitrary<AuthorizationRequest> = fc.record({
  principal: fc.constantFrom(ALICE, BOB, MALLORY, SESSION, ROOT, 's3.amazonaws.com'),
  action: fc.constantFrom('kms:Decrypt', 'kms:Encrypt', 'kms:PutKeyPolicy'),
  resource: fc.constant(KEY),
  resourceAccount: fc.constant(OWNER),
  context: fc.constantFrom<Readonly<Record<string, ContextValue>>>(
    {},
    { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' },
    { 'kms:EncryptionContextKeys': ['a', 'b'], 'kms:EncryptionContext:a': '1', 'kms:EncryptionContext:b': '2' },
    { 'aws:MultiFactorAuthPresent': 'true' },
  ),
  keyPolicy: optional(arbitraryPolicy(true)),
  identityPolicies: fc.array(arbitraryPolicy(false), { maxLength: 2 }),
  permissionsBoundary: optional(arbitraryPolicy(false)),
  sessionPolicies: optional(fc.array(arbitraryPolicy(false), { maxLength: 2 })),
  serviceControlPolicies: optional(
    fc.array(fc.array(arbitraryPolicy(false), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  ),
  resourceControlPolicies: optional(
    fc.array(fc.array(arbitraryPolicy(true), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  ),
  vpcEndpointPolicy: optional(arbitraryPolicy(true)),
  grants: optional(fc.constantFrom([{ GrantId: 'g', KeyId: KEY, GranteePrincipal: ALICE, Operations: ['Decrypt'] }])),
});
