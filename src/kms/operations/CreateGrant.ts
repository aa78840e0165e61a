import { toHex } from '../crypto/bytes.ts';
import { canonicalJson } from '../entropy.ts';
import { refused } from '../errors.ts';
import { grantLife } from '../grant-life.ts';
import { grantedBy, grantedIn, grantOnKeyProblem, grantRequestProblem } from '../grant-request.ts';
import { GRANTS_PER_KEY, grantTokenProblem, newGrantToken, standingGrants } from '../grants.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html */
export const CreateGrant = keyOperation({
  name: 'CreateGrant',
  check: (input) => grantRequestProblem(input) ?? grantTokenProblem(input.GrantTokens),
  on: 'key',
  perform: ({ input, key, caller, world, now, random, draft }) => {
    const problem = grantOnKeyProblem(world, key, input);
    if (problem) return problem;
    const standing = standingGrants(world, key.Arn);
    const granted = grantedBy(input);
    const GrantToken = newGrantToken(random);

    // A request with a Name may be repeated without making a second grant. Each time it answers another token.
    const wanted = canonicalJson(granted);
    const same =
      input.Name === undefined
        ? undefined
        : standing.find(
            (grant) => grant.IssuingAccount === caller.AccountId && canonicalJson(grantedIn(grant)) === wanted,
          );
    if (same) {
      draft.put('grants', same.GrantId, { ...same, tokens: [...same.tokens, GrantToken] });
      return { GrantToken, GrantId: same.GrantId };
    }

    if (standing.length >= GRANTS_PER_KEY) return refused('LimitExceededException');
    const GrantId = toHex(random(32));
    draft.put('grants', GrantId, {
      GrantId,
      KeyArn: key.Arn,
      ...granted,
      IssuingAccount: caller.AccountId,
      CreationDate: now,
      life: grantLife.start(undefined, now).life,
      tokens: [GrantToken],
    });
    return { GrantToken, GrantId };
  },
  trail: { responds: ['GrantId'], respondsKeyId: true },
});
