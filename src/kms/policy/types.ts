/**
 * The shapes that authorisation reads and returns. All of it is plain data, so that a decision can be stored, compared and shown.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** Where a policy is attached. `key` is AWS's resource-based policy of a KMS key. */
export type PolicyKind = 'key' | 'identity' | 'scp' | 'rcp' | 'boundary' | 'session' | 'endpoint';

export const POLICY_KINDS: readonly PolicyKind[] = ['key', 'identity', 'scp', 'rcp', 'boundary', 'session', 'endpoint'];

export type OneOrMore<T> = T | readonly T[];

export type PrincipalMap = Readonly<
  Partial<Record<'AWS' | 'Service' | 'Federated' | 'CanonicalUser', OneOrMore<string>>>
>;

export type PrincipalElement = '*' | PrincipalMap;

export type ConditionScalar = string | number | boolean;

/** Operator → condition key → one value or several. */
export type ConditionElement = Readonly<Record<string, Readonly<Record<string, OneOrMore<ConditionScalar>>>>>;

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Condition?: ConditionElement;
}

export interface PolicyDocument {
  readonly Version?: '2012-10-17' | '2008-10-17';
  readonly Id?: string;
  readonly Statement: OneOrMore<PolicyStatement>;
}

export interface GrantConstraints {
  readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
  readonly SourceArn?: string;
}

/** The part of a grant that authorisation needs. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export interface PolicyGrant {
  readonly GrantId: string;
  /** Key ARN or bare key id. */
  readonly KeyId: string;
  readonly GranteePrincipal?: string;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly RetiringServicePrincipal?: string;
  /** Account in which the grant was created: 12 digits or a root ARN. Default: the account of the key. */
  readonly IssuingAccount?: string;
  /** Operation names without the `kms:` prefix. */
  readonly Operations: readonly string[];
  readonly Constraints?: GrantConstraints;
}

/** An array is a multivalued key; a key that is not listed is absent from the request. */
export type ContextValue = OneOrMore<ConditionScalar>;

export interface AuthorizationRequest {
  /** ARN of a user, role, role session, federated user or account root; a 12-digit account; or a service principal. */
  readonly principal: string;
  /** 12 digits. Default: read from the principal's ARN; a service principal has none. */
  readonly principalAccount?: string;
  /** `kms:Decrypt`. ReEncrypt asks twice: `kms:ReEncryptFrom`, `kms:ReEncryptTo`. */
  readonly action: string;
  /** Key ARN, alias ARN, or `*` for an operation without a resource. */
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, ContextValue>>;
  /** What the call carries. Default: the `kms:EncryptionContext:` keys of the context. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** Policy of the key. Absent: no key is involved, IAM alone decides. */
  readonly keyPolicy?: PolicyDocument;
  readonly identityPolicies: readonly PolicyDocument[];
  readonly grants?: readonly PolicyGrant[];
  /** RetireGrant only: the grant that the call names. */
  readonly targetGrantId?: string;
  /** CreateGrant only: what the new grant would hold. Default for the operations: `kms:GrantOperations` of the context. */
  readonly requestedGrant?: { readonly Operations: readonly string[]; readonly Constraints?: GrantConstraints };
  readonly permissionsBoundary?: PolicyDocument;
  readonly sessionPolicies?: readonly PolicyDocument[];
  /** Root of the organization first, account last; each level holds the policies attached there. */
  readonly serviceControlPolicies?: readonly (readonly PolicyDocument[])[];
  readonly resourceControlPolicies?: readonly (readonly PolicyDocument[])[];
  readonly vpcEndpointPolicy?: PolicyDocument;
}

/** Names one policy of a request. `index` counts within its kind (or its level), from 0. */
export interface PolicyRef {
  readonly kind: PolicyKind;
  readonly index: number;
  /** SCP and RCP only: the level of the organization, from 0. */
  readonly level?: number;
  readonly Id?: string;
}

/**
 * How a Principal element covered the caller.
 * `caller` names the very user, root user or service; `session` the role session; `role` the role behind the session;
 * `account` only hands the decision to the account's IAM; `unlisted` is a NotPrincipal that leaves the caller out.
 */
export type PrincipalMatch = 'caller' | 'session' | 'role' | 'anyone' | 'account' | 'federated' | 'unlisted';

export type NameElement = 'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource';

export interface NameTrace {
  readonly element: NameElement;
  readonly matched: boolean;
  readonly wanted: readonly string[];
  readonly actual: string;
  /** The entry that covered the actual value. */
  readonly by?: string;
  readonly match?: PrincipalMatch;
  /** The element is not there at all: KMS stores such a statement, and it has no effect. */
  readonly missing?: true;
}

export type ConditionWhy =
  | 'matches'
  | 'differs'
  | 'keyAbsent'
  | 'keyAbsentNegated'
  | 'keyAbsentIfExists'
  | 'keyAbsentForAllValues'
  | 'keyPresent'
  | 'needsSetOperator'
  | 'variableUnresolved'
  | 'unknownOperator';

export interface ConditionTrace {
  readonly element: 'Condition';
  readonly operator: string;
  readonly key: string;
  readonly wanted: readonly string[];
  /** `wanted` with its policy variables replaced; null where a variable has no value. Only when there are variables. */
  readonly resolved?: readonly (string | null)[];
  /** Values of the request; undefined: the key is absent. */
  readonly actual: readonly string[] | undefined;
  readonly matched: boolean;
  readonly why: ConditionWhy;
}

export type ElementTrace = NameTrace | ConditionTrace;

export interface StatementTrace {
  readonly index: number;
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** Every element matched: the statement speaks about this request. */
  readonly applies: boolean;
  readonly principalMatch?: PrincipalMatch;
  readonly elements: readonly ElementTrace[];
}

export interface PolicyTrace {
  readonly policy: PolicyRef;
  /** Why the policy was read but not counted. */
  readonly exempt?: 'servicePrincipal' | 'serviceLinkedRole' | 'rootUser' | 'retireGrant';
  readonly statements: readonly StatementTrace[];
}

export interface GrantCheck {
  readonly check:
    | 'key'
    | 'grantee'
    | 'retiringPrincipal'
    | 'operation'
    | 'EncryptionContextEquals'
    | 'EncryptionContextSubset'
    | 'SourceArn'
    | 'childOperations'
    | 'childConstraints';
  readonly matched: boolean;
  readonly wanted: string;
  readonly actual: string;
}

export interface GrantTrace {
  readonly GrantId: string;
  readonly applies: boolean;
  readonly principalMatch?: PrincipalMatch;
  readonly checks: readonly GrantCheck[];
}

export type StageName = 'deny' | 'scp' | 'rcp' | 'endpoint' | 'key' | 'identity' | 'boundary' | 'session' | 'grant';

/** One gate of the decision. `delegates`: the key policy leaves it to IAM. `absent`: there is no such policy, so nothing limits. */
export interface Stage {
  readonly stage: StageName;
  readonly result: 'allows' | 'delegates' | 'doesNotAllow' | 'denies' | 'absent' | 'exempt';
}

export type Reason =
  | { readonly code: 'allowedByKeyPolicy' }
  | { readonly code: 'allowedByKeyPolicyAndIdentityPolicy' }
  | { readonly code: 'allowedByIdentityPolicy' }
  | { readonly code: 'allowedByGrant' }
  | { readonly code: 'allowedAsRootUser' }
  | { readonly code: 'explicitDeny'; readonly policyKind: PolicyKind }
  | { readonly code: 'noAllow'; readonly policyKind: PolicyKind }
  | { readonly code: 'operationNotAcrossAccounts' }
  | { readonly code: 'grantCannotBeRetiredByCaller' };

/** The statement or grant that settled the matter. */
export type Decider =
  | { readonly type: 'statement'; readonly policy: PolicyRef; readonly statement: number; readonly Sid?: string }
  | { readonly type: 'grant'; readonly GrantId: string };

export type Verdict = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';

export interface Decision {
  readonly decision: Verdict;
  readonly reason: Reason;
  readonly crossAccount: boolean;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Empty when nothing spoke: an implicit deny has no author. */
  readonly decidedBy: readonly Decider[];
  readonly stages: readonly Stage[];
  readonly trace: { readonly policies: readonly PolicyTrace[]; readonly grants: readonly GrantTrace[] };
}
