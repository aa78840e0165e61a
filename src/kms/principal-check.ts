import { isAccountId } from './policy/caller.ts';
import type { World } from './world.ts';

const IAM_PRINCIPAL = /^arn:aws[a-z-]*:iam::(\d{12}):(root|(?:user|role)\/[\w+=,.@/-]+)$/;
const STS_PRINCIPAL =
  /^arn:aws[a-z-]*:sts::(\d{12}):(?:assumed-role\/([\w+=,.@-]+)\/[\w+=,.@-]+|federated-user\/[\w+=,.@-]+)$/;

/**
 * Whether an ARN names somebody whom IAM knows: an account of this world, a user or role in it, a session of such a
 * role, or a federated user of such an account. KMS looks principals up when it stores them.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html
 */
export const isKnownPrincipal = ({ accounts, principals }: World, arn: string): boolean => {
  const [, account, resource] = IAM_PRINCIPAL.exec(arn) ?? [];
  if (account !== undefined) return resource === 'root' ? account in accounts : arn in principals;
  const [, sessionAccount, roleName] = STS_PRINCIPAL.exec(arn) ?? [];
  if (sessionAccount === undefined) return false;
  if (roleName === undefined) return sessionAccount in accounts;
  return Object.values(principals).some(
    ({ kind, AccountId, Arn }) => kind === 'role' && AccountId === sessionAccount && Arn.split('/').at(-1) === roleName,
  );
};

/** The same for an entry under "AWS" in a policy, which may also be a bare account id or everybody. */
export const isKnownPolicyPrincipal = (world: World, entry: string): boolean =>
  entry === '*' || (isAccountId(entry) ? entry in world.accounts : isKnownPrincipal(world, entry));
