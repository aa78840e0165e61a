import { isRefused, refused } from '../errors.ts';
import { tellGrant } from '../grant-reactions.ts';
import { grantIdProblem, grantNotFound, grantOfToken, grantTokenProblem, standingGrant } from '../grants.ts';
import { locateKey } from '../locate.ts';
import { keyOperation, NOTHING } from './define.ts';

/**
 * Whether the caller may is a matter of the grant itself, so it is looked up before anybody is asked.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html
 */
export const RetireGrant = keyOperation({
  name: 'RetireGrant',
  // That a token, or a key with a grant id, is needed is documented; the words are ours.
  check: ({ GrantToken, KeyId, GrantId }) => {
    const byToken = GrantToken !== undefined;
    const byId = KeyId !== undefined && GrantId !== undefined;
    if (byToken === byId || (byToken && (KeyId !== undefined || GrantId !== undefined)))
      return refused('ValidationException', 'Specify either GrantToken, or KeyId and GrantId.');
    return byToken ? grantTokenProblem([GrantToken]) : grantIdProblem(GrantId);
  },
  on: ({ GrantToken, KeyId = '', GrantId = '' }, scope) => {
    if (GrantToken !== undefined) {
      const grant = grantOfToken(scope.world, GrantToken);
      // A token is good in the Region of its key only.
      if (grant?.KeyArn.split(':')[3] !== scope.Region) return refused('NotFoundException');
      return { keys: [{ role: 'key', Arn: grant.KeyArn, action: 'RetireGrant' }], GrantId: grant.GrantId };
    }
    const located = locateKey(KeyId, scope, 'key', 'RetireGrant');
    if (isRefused(located)) return located;
    const Arn = located.keys[0]?.Arn ?? '';
    if (Arn in scope.world.keys && !standingGrant(scope.world, Arn, GrantId)) return grantNotFound(GrantId);
    return { ...located, GrantId };
  },
  perform: ({ input, key, world, draft, random, happenings, note }) => {
    const grant =
      input.GrantToken === undefined
        ? standingGrant(world, key.Arn, input.GrantId ?? '')
        : grantOfToken(world, input.GrantToken);
    if (!grant) return grantNotFound(input.GrantId ?? '');
    tellGrant({ draft, random, happenings }, grant, { type: 'Retired' });
    note({ grantId: grant.GrantId });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
