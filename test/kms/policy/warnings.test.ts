import { describe, expect, test } from 'vitest';
import { consoleKeyPolicy } from '../../../src/kms/policy/defaultKeyPolicy.ts';
import type { PolicyDocument, PolicyKind, PolicyStatement } from '../../../src/kms/policy/types.ts';
import { warnings } from '../../../src/kms/policy/warnings.ts';
import { ACCOUNT_STATEMENT, ALICE, allow, deny, KEY, OWNER, policy, ROLE, ROOT } from './given.ts';

const codes = (document: PolicyDocument, kind?: PolicyKind): string[] =>
  warnings(document, kind).map(({ code }) => code);
/** Beside the account statement, which is in order. */
const beside = (statement: PolicyStatement): string[] => codes(policy(ACCOUNT_STATEMENT, statement));
const use = (more: Partial<PolicyStatement> = {}) =>
  allow({ Principal: { AWS: ALICE }, Action: 'kms:Decrypt', ...more });
const when = (Condition: PolicyStatement['Condition'], Action: PolicyStatement['Action'] = 'kms:Decrypt') =>
  beside(use({ Action, Condition }));

describe('warnings', () => {
  test('are silent about what AWS itself writes', () => {
    expect(
      codes(consoleKeyPolicy({ account: OWNER, keyType: 'symmetric', administrators: [ALICE], users: [ROLE] })),
    ).toEqual([]);
  });

  test.each<[string, string[], string[]]>([
    ['everybody, without a condition', beside(use({ Principal: '*' })), ['anyoneWithoutCondition']],
    [
      'everybody, under a condition',
      beside(use({ Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': OWNER } } })),
      [],
    ],
    ['nobody may change the policy', codes(policy(use())), ['nobodyCanChangePolicy']],
    [
      'only a service may change the policy',
      codes(policy(allow({ Principal: { Service: 's3.amazonaws.com' } }))),
      ['nobodyCanChangePolicy'],
    ],
    ['a Deny for everybody', beside(deny({ Principal: '*' })), ['deniesEveryone']],
    ['a user who may do everything', beside(use({ Action: 'kms:*' })), ['useAndAdministration']],
    [
      'a user who may create any grant',
      beside(use({ Action: ['kms:Decrypt', 'kms:Create*'] })),
      ['useAndAdministration'],
    ],
    [
      'Allow with NotPrincipal',
      beside(use({ Principal: undefined, NotPrincipal: { AWS: ALICE } })),
      ['allowNotPrincipal'],
    ],
    [
      'Deny with NotPrincipal that forgets the account',
      beside(deny({ Action: 'kms:Encrypt', NotPrincipal: { AWS: ALICE } })),
      ['notPrincipalWithoutAccount'],
    ],
    [
      'Deny with NotPrincipal and the account',
      beside(deny({ Action: 'kms:Encrypt', NotPrincipal: { AWS: [ALICE, ROOT] } })),
      [],
    ],
    ['an operation that does not exist', beside(use({ Action: 'kms:Decript' })), ['unknownAction']],
    ['a wildcard that covers nothing', beside(use({ Action: 'kms:Foo*' })), ['unknownAction']],
    ['an action of another service', beside(use({ Action: 's3:GetObject' })), ['foreignAction']],
    ['an operation without a key', beside(use({ Action: 'kms:ListKeys' })), ['actionHasNoKey']],
    ['RetireGrant', beside(use({ Action: 'kms:RetireGrant' })), ['retireGrantInKeyPolicy']],
    ['no Resource', beside(use({ Resource: undefined })), ['noEffect']],
    ['a key ARN as Resource', beside(use({ Resource: KEY })), ['resourceIsNotStar']],
    [
      'a misspelt condition key',
      when({ StringEquals: { 'kms:ViaServices': 's3.us-east-1.amazonaws.com' } }),
      ['unknownConditionKey'],
    ],
    [
      'an old condition key',
      when({ StringEquals: { 'kms:CustomerMasterKeySpec': 'SYMMETRIC_DEFAULT' } }),
      ['deprecatedConditionKey'],
    ],
    [
      'a key that Decrypt never carries',
      when({ StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } }),
      ['conditionKeyNeverPresent'],
    ],
    [
      'a multivalued key without set operator',
      when({ StringEquals: { 'kms:EncryptionContextKeys': 'a' } }),
      ['needsSetOperator'],
    ],
    [
      'a set operator on one value',
      when({ 'ForAnyValue:StringEquals': { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
      ['setOperatorOnSingleValue'],
    ],
    [
      'ForAllValues without Null',
      when({ 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'a' } }),
      ['forAllValuesMatchesAbsence'],
    ],
    [
      'ForAllValues with Null',
      when({
        'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'a' },
        Null: { 'kms:EncryptionContextKeys': 'false' },
      }),
      [],
    ],
    [
      'an operator that does not fit',
      when({ StringEquals: { 'kms:RotationPeriodInDays': '365' } }, 'kms:EnableKeyRotation'),
      ['operatorDoesNotFit'],
    ],
    [
      'a number that is none',
      when({ NumericLessThan: { 'kms:RotationPeriodInDays': 'year' } }, 'kms:EnableKeyRotation'),
      ['badValue'],
    ],
    [
      'a value that the key never has',
      when({ StringEquals: { 'kms:MessageType': 'RAWR' } }, 'kms:Sign'),
      ['unknownValue'],
    ],
    [
      'a variable without Version',
      codes({
        Statement: [
          ACCOUNT_STATEMENT,
          use({ Condition: { StringEquals: { 'kms:EncryptionContext:u': '$' + '{aws:username}' } } }),
        ],
      }),
      ['variablesNeedVersion'],
    ],
    [
      'a Sid used twice',
      codes(policy(allow({ Principal: { AWS: ROOT }, Sid: 'x' }), use({ Sid: 'x' }))),
      ['duplicateSid'],
    ],
    [
      'an alias as Resource in IAM',
      codes(policy(allow({ Action: 'kms:Decrypt', Resource: `arn:aws:kms:us-east-1:${OWNER}:alias/a` })), 'identity'),
      ['aliasAsResource'],
    ],
    [
      'an alias where it belongs',
      codes(
        policy(allow({ Action: 'kms:DeleteAlias', Resource: `arn:aws:kms:us-east-1:${OWNER}:alias/a` })),
        'identity',
      ),
      [],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('suggest the right spelling and say where', () => {
    expect(warnings(policy(ACCOUNT_STATEMENT, use({ Action: ['kms:Encrypt', 'kms:GenrateDataKey'] })))).toEqual([
      {
        code: 'unknownAction',
        path: '/Statement/1/Action/1',
        args: { found: 'kms:GenrateDataKey', meant: 'kms:GenerateDataKey' },
      },
    ]);
  });
});
