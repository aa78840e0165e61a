import { commonRequest } from '../../kms/authorize.ts';
import { isoInstant } from '../../kms/instant-text.ts';
import { accessDeniedMessage } from '../../kms/policy/accessDeniedMessage.ts';
import { evaluate } from '../../kms/policy/evaluate.ts';
import { type Answered, refusal, type Scene } from './neighbour.ts';

/** @returns the refusal of an action on no single resource that the caller's own policies do not allow */
export const deniedCall = (action: string, { world, caller, Region }: Scene): Answered | undefined => {
  const request = {
    ...commonRequest({ world, caller, Region }),
    action,
    resource: '*',
    resourceAccount: caller.AccountId,
    context: {
      'aws:PrincipalArn': caller.Arn,
      'aws:PrincipalAccount': caller.AccountId,
      'aws:RequestedRegion': Region,
      'aws:CurrentTime': isoInstant(world.now),
      'aws:SecureTransport': 'true',
    },
  };
  const decision = evaluate(request);
  return decision.decision === 'Allowed'
    ? undefined
    : refusal('AccessDeniedException', accessDeniedMessage(decision, request));
};
