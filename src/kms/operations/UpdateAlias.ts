import { ALIASES_PER_KEY, aliasNameProblem, ownAlias } from '../alias-name.ts';
import { isRefused, refused } from '../errors.ts';
import { isKeyPair } from '../key-types.ts';
import { locateKey } from '../locate.ts';
import type { KeyRecord } from '../world.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html */
export const UpdateAlias = keyOperation({
  name: 'UpdateAlias',
  check: ({ AliasName }) => aliasNameProblem(AliasName),
  on: ({ AliasName, TargetKeyId }, scope) => {
    const alias = ownAlias(AliasName, scope);
    if (isRefused(alias)) return alias;
    const target = locateKey(TargetKeyId, scope, 'key', 'UpdateAlias');
    if (isRefused(target)) return target;
    return {
      keys: [...target.keys, { role: 'oldTarget', Arn: alias.TargetKeyArn, action: 'UpdateAlias' }],
      alias: { AliasArn: alias.AliasArn, action: 'UpdateAlias' },
    };
  },
  perform: (scene) => {
    const { input, key, other: oldTarget, world, now, draft } = scene;
    const alias = ownAlias(input.AliasName, scene);
    if (isRefused(alias)) return alias;
    if (oldTarget && typeName(oldTarget) !== typeName(key))
      return refused(
        'ValidationException',
        `Alias ${alias.AliasArn} cannot be changed from a CMK with ${typeName(oldTarget)} to a CMK with ${typeName(key)}.`,
      );
    const siblings = Object.values(world.aliases).filter(
      ({ TargetKeyArn, AliasArn }) => TargetKeyArn === key.Arn && AliasArn !== alias.AliasArn,
    );
    if (siblings.length >= ALIASES_PER_KEY) return refused('LimitExceededException');
    draft.put('aliases', alias.AliasArn, { ...alias, TargetKeyArn: key.Arn, LastUpdatedDate: now });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});

/** Old and new key must be alike: both symmetric, both asymmetric or both HMAC, and of one usage. */
const typeName = ({ KeySpec, KeyUsage }: KeyRecord): string => {
  const type = isKeyPair(KeySpec)
    ? 'an asymmetric key'
    : KeySpec === 'SYMMETRIC_DEFAULT'
      ? 'a symmetric key'
      : 'an HMAC key';
  return `${type} and key usage ${KeyUsage}`;
};
