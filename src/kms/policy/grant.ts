/**
 * Grants: allow-only permissions on one key.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html and …/create-grant-overview.html
 */
import { type Caller, isAccountId } from './caller.ts';
import { matchAwsPrincipal, moreDirect } from './principalMatch.ts';
import type { Lookup } from './template.ts';
import type {
  AuthorizationRequest,
  GrantCheck,
  GrantConstraints,
  GrantTrace,
  PolicyGrant,
  PrincipalMatch,
} from './types.ts';
import { splitArn } from './wildcard.ts';

/** The operations whose request carries an encryption context, as permissions name them. */
const WITH_ENCRYPTION_CONTEXT: ReadonlySet<string> = new Set([
  'Encrypt',
  'Decrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
]);

type Pairs = Readonly<Record<string, string>>;

interface Asking {
  readonly caller: Caller;
  readonly operation: string;
  readonly request: AuthorizationRequest;
  readonly lookup: Lookup;
}

const CONTEXT_PREFIX = 'kms:encryptioncontext:';

function encryptionContextOf({ encryptionContext, context }: AuthorizationRequest): Pairs {
  if (encryptionContext) return encryptionContext;
  return Object.fromEntries(
    Object.entries(context)
      .filter(([key]) => key.toLowerCase().startsWith(CONTEXT_PREFIX))
      .map(([key, value]) => [key.slice(CONTEXT_PREFIX.length), String(Array.isArray(value) ? value[0] : value)]),
  );
}

/** In a constraint the name of a pair ignores case, the value does not. */
const folded = (pairs: Pairs): ReadonlyMap<string, string> =>
  new Map(Object.entries(pairs).map(([name, value]) => [name.toLowerCase(), value]));

function contains(whole: Pairs, part: Pairs): boolean {
  const have = folded(whole);
  return [...folded(part)].every(([name, value]) => have.get(name) === value);
}

const equals = (a: Pairs, b: Pairs): boolean => folded(a).size === folded(b).size && contains(a, b);

const shown = (pairs: Pairs): string =>
  JSON.stringify(Object.fromEntries(Object.entries(pairs).toSorted(([a], [b]) => (a < b ? -1 : 1))));

const isSameKey = (keyId: string, resource: string): boolean =>
  keyId === resource || (!keyId.startsWith('arn:') && splitArn(resource)[5] === `key/${keyId}`);

function matchPrincipal(
  arn: string | undefined,
  service: string | undefined,
  { caller, lookup }: Asking,
): PrincipalMatch | undefined {
  const byArn = arn === undefined ? undefined : matchAwsPrincipal(arn, caller, lookup('aws:principalarn')?.[0]);
  const byService = caller.type === 'service' && caller.name === service ? ('caller' as const) : undefined;
  return moreDirect(byArn, byService);
}

/** A child grant must be as strict as its parent: pairs may be added and Subset may become Equals, never the other way. */
function isAsStrict(child: GrantConstraints | undefined, parent: GrantConstraints): boolean {
  const { EncryptionContextEquals: exact, EncryptionContextSubset: subset } = parent;
  const childExact = child?.EncryptionContextEquals;
  const childPairs = childExact ?? child?.EncryptionContextSubset;
  if (exact && !(childExact && equals(childExact, exact))) return false;
  if (subset && !(childPairs && contains(childPairs, subset))) return false;
  return parent.SourceArn === undefined || child?.SourceArn === parent.SourceArn;
}

function requestedGrantOf(
  { requestedGrant, context }: AuthorizationRequest,
  lookup: Lookup,
): NonNullable<AuthorizationRequest['requestedGrant']> {
  if (requestedGrant) return requestedGrant;
  const pairs = encryptionContextOf({ context } as AuthorizationRequest);
  const type = lookup('kms:grantconstrainttype')?.[0];
  const constraints: GrantConstraints | undefined =
    type === 'EncryptionContextEquals'
      ? { EncryptionContextEquals: pairs }
      : type === 'EncryptionContextSubset'
        ? { EncryptionContextSubset: pairs }
        : undefined;
  return { Operations: lookup('kms:grantoperations') ?? [], ...(constraints ? { Constraints: constraints } : {}) };
}

const comesThroughService = ({ caller, lookup }: Asking): boolean =>
  caller.type === 'service' ||
  lookup('kms:viaservice') !== undefined ||
  lookup('aws:viaawsservice')?.[0]?.toLowerCase() === 'true';

function constraintChecks(grant: PolicyGrant, asking: Asking): GrantCheck[] {
  const { operation, request, lookup } = asking;
  const { EncryptionContextEquals: exact, EncryptionContextSubset: subset, SourceArn } = grant.Constraints ?? {};
  const checks: GrantCheck[] = [];
  if (operation === 'CreateGrant') {
    const wanted = requestedGrantOf(request, lookup);
    const extra = wanted.Operations.filter((name) => !grant.Operations.includes(name));
    checks.push({
      check: 'childOperations',
      matched: extra.length === 0,
      wanted: grant.Operations.join(', '),
      actual: wanted.Operations.join(', '),
    });
    if (grant.Constraints) {
      checks.push({
        check: 'childConstraints',
        matched: isAsStrict(wanted.Constraints, grant.Constraints),
        wanted: JSON.stringify(grant.Constraints),
        actual: JSON.stringify(wanted.Constraints ?? {}),
      });
    }
    return checks;
  }
  if (WITH_ENCRYPTION_CONTEXT.has(operation)) {
    const actual = encryptionContextOf(request);
    if (exact)
      checks.push({
        check: 'EncryptionContextEquals',
        matched: equals(actual, exact),
        wanted: shown(exact),
        actual: shown(actual),
      });
    if (subset)
      checks.push({
        check: 'EncryptionContextSubset',
        matched: contains(actual, subset),
        wanted: shown(subset),
        actual: shown(actual),
      });
  }
  if (SourceArn !== undefined && comesThroughService(asking)) {
    const actual = lookup('aws:sourcearn')?.[0] ?? '';
    checks.push({ check: 'SourceArn', matched: actual === SourceArn, wanted: SourceArn, actual });
  }
  return checks;
}

const traceOf = (
  grant: PolicyGrant,
  checks: readonly GrantCheck[],
  principalMatch: PrincipalMatch | undefined,
): GrantTrace => ({
  GrantId: grant.GrantId,
  applies: checks.every((check) => check.matched),
  ...(principalMatch === undefined ? {} : { principalMatch }),
  checks,
});

const keyCheck = (grant: PolicyGrant, request: AuthorizationRequest): GrantCheck => ({
  check: 'key',
  matched: isSameKey(grant.KeyId, request.resource),
  wanted: grant.KeyId,
  actual: request.resource,
});

/** Whether a grant lets the caller use the key for this operation. */
export function evaluateGrant(grant: PolicyGrant, asking: Asking): GrantTrace {
  const { caller, operation, request } = asking;
  const match = matchPrincipal(grant.GranteePrincipal, grant.GranteeServicePrincipal, asking);
  const grantee = grant.GranteePrincipal ?? grant.GranteeServicePrincipal ?? '';
  const checks: GrantCheck[] = [
    keyCheck(grant, request),
    { check: 'grantee', matched: match !== undefined, wanted: grantee, actual: caller.name },
    {
      check: 'operation',
      matched: grant.Operations.includes(operation),
      wanted: grant.Operations.join(', '),
      actual: operation,
    },
    ...constraintChecks(grant, asking),
  ];
  return traceOf(grant, checks, match);
}

/**
 * Whether the grant itself lets the caller retire it: its retiring principal, or its grantee when RetireGrant is among the operations.
 * A principal match of `account` only lets that account's IAM decide.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 */
export function evaluateRetirement(grant: PolicyGrant, asking: Asking): GrantTrace {
  const { caller, request } = asking;
  const retiring = matchPrincipal(grant.RetiringPrincipal, grant.RetiringServicePrincipal, asking);
  const byGrantee = grant.Operations.includes('RetireGrant')
    ? matchPrincipal(grant.GranteePrincipal, grant.GranteeServicePrincipal, asking)
    : undefined;
  const issuer = grant.IssuingAccount ?? request.resourceAccount;
  const issuingAccount = isAccountId(issuer) ? issuer : splitArn(issuer)[4];
  // The issuing account, and the account of the key, may retire as a backup and may delegate that by IAM.
  const owns =
    caller.account !== undefined && (caller.account === issuingAccount || caller.account === request.resourceAccount);
  const byAccount: PrincipalMatch | undefined = owns ? (caller.type === 'root' ? 'caller' : 'account') : undefined;
  const match = moreDirect(moreDirect(retiring, byGrantee), byAccount);
  const named = request.targetGrantId === undefined || request.targetGrantId === grant.GrantId;
  const checks: GrantCheck[] = [
    { ...keyCheck(grant, request), matched: named && isSameKey(grant.KeyId, request.resource) },
    {
      check: 'retiringPrincipal',
      matched: match !== undefined,
      wanted: grant.RetiringPrincipal ?? grant.RetiringServicePrincipal ?? '',
      actual: caller.name,
    },
  ];
  return traceOf(grant, checks, match);
}
