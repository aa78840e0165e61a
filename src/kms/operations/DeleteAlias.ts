import { aliasNameProblem, ownAlias, ownAliasArn } from '../alias-name.ts';
import { isRefused } from '../errors.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html */
export const DeleteAlias = keyOperation({
  name: 'DeleteAlias',
  check: ({ AliasName }) => aliasNameProblem(AliasName),
  on: ({ AliasName }, scope) => {
    const alias = ownAlias(AliasName, scope);
    if (isRefused(alias)) return alias;
    return {
      keys: [{ role: 'key', Arn: alias.TargetKeyArn, action: 'DeleteAlias' }],
      alias: { AliasArn: alias.AliasArn, action: 'DeleteAlias' },
    };
  },
  perform: (scene) => {
    scene.draft.drop('aliases', ownAliasArn(scene.input.AliasName, scene));
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
