import { isRefused } from '../errors.ts';
import { locateKey } from '../locate.ts';
import { pageOf } from '../paging.ts';
import { accountOperation, epochSeconds } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html */
export const ListAliases = accountOperation({
  name: 'ListAliases',
  // The permission is asked on the account even when one key is named.
  on: ({ KeyId }, scope) => {
    if (KeyId === undefined) return { keys: [], accountAction: 'ListAliases' };
    const found = locateKey(KeyId, scope, 'key', 'ListAliases');
    return isRefused(found) ? found : { ...found, accountAction: 'ListAliases' };
  },
  perform: ({ world, caller, Region, input, keys: [key] }) => {
    const prefix = `arn:aws:kms:${Region}:${caller.AccountId}:`;
    const aliases = Object.values(world.aliases).filter(({ AliasArn, TargetKeyArn }) =>
      key ? TargetKeyArn === key.Arn : AliasArn.startsWith(prefix),
    );
    const page = pageOf(aliases, ({ AliasName }) => AliasName, input, 50);
    if (isRefused(page)) return page;
    return {
      Aliases: page.items.map(({ AliasName, AliasArn, TargetKeyArn, CreationDate, LastUpdatedDate }) => ({
        AliasName,
        AliasArn,
        TargetKeyId: TargetKeyArn.split('/').at(-1),
        CreationDate: epochSeconds(CreationDate),
        LastUpdatedDate: epochSeconds(LastUpdatedDate),
      })),
      ...page.position,
    };
  },
});
