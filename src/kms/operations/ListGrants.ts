import { refused } from '../errors.ts';
import { GRANTS_PER_PAGE, grantLimitText, grantsPage } from '../grant-list.ts';
import { grantIdProblem, standingGrants } from '../grants.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html */
export const ListGrants = keyOperation({
  name: 'ListGrants',
  check: ({ Limit = GRANTS_PER_PAGE.default, GrantId }) =>
    Limit > GRANTS_PER_PAGE.max ? refused('ValidationException', grantLimitText(Limit)) : grantIdProblem(GrantId),
  on: 'key',
  perform: ({ input, key, world }) => {
    const { GrantId, GranteePrincipal, GranteeServicePrincipal } = input;
    const found = standingGrants(world, key.Arn).filter(
      (grant) =>
        (GrantId === undefined || grant.GrantId === GrantId) &&
        (GranteePrincipal === undefined || grant.GranteePrincipal === GranteePrincipal) &&
        (GranteeServicePrincipal === undefined || grant.GranteeServicePrincipal === GranteeServicePrincipal),
    );
    return grantsPage(found, input);
  },
});
