import * as sdk from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { KMS_ACTIONS, kmsAction } from '../../../src/kms/policy/actions.ts';
import { CONDITION_KEYS, conditionKey, keyAppearsIn } from '../../../src/kms/policy/conditionKeys.ts';
import { parseOperator } from '../../../src/kms/policy/operators.ts';

describe('the actions', () => {
  const operations = Object.keys(sdk)
    .filter((name) => name.endsWith('Command') && name !== '$Command')
    .map((name) => name.slice(0, -'Command'.length));

  test('are the operations of AWS’s own SDK, ReEncrypt as its two halves', () => {
    const expected = [
      ...operations.filter((name) => name !== 'ReEncrypt'),
      'ReEncryptFrom',
      'ReEncryptTo',
      'SynchronizeMultiRegionKey',
    ];
    expect(KMS_ACTIONS.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
  });
  test('in grants are the GrantOperation values of the SDK', () => {
    expect(
      KMS_ACTIONS.filter(({ inGrants }) => inGrants)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(Object.values(sdk.GrantOperation).toSorted());
  });
  test('are found in any case', () => expect(kmsAction('KMS:decrypt')?.name).toBe('Decrypt'));
});

describe('the condition keys', () => {
  test('name only actions that exist, once each', () => {
    const names = new Set(KMS_ACTIONS.map(({ name }) => name));
    for (const { name, actions } of CONDITION_KEYS) {
      if (typeof actions === 'string') continue;
      expect(
        actions.filter((action) => !names.has(action)),
        name,
      ).toEqual([]);
      expect(new Set(actions).size, name).toBe(actions.length);
    }
    expect(new Set(CONDITION_KEYS.map(({ name }) => name.toLowerCase())).size).toBe(CONDITION_KEYS.length);
  });
  test('offer the values of AWS’s enumerations', () => {
    const values = (name: string) => conditionKey(name)?.values?.toSorted();
    expect(values('kms:SigningAlgorithm')).toEqual(Object.values(sdk.SigningAlgorithmSpec).toSorted());
    expect(values('kms:MacAlgorithm')).toEqual(Object.values(sdk.MacAlgorithmSpec).toSorted());
    expect(values('kms:MessageType')).toEqual(Object.values(sdk.MessageType).toSorted());
    // The SDK keeps RSAES_PKCS1_V1_5, which KMS stopped supporting in October 2023.
    expect(values('kms:WrappingAlgorithm')).toEqual(
      Object.values(sdk.AlgorithmSpec)
        .filter((name) => name !== 'RSAES_PKCS1_V1_5')
        .toSorted(),
    );
    expect(values('kms:WrappingKeySpec')).toEqual(Object.values(sdk.WrappingKeySpec).toSorted());
    expect(values('kms:DataKeyPairSpec')).toEqual(Object.values(sdk.DataKeyPairSpec).toSorted());
    expect(values('kms:KeySpec')).toEqual(Object.values(sdk.KeySpec).toSorted());
    expect(values('kms:KeyUsage')).toEqual(Object.values(sdk.KeyUsageType).toSorted());
    expect(values('kms:EncryptionAlgorithm')).toEqual(Object.values(sdk.EncryptionAlgorithmSpec).toSorted());
  });
  test('with a part of one’s own are found by their beginning', () => {
    expect(conditionKey('kms:EncryptionContext:aws:s3:arn')?.name).toBe('kms:EncryptionContext:');
    expect(conditionKey('kms:EncryptionContext:')).toBeUndefined();
    expect(conditionKey('kms:EncryptionContextKeys')?.multivalued).toBe(true);
    expect(conditionKey('KMS:RecipientAttestation:pcr0')?.name).toBe('kms:RecipientAttestation:PCR');
  });
  test('know where they appear', () => {
    const appears = (name: string, action: string) =>
      CONDITION_KEYS.some((key) => key.name === name && keyAppearsIn(key, action));
    expect(appears('kms:ViaService', 'Decrypt')).toBe(true);
    expect(appears('kms:ViaService', 'ListKeys')).toBe(false);
    expect(appears('kms:KeySpec', 'CreateKey')).toBe(true);
  });
});

test('operators are read with prefix and suffix', () => {
  expect(parseOperator('ForAllValues:StringLikeIfExists')).toMatchObject({
    operator: { name: 'StringLike' },
    set: 'ForAllValues',
    ifExists: true,
  });
  expect(parseOperator('NullIfExists')).toBeUndefined();
  expect(parseOperator('ForSomeValues:StringLike')).toBeUndefined();
});
