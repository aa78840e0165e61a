import { accountOf } from './arn.ts';
import type { Authorization } from './entry.ts';
import { type Refused, refused } from './errors.ts';
import type { Located, Scope } from './operations/define.ts';

export interface AuthorizationAsked {
  readonly scope: Scope;
  readonly located: Located;
}

export interface Authorized {
  readonly refusal?: Refused;
  readonly authorization: Authorization;
}

/** Whether the caller may do what is asked. */
export const authorize = ({ scope, located }: AuthorizationAsked): Authorized => {
  const stranger = located.keys.find(({ Arn }) => !(Arn in scope.world.keys));
  return stranger
    ? {
        authorization: { allowed: false, decisions: [] },
        refusal: refused(
          'AccessDeniedException',
          `User: ${scope.caller.Arn} is not authorized to perform: kms:${stranger.action} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
        ),
      }
    : { authorization: { allowed: accountOf(scope.caller.Arn) !== undefined, decisions: [] } };
};
