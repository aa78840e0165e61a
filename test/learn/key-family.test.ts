import { describe, expect, test } from 'vitest';
import '../../src/kms/whole.ts';
import { beginHistory, entriesOf, worldNow } from '../../src/kms/index.ts';
import { ciphertextsOf, type HeldCiphertext } from '../../src/learn/ciphertexts.ts';
import { familyOf, INDEPENDENT, propertyOf, refusalIn, SHARED } from '../../src/learn/key-family.ts';
import { runScript, type ScriptStep } from '../../src/learn/script.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const FAMILY: readonly ScriptStep[] = [
  { operation: 'CreateKey', input: { MultiRegion: true }, save: 'k1' },
  { operation: 'ReplicateKey', input: { KeyId, ReplicaRegion: 'ap-northeast-3' } },
  { advance: 'PT1H' },
  { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: 'x' } } },
];

const inTokyo = (operation: string, input: object): ScriptStep => ({ operation, input: { ...input } });
const lived = (...steps: readonly ScriptStep[]) => {
  const { history, saved } = runScript(beginHistory('family'), [...FAMILY, ...steps]);
  const world = worldNow(history);
  const id = (saved.k1 as { KeyMetadata: { KeyId: string } }).KeyMetadata.KeyId;
  return { world, members: familyOf(world, id), held: ciphertextsOf(entriesOf(history))[0] as HeldCiphertext };
};

// https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html#mrk-sync-properties
describe('related multi-Region keys', () => {
  test('differ in no shared property, whatever is done to the primary', () => {
    const { world, members } = lived(
      inTokyo('EnableKeyRotation', { KeyId, RotationPeriodInDays: 180 }),
      inTokyo('RotateKeyOnDemand', { KeyId }),
      inTokyo('DisableKey', { KeyId }),
      { advance: 'PT1H' },
    );
    expect(members.map(({ Region }) => Region)).toEqual(['ap-northeast-1', 'ap-northeast-3']);
    for (const property of SHARED)
      expect(new Set(members.map((member) => propertyOf(world, member, property))).size, property).toBe(1);
    expect(propertyOf(world, members[1] as never, 'rotation')).toBe('180');
  });

  test('have every independent property to themselves', () => {
    const { world, members } = lived(
      inTokyo('CreateAlias', { AliasName: 'alias/app', TargetKeyId: KeyId }),
      inTokyo('UpdateKeyDescription', { KeyId, Description: 'orders' }),
      inTokyo('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] }),
      inTokyo('PutKeyPolicy', {
        KeyId,
        Policy: {
          $policy: [
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
          ],
        },
      }),
      inTokyo('CreateGrant', { KeyId, GranteePrincipal: { $principal: 'batch' }, Operations: ['Decrypt'] }),
      inTokyo('DisableKey', { KeyId }),
    );
    for (const property of INDEPENDENT)
      expect(new Set(members.map((member) => propertyOf(world, member, property))).size, property).toBe(2);
  });

  test('open one another’s ciphertexts, each in its own Region only', () => {
    const { world, held } = lived();
    expect(refusalIn(world, held, 'ap-northeast-1', 'app')).toBeUndefined();
    expect(refusalIn(world, held, 'ap-northeast-3', 'app')).toBeUndefined();
    expect(refusalIn(world, held, 'us-east-1', 'app')?.__type).toBe('AccessDeniedException');
  });
});
