import type { Neighbour } from './neighbour.ts';
import { userIdOf } from './user-id.ts';

/**
 * Who am I? Needs no permission; not even a denying policy takes it away.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const getCallerIdentity: Neighbour = (_, { caller }) => {
  const { AccountId, Arn, kind } = caller;
  const name = Arn.split('/').at(-1) ?? '';
  const session = kind === 'role' && Arn.includes(':iam::');
  return {
    output: {
      UserId: userIdOf(caller),
      Account: AccountId,
      Arn: session ? `arn:aws:sts::${AccountId}:assumed-role/${name}/${name}` : Arn,
    },
  };
};
