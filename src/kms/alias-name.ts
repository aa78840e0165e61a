import { aliasArn } from './arn.ts';
import { type Refused, refused } from './errors.ts';
import type { Scope } from './operations/define.ts';
import type { AliasRecord } from './world.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const ALIASES_PER_KEY = 50;

/** The prefix is AWS's own text; that `alias/aws/` is refused is documented, with what words is not. */
export const aliasNameProblem = (AliasName: string): Refused | undefined => {
  if (!AliasName.startsWith('alias/'))
    return refused(
      'ValidationException',
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  if (AliasName.startsWith('alias/aws/') || AliasName === 'alias/') return refused('InvalidAliasNameException');
  return undefined;
};

export const ownAliasArn = (AliasName: string, { Region, caller }: Scope): string =>
  aliasArn(Region, caller.AccountId, AliasName);

export const ownAlias = (AliasName: string, scope: Scope): AliasRecord | Refused => {
  const AliasArn = ownAliasArn(AliasName, scope);
  return scope.world.aliases[AliasArn] ?? refused('NotFoundException', `Alias ${AliasArn} is not found.`);
};
