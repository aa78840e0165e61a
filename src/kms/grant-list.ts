import { isRefused, type Refused } from './errors.ts';
import { epochSeconds } from './operations/define.ts';
import { pageOf } from './paging.ts';
import type { GrantRecord } from './world.ts';

/** Both list operations: at most 100 grants a page, 50 unless the caller says. */
export const GRANTS_PER_PAGE = { default: 50, max: 100 } as const;

/** The documentation allows a Limit of 100, the API model 1000; the text follows AWS's model constraints. */
export const grantLimitText = (Limit: number): string =>
  `1 validation error detected: Value '${Limit}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to ${GRANTS_PER_PAGE.max}`;

/** The answer of ListGrants and ListRetirableGrants, oldest grant first. */
export const grantsPage = (
  grants: readonly GrantRecord[],
  asked: { readonly Limit?: number; readonly Marker?: string },
) => {
  const page = pageOf(grants, byAge, asked, GRANTS_PER_PAGE.default);
  return isRefused(page) ? page : { Grants: page.items.map(grantListEntry), ...page.position };
};

const byAge = ({ CreationDate, GrantId }: GrantRecord): string =>
  `${String(CreationDate).padStart(16, '0')} ${GrantId}`;

/**
 * A grant as it is listed: with the account that issued it, without its tokens.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html
 */
const grantListEntry = (grant: GrantRecord) => ({
  KeyId: grant.KeyArn,
  GrantId: grant.GrantId,
  Name: grant.Name ?? '',
  CreationDate: epochSeconds(grant.CreationDate),
  ...(grant.GranteePrincipal !== undefined && { GranteePrincipal: grant.GranteePrincipal }),
  ...(grant.GranteeServicePrincipal !== undefined && { GranteeServicePrincipal: grant.GranteeServicePrincipal }),
  ...(grant.RetiringPrincipal !== undefined && { RetiringPrincipal: grant.RetiringPrincipal }),
  ...(grant.RetiringServicePrincipal !== undefined && { RetiringServicePrincipal: grant.RetiringServicePrincipal }),
  IssuingAccount: `arn:aws:iam::${grant.IssuingAccount}:root`,
  Operations: grant.Operations,
  ...(grant.Constraints !== undefined && { Constraints: grant.Constraints }),
});

export type GrantsPage = Exclude<ReturnType<typeof grantsPage>, Refused>;
