/**
 * Whether a Principal or NotPrincipal element speaks about the caller, and how directly.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and …_notprincipal.html
 */
import { accountOfEntry, type Caller, isRoleOf } from './caller.ts';
import type { CompiledPrincipal, PrincipalEntry } from './compile.ts';
import type { Lookup } from './template.ts';
import type { NameTrace, PrincipalMatch } from './types.ts';

const EXACT: Partial<Record<Caller['type'], PrincipalMatch>> = { session: 'session', role: 'role' };

/** How one AWS principal text (an entry of a policy, a grantee) covers the caller. */
export function matchAwsPrincipal(
  entry: string,
  caller: Caller,
  principalArn: string | undefined,
): PrincipalMatch | undefined {
  if (entry === '*') return 'anyone';
  if (entry === caller.name) return EXACT[caller.type] ?? 'caller';
  const account = accountOfEntry(entry);
  if (account !== undefined) {
    if (account !== caller.account) return undefined;
    return caller.type === 'root' ? 'caller' : 'account';
  }
  return isRoleOf(entry, caller, principalArn) ? 'role' : undefined;
}

function matchEntry(entry: PrincipalEntry, caller: Caller, lookup: Lookup): PrincipalMatch | undefined {
  switch (entry.type) {
    case 'AWS':
      return matchAwsPrincipal(entry.value, caller, lookup('aws:principalarn')?.[0]);
    case 'Service':
      if (caller.type !== 'service') return undefined;
      return entry.value === '*' || entry.value.toLowerCase() === caller.name.toLowerCase() ? 'caller' : undefined;
    case 'Federated': {
      const provider = lookup('aws:federatedprovider')?.[0];
      return provider !== undefined && (entry.value === '*' || entry.value === provider) ? 'federated' : undefined;
    }
    case 'CanonicalUser':
      return undefined; // Amazon S3's way to name an account; it names nobody in a KMS request.
  }
}

/** The more direct, the less else has to agree. */
const DIRECTNESS: readonly PrincipalMatch[] = [
  'account',
  'role',
  'unlisted',
  'federated',
  'anyone',
  'session',
  'caller',
];

export const moreDirect = (a: PrincipalMatch | undefined, b: PrincipalMatch | undefined): PrincipalMatch | undefined =>
  a === undefined ? b : b === undefined || DIRECTNESS.indexOf(a) >= DIRECTNESS.indexOf(b) ? a : b;

interface Situation {
  readonly effect: 'Allow' | 'Deny';
  readonly caller: Caller;
  readonly lookup: Lookup;
  readonly hasPermissionsBoundary: boolean;
}

export function evaluatePrincipal(
  principal: CompiledPrincipal,
  { effect, caller, lookup, hasPermissionsBoundary }: Situation,
): NameTrace {
  let match: PrincipalMatch | undefined;
  let by: string | undefined;
  for (const entry of principal.entries) {
    const found = matchEntry(entry, caller, lookup);
    // In NotPrincipal an account ARN stands for its root user, not for everybody in the account.
    if (found === undefined || (principal.element === 'NotPrincipal' && found === 'account')) continue;
    if (moreDirect(match, found) !== match) {
      match = found;
      by = entry.value;
    }
  }
  const base = { element: principal.element, wanted: principal.wanted, actual: caller.name };
  if (principal.element === 'NotPrincipal') {
    // AWS documents that such a Deny hits every principal with a permissions boundary, whoever is listed.
    const excused = match !== undefined && !(effect === 'Deny' && hasPermissionsBoundary);
    return {
      ...base,
      matched: !excused,
      ...(by === undefined ? {} : { by }),
      ...(excused ? {} : { match: 'unlisted' as const }),
    };
  }
  return {
    ...base,
    matched: match !== undefined,
    ...(by === undefined ? {} : { by }),
    ...(match === undefined ? {} : { match }),
  };
}
