import { tellGrant } from '../grant-reactions.ts';
import { grantIdProblem, grantNotFound, standingGrant } from '../grants.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html */
export const RevokeGrant = keyOperation({
  name: 'RevokeGrant',
  check: ({ GrantId }) => grantIdProblem(GrantId),
  on: 'key',
  perform: ({ input, key, world, draft, random, happenings }) => {
    const grant = standingGrant(world, key.Arn, input.GrantId);
    if (!grant) return grantNotFound(input.GrantId);
    tellGrant({ draft, random, happenings }, grant, { type: 'Revoked' });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
