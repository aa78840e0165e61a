import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../src/kms/policy/json.ts';
import { type PolicyProblem, parsePolicy } from '../../../src/kms/policy/parsePolicy.ts';
import { policyError } from '../../../src/kms/policy/policyError.ts';
import type { PolicyKind } from '../../../src/kms/policy/types.ts';
import { warnings } from '../../../src/kms/policy/warnings.ts';
import { allow, policy } from './given.ts';
import { CASES } from './policyCase.ts';

const problemsOf = (source: string | object, kind: PolicyKind = 'key'): readonly PolicyProblem[] => {
  const parsed = parsePolicy(source, kind);
  return parsed.ok ? [] : parsed.problems;
};
const codes = (source: string | object, kind?: PolicyKind): string[] =>
  problemsOf(source, kind).map(({ code }) => code);

describe('JSON', () => {
  test('equals JSON.parse on every valid document', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseJson(text);
        return parsed.ok || /"__proto__"/.test(text);
      }),
    );
  });

  test('refuses exactly what JSON.parse refuses', () => {
    const mutated = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\', "'", ' '))
      .map(([text, at, put]) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + put + text.slice(i + 1);
      });
    fc.assert(
      fc.property(mutated, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        return parseJson(text).ok === valid;
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['', 'empty', 0],
    ['{"a":1,}', 'trailingComma', 6],
    ['{"a" 1}', 'missingColon', 5],
    ['{"a":1 "b":2}', 'missingComma', 7],
    ['{a:1}', 'keyNotQuoted', 1],
    ["{'a':1}", 'singleQuotes', 1],
    ['{"a":"x', 'unterminatedString', 5],
    ['{"a":"x\ny"}', 'unterminatedString', 5],
    ['{"a":"\\x"}', 'badEscape', 6],
    ['{"a":01}', 'badNumber', 5],
    ['{"a":[1,2', 'unexpectedEnd', 9],
    ['{"a":tru}', 'unexpectedCharacter', 5],
    ['{} {}', 'afterEnd', 3],
    ['{ // no\n}', 'comment', 2],
    [`${'['.repeat(100)}`, 'tooDeep', 65],
  ])('%j: %s at %i', (text, code, offset) => {
    expect(parseJson(text)).toMatchObject({ ok: false, error: { code, offset } });
    expect(problemsOf(text)).toMatchObject([{ code: `json.${code}`, offset, path: '' }]);
  });
});

describe('the policies of the documented cases', () => {
  test.each(CASES)('$id parses', (policyCase) => {
    if (policyCase.keyPolicy) expect(problemsOf(policyCase.keyPolicy, 'key')).toEqual([]);
    if (policyCase.keyPolicy)
      expect(parsePolicy(JSON.stringify(policyCase.keyPolicy), 'key')).toEqual({
        ok: true,
        policy: policyCase.keyPolicy,
      });
    for (const document of policyCase.identityPolicies) expect(problemsOf(document, 'identity')).toEqual([]);
    for (const document of (policyCase.resourceControlPolicies ?? []).flat())
      expect(problemsOf(document, 'rcp')).toEqual([]);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
describe('the grammar', () => {
  const key = (statement: object) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', ...statement }],
  });

  test.each<[string, string | object, string[]]>([
    ['a list', [], ['wrongType']],
    ['no Statement', { Version: '2012-10-17' }, ['missingElement']],
    ['an empty Statement', { Statement: [] }, ['emptyList']],
    ['a version of today', { ...key({}), Version: '2026-01-01' }, ['invalidVersion']],
    ['an unknown element', { ...key({}), Statment: 1 }, ['unknownElement']],
    ['effect in small letters', key({ Effect: 'allow' }), ['invalidEffect']],
    ['Action and NotAction', key({ NotAction: 'kms:*' }), ['mutuallyExclusive']],
    ['a number as Action', key({ Action: 1 }), ['wrongType']],
    ['an empty list of actions', key({ Action: [] }), ['emptyList']],
    ['an action without service', key({ Action: 'Decrypt' }), ['invalidAction']],
    ['a key id as Resource', key({ Resource: '1234abcd' }), ['invalidResource']],
    ['no Principal', key({ Principal: undefined }), ['noPrincipal']],
    ['a bare ARN as Principal', key({ Principal: 'arn:aws:iam::111122223333:root' }), ['invalidPrincipal']],
    ['a group', key({ Principal: { AWS: 'arn:aws:iam::111122223333:group/g' } }), ['invalidPrincipal']],
    ['a wildcard in an ARN', key({ Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } }), ['invalidPrincipal']],
    ['a deleted principal', key({ Principal: { AWS: 'AIDAEXAMPLEID123456789' } }), ['invalidPrincipal']],
    ['a principal type in small letters', key({ Principal: { aws: '*' } }), ['unknownPrincipalType']],
    ['an unknown operator', key({ Condition: { StringEqual: { 'aws:x': 'a' } } }), ['unknownOperator']],
    ['NullIfExists', key({ Condition: { NullIfExists: { 'aws:x': 'true' } } }), ['unknownOperator']],
    ['a condition key without prefix', key({ Condition: { Bool: { x: 'a' } } }), ['conditionKeyWithoutPrefix']],
    ['null as a value', key({ Condition: { StringEquals: { 'aws:x': null } } }), ['wrongType']],
    [
      'ForAllValues on a context pair',
      key({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContext:a': 'x' } } }),
      ['overlyPermissiveCondition'],
    ],
    [
      'a key of IAM policies',
      key({ Condition: { StringEquals: { 'aws:ResourceTag/a': 'x' } } }),
      ['keyNotInKeyPolicy'],
    ],
    ['no Action and no Resource: stored by KMS', key({ Action: undefined, Resource: undefined }), []],
    [
      'one statement, all forms',
      {
        Statement: {
          Sid: 'With spaces',
          Effect: 'Deny',
          NotPrincipal: { AWS: ['111122223333'], Service: 's3.amazonaws.com' },
          NotAction: ['kms:List*'],
          NotResource: ['arn:aws:kms:*:*:key/a'],
          Condition: { NumericLessThanIfExists: { 'kms:RotationPeriodInDays': [1, '2'] } },
        },
      },
      [],
    ],
  ])('%s', (_, source, expected) => expect(codes(source)).toEqual(expected));

  test.each<[PolicyKind, object, string[]]>([
    ['identity', policy(allow({ Principal: '*' })), ['principalNotAllowed']],
    ['scp', policy(allow({ NotPrincipal: '*' })), ['principalNotAllowed']],
    ['identity', policy(allow({ Action: undefined })), ['missingElement']],
    ['identity', policy(allow({ Sid: 'a b' })), ['invalidSid']],
    ['identity', policy(allow({ Sid: 'a' }), allow({ Sid: 'a' })), ['duplicateSid']],
    ['rcp', policy(allow({ Principal: '*' })), ['onlyDenyInRcp']],
    ['endpoint', policy(allow({ Principal: '*' })), []],
    ['session', policy(allow({ Action: `kms:${'x'.repeat(2100)}` })), ['tooLong']],
  ])('of kind %s: %j', (kind, source, expected) => expect(codes(source, kind)).toEqual(expected));

  test('problems carry their path and place', () => {
    const text =
      '{"Statement":[{"Effect":"Allow","Principal":"*","Action":["kms:*","Decrypt"],"Resource":"*","Condition":{"Bool":{"x":1}}}]}';
    expect(problemsOf(text)).toMatchObject([
      {
        code: 'invalidAction',
        path: '/Statement/0/Action/1',
        offset: text.indexOf('"Decrypt"'),
        end: text.indexOf('"Decrypt"') + 9,
      },
      { code: 'conditionKeyWithoutPrefix', path: '/Statement/0/Condition/Bool/x', offset: text.indexOf('"x"') },
    ]);
  });

  test('names written twice are found', () =>
    expect(codes('{"Statement":[],"Statement":{}}')).toEqual(['duplicateElement', 'emptyList']));

  test('misspelt names get a suggestion', () => {
    expect(problemsOf('{"Statment":[]}')[0]?.args).toMatchObject({ meant: 'Statement' });
    expect(problemsOf(key({ Condition: { StringEqual: { 'aws:x': '1' } } }))[0]?.args).toMatchObject({
      meant: 'StringEquals',
    });
  });

  test('__proto__ is a name like any other and changes no prototype', () => {
    const text =
      '{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/__proto__":"x"},"Null":{"kms:__proto__":"true"}}},"__proto__":{"polluted":1}}';
    expect(codes(text)).toEqual(['unknownElement']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom<PolicyKind>('key', 'identity', 'rcp'), (value, kind) => {
        const text = JSON.stringify(value);
        parsePolicy(text, kind);
        if (typeof value === 'object' && value !== null) parsePolicy(value, kind);
      }),
    );
  });

  test('never throws on documents near a policy, nor do warnings on what it accepts', () => {
    const names = fc.constantFrom(
      'Version',
      'Statement',
      'Effect',
      'Principal',
      'NotPrincipal',
      'Action',
      'Resource',
      'Condition',
      'AWS',
      'StringEquals',
      'kms:ViaService',
    );
    const values = fc.constantFrom('Allow', 'Deny', '*', 'kms:*', '2012-10-17', '111122223333', 1, true, null);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        values,
        fc.dictionary(names, tie('tree')),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const parsed = parsePolicy(JSON.stringify(value), 'key');
        if (parsed.ok) warnings(parsed.policy);
      }),
    );
  });
});

describe('what KMS answers', () => {
  const answer = (source: string | object) => policyError(problemsOf(source));

  test('to no JSON: MalformedPolicyDocumentException without a text', () => {
    expect(answer('not a real policy')).toEqual({ __type: 'MalformedPolicyDocumentException', message: '' });
  });
  test('to an impossible principal', () => {
    expect(answer(policy(allow({ Principal: { AWS: 'nobody' } })))).toEqual({
      __type: 'MalformedPolicyDocumentException',
      message: 'Policy contains a statement with one or more invalid principals.',
    });
  });
  // https://docs.aws.amazon.com/kms/latest/developerguide/policy-conditions.html
  test('to ForAllValues on one value', () => {
    const with_ = (key: string) =>
      answer(policy(allow({ Principal: '*', Condition: { 'ForAllValues:StringEquals': { [key]: 'x' } } }))).message;
    expect(with_('kms:EncryptionContext:a')).toBe(
      'OverlyPermissiveCondition: Using the ForAllValues set operator with a single-valued condition key matches requests without the specified encryption context or with an unspecified encryption context. To fix, remove ForAllValues.',
    );
    expect(with_('aws:RequestTag/a')).toContain('without the specified tag or with an unspecified tag');
  });
  test('to 32,769 bytes, and nothing to 32,768', () => {
    const text = JSON.stringify(policy(allow({ Principal: '*' })));
    const padded = (bytes: number) => text + ' '.repeat(bytes - text.length);
    expect(answer(padded(32_769)).__type).toBe('LimitExceededException');
    expect(problemsOf(padded(32_768))).toEqual([]);
  });
  test('to a character beyond U+00FF', () => {
    expect(problemsOf(policy(allow({ Sid: 'é', Principal: '*' })))).toEqual([]);
    expect(answer(policy(allow({ Sid: '鍵', Principal: '*' }))).__type).toBe('ValidationException');
  });
});
