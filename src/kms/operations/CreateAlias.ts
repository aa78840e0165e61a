import { ALIASES_PER_KEY, aliasNameProblem, ownAliasArn } from '../alias-name.ts';
import { isRefused, refused } from '../errors.ts';
import { locateKey } from '../locate.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
export const CreateAlias = keyOperation({
  name: 'CreateAlias',
  check: ({ AliasName }) => aliasNameProblem(AliasName),
  on: ({ AliasName, TargetKeyId }, scope) => {
    const target = locateKey(TargetKeyId, scope, 'key', 'CreateAlias');
    if (isRefused(target)) return target;
    return { ...target, alias: { AliasArn: ownAliasArn(AliasName, scope), action: 'CreateAlias' } };
  },
  perform: (scene) => {
    const { input, key, world, now, draft } = scene;
    const AliasArn = ownAliasArn(input.AliasName, scene);
    if (AliasArn in world.aliases)
      return refused('AlreadyExistsException', `An alias with the name ${AliasArn} already exists`);
    const siblings = Object.values(world.aliases).filter(({ TargetKeyArn }) => TargetKeyArn === key.Arn);
    if (siblings.length >= ALIASES_PER_KEY) return refused('LimitExceededException');
    draft.put('aliases', AliasArn, {
      AliasName: input.AliasName,
      AliasArn,
      TargetKeyArn: key.Arn,
      CreationDate: now,
      LastUpdatedDate: now,
    });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
