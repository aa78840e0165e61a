/** Reads the format `kms-policy-cases/1` of test/oracles/policy-cases.json into requests of ours. */
import type {
  AuthorizationRequest,
  GrantConstraints,
  PolicyDocument,
  PolicyGrant,
  Verdict,
} from '../../../src/kms/policy/types.ts';
import data from '../../oracles/policy-cases.json' with { type: 'json' };

interface CaseGrant {
  readonly grantId: string;
  readonly keyId: string;
  readonly granteePrincipal?: string;
  readonly granteeServicePrincipal?: string;
  readonly retiringPrincipal?: string;
  readonly retiringServicePrincipal?: string;
  readonly issuingAccount?: string;
  readonly operations: readonly string[];
  readonly constraints?: GrantConstraints;
}

export interface PolicyCase {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly request: Pick<AuthorizationRequest, 'principal' | 'action' | 'resource' | 'resourceAccount' | 'context'>;
  readonly identityPolicies: readonly PolicyDocument[];
  readonly keyPolicy?: PolicyDocument;
  readonly grants?: readonly CaseGrant[];
  readonly targetGrantId?: string;
  readonly encryptionContext?: Readonly<Record<string, string>>;
  readonly permissionsBoundary?: PolicyDocument;
  readonly sessionPolicy?: PolicyDocument;
  readonly serviceControlPolicies?: readonly (readonly PolicyDocument[])[];
  readonly resourceControlPolicies?: readonly (readonly PolicyDocument[])[];
  readonly vpcEndpointPolicy?: PolicyDocument;
  readonly expected: Verdict;
}

const grantOf = (grant: CaseGrant): PolicyGrant => ({
  GrantId: grant.grantId,
  KeyId: grant.keyId,
  GranteePrincipal: grant.granteePrincipal,
  GranteeServicePrincipal: grant.granteeServicePrincipal,
  RetiringPrincipal: grant.retiringPrincipal,
  RetiringServicePrincipal: grant.retiringServicePrincipal,
  IssuingAccount: grant.issuingAccount,
  Operations: grant.operations,
  Constraints: grant.constraints,
});

export function requestOf(policyCase: PolicyCase): AuthorizationRequest {
  const { request, grants, sessionPolicy, ...rest } = policyCase;
  return {
    ...request,
    identityPolicies: rest.identityPolicies,
    keyPolicy: rest.keyPolicy,
    grants: grants?.map(grantOf),
    targetGrantId: rest.targetGrantId,
    encryptionContext: rest.encryptionContext,
    permissionsBoundary: rest.permissionsBoundary,
    sessionPolicies: sessionPolicy ? [sessionPolicy] : undefined,
    serviceControlPolicies: rest.serviceControlPolicies,
    resourceControlPolicies: rest.resourceControlPolicies,
    vpcEndpointPolicy: rest.vpcEndpointPolicy,
  };
}

export const CASES = data.cases as unknown as readonly PolicyCase[];
