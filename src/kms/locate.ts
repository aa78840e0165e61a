import { aliasArn, keyArn, parseKeyName } from './arn.ts';
import { type Refused, refused } from './errors.ts';
import type { Located, LocatedKey, Scope } from './operations/define.ts';

/**
 * Finds the key that a request names. A key that does not exist in the caller's own account is NotFound here; one of
 * another account is looked up no further: whether it exists is told only to those who may use it (see authorize.ts).
 * Texts: recorded from AWS, but for malformed ARNs, whose wording is modelled.
 */
export const locateKey = (
  text: string,
  scope: Scope,
  accepts: 'key' | 'keyOrAlias',
  action: string,
  role: LocatedKey['role'] = 'key',
): Located | Refused => {
  const found = findKey(text, scope, accepts);
  return 'error' in found ? found : { keys: [{ role, action, ...found }] };
};

type FoundKey = Pick<LocatedKey, 'Arn' | 'RequestAlias'>;

export const findKey = (text: string, scope: Scope, accepts: 'key' | 'keyOrAlias'): FoundKey | Refused => {
  const { Region } = scope;
  const { AccountId } = scope.caller;
  const name = parseKeyName(text);
  const byAlias = accepts === 'keyOrAlias';

  switch (name.form) {
    case 'keyId':
      return known(keyArn(Region, AccountId, name.KeyId), scope);
    case 'alias':
      return byAlias ? behindAlias(aliasArn(Region, AccountId, name.AliasName), scope) : noAliases();
    case 'arn':
      if (name.Region !== Region) return refused('NotFoundException', `Invalid arn ${name.Region}`);
      if (name.resource.type === 'key') return known(text, scope);
      return byAlias ? behindAlias(text, scope) : noAliases();
    case 'malformedArn':
      return byAlias
        ? refused('NotFoundException', `Invalid arn ${text}`)
        : refused('InvalidArnException', `Invalid arn ${text}`);
    case 'unknown':
      return invalidKeyId(text);
  }
};

const invalidKeyId = (text: string) => refused('NotFoundException', `Invalid keyId '${text}'`);

// Measured on AWS by others in 2026; recorded nowhere else.
const noAliases = () => refused('InvalidArnException', 'Key Aliases are not supported for this operation.');

const known = (Arn: string, { world, caller }: Scope): FoundKey | Refused =>
  Arn in world.keys || !isOwn(Arn, caller.AccountId)
    ? { Arn }
    : refused('NotFoundException', `Key '${Arn}' does not exist`);

const behindAlias = (AliasArn: string, { world, caller }: Scope): FoundKey | Refused => {
  const alias = world.aliases[AliasArn];
  if (alias) return { Arn: alias.TargetKeyArn, RequestAlias: alias.AliasName };
  return isOwn(AliasArn, caller.AccountId)
    ? refused('NotFoundException', `Alias ${AliasArn} is not found.`)
    : { Arn: AliasArn };
};

const isOwn = (arn: string, AccountId: string): boolean => arn.split(':')[4] === AccountId;
