import { refused } from '../errors.ts';
import { GRANTS_PER_PAGE, grantLimitText, grantsPage } from '../grant-list.ts';
import { isWithdrawn } from '../grants.ts';
import { isKnownPrincipal } from '../principal-check.ts';
import { accountOperation } from './define.ts';

/**
 * The grants of the Region that a principal of the caller's account may retire, whosoever's keys they are on.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html
 */
export const ListRetirableGrants = accountOperation({
  name: 'ListRetirableGrants',
  // That one of the two is needed is documented; the words are ours.
  check: ({ Limit = GRANTS_PER_PAGE.default, RetiringPrincipal, RetiringServicePrincipal }) => {
    if (Limit > GRANTS_PER_PAGE.max) return refused('ValidationException', grantLimitText(Limit));
    return (RetiringPrincipal === undefined) === (RetiringServicePrincipal === undefined)
      ? refused('ValidationException', 'Specify either RetiringPrincipal or RetiringServicePrincipal.')
      : undefined;
  },
  perform: ({ input, world, caller, Region }) => {
    const { RetiringPrincipal, RetiringServicePrincipal } = input;
    if (RetiringPrincipal !== undefined && !isKnownPrincipal(world, RetiringPrincipal))
      return refused('InvalidArnException', `ARN does not refer to a valid principal: ${RetiringPrincipal}`);
    const isListed = (issuer: string, arn: string): boolean =>
      // A service principal has no account: its grants are those that the caller's account issued.
      RetiringPrincipal === undefined ? issuer === caller.AccountId : arn.split(':')[4] === caller.AccountId;
    const found = Object.values(world.grants).filter(
      (grant) =>
        grant.KeyArn.split(':')[3] === Region &&
        !isWithdrawn(grant) &&
        grant.RetiringPrincipal === RetiringPrincipal &&
        grant.RetiringServicePrincipal === RetiringServicePrincipal &&
        isListed(grant.IssuingAccount, grant.RetiringPrincipal ?? ''),
    );
    return grantsPage(found, input);
  },
});
