/**
 * The text of AccessDeniedException.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html for the form and the reasons;
 * the cross-account and ciphertext forms are reports from the field.
 */
import type { AuthorizationRequest, Decision, PolicyKind } from './types.ts';

const NAMES: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity-based policy',
  key: 'resource-based policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'VPC endpoint policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** Tells a stranger nothing about whether the key exists. */
const NOTHING_TO_SEE =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

const article = (name: string): string => (/^[aeio]/.test(name) ? `an ${name}` : `a ${name}`);

function reasonText({ reason, action }: Decision): string {
  switch (reason.code) {
    case 'explicitDeny':
      return `with an explicit deny in ${article(NAMES[reason.policyKind])}`;
    case 'noAllow':
      return `because no ${NAMES[reason.policyKind]} allows the ${action} action`;
    default:
      // How AWS words a refused RetireGrant is not known; nobody but the grant and IAM can allow it.
      return `because no identity-based policy allows the ${action} action`;
  }
}

export interface MessageOptions {
  /** Decrypt and ReEncrypt without KeyId: KMS speaks of the ciphertext instead of the key. */
  readonly ciphertextOnly?: boolean;
}

/** Whether the refusal comes from the side of the key's owner, which strangers are not told about. */
const fromOwnersSide = ({ reason }: Decision): boolean =>
  reason.code === 'operationNotAcrossAccounts' ||
  ((reason.code === 'noAllow' || reason.code === 'explicitDeny') && reason.policyKind === 'key');

/** Only for a decision other than Allowed. */
export function accessDeniedMessage(
  decision: Decision,
  request: Pick<AuthorizationRequest, 'resource'>,
  options: MessageOptions = {},
): string {
  const who = `User: ${decision.principal} is not authorized to perform: ${decision.action}`;
  const hidden = decision.crossAccount && fromOwnersSide(decision);
  const why = hidden ? NOTHING_TO_SEE : reasonText(decision);
  if (options.ciphertextOnly) return `${who} on the resource associated with this ciphertext ${why}`;
  if (hidden) return `${who} on this resource ${why}`;
  return request.resource === '*' ? `${who} ${why}` : `${who} on resource: ${request.resource} ${why}`;
}

/** For a key or alias of another account that does not exist: the same words as for one that does. */
export const hiddenResourceMessage = (principal: string, action: string): string =>
  `User: ${principal} is not authorized to perform: ${action} on this resource ${NOTHING_TO_SEE}`;
