import { aliasArn } from '../arn.ts';
import { isRefused } from '../errors.ts';
import { locateKey } from '../locate.ts';
import { pageOf } from '../paging.ts';
import { PREDEFINED_ALIASES } from '../predefined-aliases.ts';
import type { AliasRecord, World } from '../world.ts';
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
    const aliases = key ? aliasesOf(world, key.Arn) : aliasesIn(world, caller.AccountId, Region);
    const page = pageOf(aliases, ({ AliasName }) => AliasName, input, 50);
    return isRefused(page) ? page : { Aliases: page.items, ...page.position };
  },
});

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_AliasListEntry.html */
interface AliasListEntry {
  readonly AliasName: string;
  readonly AliasArn: string;
  readonly TargetKeyId?: string;
  readonly CreationDate?: number;
  readonly LastUpdatedDate?: number;
}

const aliasesOf = (world: World, KeyArn: string): readonly AliasListEntry[] =>
  Object.values(world.aliases)
    .filter(({ TargetKeyArn }) => TargetKeyArn === KeyArn)
    .map(listEntry);

/** Those of an account in a Region, and with them the predefined ones of AWS that have no key yet. */
const aliasesIn = (world: World, AccountId: string, Region: string): readonly AliasListEntry[] => {
  const prefix = aliasArn(Region, AccountId, '');
  const present = Object.values(world.aliases).filter(({ AliasArn }) => AliasArn.startsWith(prefix));
  const withoutKey = PREDEFINED_ALIASES.map(({ AliasName }) => ({
    AliasName,
    AliasArn: aliasArn(Region, AccountId, AliasName),
  })).filter(({ AliasArn }) => !(AliasArn in world.aliases));
  return [...present.map(listEntry), ...withoutKey];
};

const listEntry = (alias: AliasRecord): AliasListEntry => ({
  AliasName: alias.AliasName,
  AliasArn: alias.AliasArn,
  TargetKeyId: alias.TargetKeyArn.split('/').at(-1),
  CreationDate: epochSeconds(alias.CreationDate),
  LastUpdatedDate: epochSeconds(alias.LastUpdatedDate),
});
