/**
 * Reads who is calling from the text that names a principal.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { splitArn } from './wildcard.ts';

export type CallerType = 'root' | 'user' | 'role' | 'session' | 'federatedUser' | 'service' | 'unknown';

export interface Caller {
  readonly type: CallerType;
  /** As written in the request; a bare account id becomes its root ARN. */
  readonly name: string;
  /** 12 digits; undefined for a service. */
  readonly account: string | undefined;
  /** Role and session only: the name without its path. */
  readonly roleName?: string;
}

const ACCOUNT = /^\d{12}$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/i;

export const isAccountId = (text: string): boolean => ACCOUNT.test(text);
export const isServicePrincipal = (text: string): boolean => SERVICE.test(text);

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export function callerOf(principal: string, principalAccount?: string): Caller {
  if (isAccountId(principal)) return { type: 'root', name: `arn:aws:iam::${principal}:root`, account: principal };
  if (!principal.startsWith('arn:')) {
    return isServicePrincipal(principal)
      ? { type: 'service', name: principal, account: undefined }
      : { type: 'unknown', name: principal, account: principalAccount };
  }
  const [, , service, , accountOfArn, resource = ''] = splitArn(principal);
  const account = principalAccount ?? accountOfArn;
  const whole = { name: principal, account };
  if (service === 'iam') {
    if (resource === 'root') return { type: 'root', ...whole };
    if (resource.startsWith('user/')) return { type: 'user', ...whole };
    if (resource.startsWith('role/')) return { type: 'role', ...whole, roleName: lastOf(resource) };
  }
  if (service === 'sts') {
    if (resource.startsWith('assumed-role/'))
      return { type: 'session', ...whole, roleName: resource.split('/')[1] ?? '' };
    if (resource.startsWith('federated-user/')) return { type: 'federatedUser', ...whole };
  }
  return { type: 'unknown', ...whole };
}

/** SCPs and RCPs leave service-linked roles alone. AWS reserves this prefix for their names. */
export const isServiceLinkedRole = (caller: Caller): boolean =>
  caller.roleName?.startsWith('AWSServiceRoleFor') ?? false;

/** The account that a principal entry stands for, if it is an account: a root ARN or 12 digits. */
export function accountOfEntry(entry: string): string | undefined {
  if (isAccountId(entry)) return entry;
  const [arn, , service, , account, resource] = splitArn(entry);
  return arn === 'arn' && service === 'iam' && resource === 'root' ? account : undefined;
}

/** Whether a role ARN names the role behind this session. `principalArn`: aws:PrincipalArn of the request, which knows the path. */
export function isRoleOf(entry: string, caller: Caller, principalArn: string | undefined): boolean {
  if (caller.type !== 'session') return false;
  const [arn, , service, , account, resource = ''] = splitArn(entry);
  if (arn !== 'arn' || service !== 'iam' || account !== caller.account || !resource.startsWith('role/')) return false;
  if (principalArn?.includes(':role/')) return entry === principalArn;
  return lastOf(resource) === caller.roleName;
}
