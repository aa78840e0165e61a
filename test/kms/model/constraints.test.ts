import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import {
  INPUTS,
  isOperationName,
  OPERATION_NAMES,
  type Shape,
  type StructureShape,
} from '../../../src/kms/model/index.ts';

interface PublishedShape {
  t: 'a' | 'b' | 'i' | 'z' | 'd' | 'l' | 'm' | 's';
  n?: number;
  x?: number;
  p?: string;
  e?: string[];
  S?: 1;
  m?: PublishedShape | Record<string, PublishedShape>;
  r?: string[];
}

const published: Record<string, PublishedShape> = JSON.parse(
  readFileSync(new URL('../../oracles/kms-constraints.json', import.meta.url), 'utf8'),
).operations;

const TYPE = {
  a: 'string',
  b: 'blob',
  i: 'integer',
  z: 'boolean',
  d: 'timestamp',
  l: 'list',
  m: 'map',
  s: 'structure',
};

/** What newer SDKs added to the model of October 2026. */
const ADDED_MEMBERS = ['GranteeServicePrincipal', 'RetiringServicePrincipal', 'SourceArn'];
const NO_LONGER_REQUIRED = ['CreateGrant.GranteePrincipal', 'ListRetirableGrants.RetiringPrincipal'];

const expectSameShape = (ours: Shape, theirs: PublishedShape, path: string) => {
  expect(ours.type, path).toBe(TYPE[theirs.t]);
  const { min, max, pattern, sensitive } = ours as { min?: number; max?: number; pattern?: string; sensitive?: true };
  expect([min, max, pattern, sensitive ? 1 : undefined], path).toEqual([theirs.n, theirs.x, theirs.p, theirs.S]);
  if (theirs.e) expect((ours as { enum?: readonly string[] }).enum?.slice(0, theirs.e.length), path).toEqual(theirs.e);
  if (ours.type === 'list' || ours.type === 'map') expectSameShape(ours.of, theirs.m as PublishedShape, `${path}[]`);
  if (ours.type === 'structure') expectSameMembers(ours, theirs, path);
};

const expectSameMembers = (ours: StructureShape, theirs: PublishedShape, path: string) => {
  const members = theirs.m as Record<string, PublishedShape>;
  expect(
    Object.keys(ours.members).filter((name) => !ADDED_MEMBERS.includes(name)),
    path,
  ).toEqual(Object.keys(members));
  const required = (theirs.r ?? []).filter((name) => !NO_LONGER_REQUIRED.includes(`${path}.${name}`));
  expect([...ours.required].sort(), path).toEqual(required.sort());
  for (const [name, member] of Object.entries(members))
    expectSameShape(ours.members[name] as Shape, member, `${path}.${name}`);
};

describe('the API model', () => {
  test('equals the published model of October 2026 but for what came later', () => {
    for (const [operation, theirs] of Object.entries(published)) {
      if (!isOperationName(operation)) throw new Error(`no model of ${operation}`);
      expectSameMembers(INPUTS[operation], theirs, operation);
    }
  });

  test.each(OPERATION_NAMES)('has the members and the required members of the SDK for %s', (operation) => {
    const schema = (sdk as unknown as Record<string, unknown[]>)[`${operation}Request$`] as unknown[];
    const names = schema[4] as string[];
    const required = names.slice(0, (schema[6] as number | undefined) ?? 0);
    expect(Object.keys(INPUTS[operation].members).sort()).toEqual([...names].sort());
    expect([...INPUTS[operation].required].sort()).toEqual(required.sort());
  });

  test('has an input for each operation of the SDK and no other', () => {
    const commands = Object.keys(sdk)
      .filter((name) => name.endsWith('Command') && name !== '$Command')
      .map((name) => name.slice(0, -'Command'.length));
    expect([...OPERATION_NAMES].sort()).toEqual(commands.sort());
    expect(OPERATION_NAMES).toHaveLength(56);
  });

  test.each([
    [INPUTS.CreateKey.members.KeySpec, sdk.KeySpec],
    [INPUTS.CreateKey.members.KeyUsage, sdk.KeyUsageType],
    [INPUTS.CreateKey.members.CustomerMasterKeySpec, sdk.CustomerMasterKeySpec],
    [INPUTS.CreateKey.members.Origin, sdk.OriginType],
    [INPUTS.CreateGrant.members.Operations.of, sdk.GrantOperation],
    [INPUTS.GenerateDataKeyPair.members.KeyPairSpec, sdk.DataKeyPairSpec],
    [INPUTS.GenerateDataKey.members.KeySpec, sdk.DataKeySpec],
    [INPUTS.GenerateMac.members.MacAlgorithm, sdk.MacAlgorithmSpec],
    [INPUTS.Sign.members.SigningAlgorithm, sdk.SigningAlgorithmSpec],
    [INPUTS.Sign.members.MessageType, sdk.MessageType],
    [INPUTS.Encrypt.members.EncryptionAlgorithm, sdk.EncryptionAlgorithmSpec],
    [INPUTS.Encapsulate.members.EncapsulationAlgorithm, sdk.EncapsulationAlgorithmSpec],
    [INPUTS.GetParametersForImport.members.WrappingAlgorithm, sdk.AlgorithmSpec],
    [INPUTS.GetParametersForImport.members.WrappingKeySpec, sdk.WrappingKeySpec],
    [INPUTS.ListKeyRotations.members.IncludeKeyMaterial, sdk.IncludeKeyMaterial],
  ])('accepts the enum values that the SDK knows (%#)', (shape, values) => {
    expect([...shape.enum].sort()).toEqual(Object.values(values).sort());
  });
});
