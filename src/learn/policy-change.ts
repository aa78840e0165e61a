import type { ApiCall, World } from '../kms/index.ts';
import { applyEdit, type PolicyEdit } from '../kms/policy/edit.ts';
import type { AuthorizationRequest, PolicyDocument } from '../kms/policy/types.ts';
import { putKey } from '../kms/world.ts';

/** Whose policy is meant: the key's, or one of a principal's IAM policies. */
export type PolicyHolder =
  | { readonly kind: 'key'; readonly KeyArn: string }
  | { readonly kind: 'identity'; readonly principal: string; readonly index: number };

const principalOf = (world: World, nameOrArn: string) =>
  Object.values(world.principals).find(({ name, Arn }) => name === nameOrArn || Arn === nameOrArn);

/** The text of a policy; undefined where there is none. */
export const policyText = (world: World, holder: PolicyHolder): string | undefined =>
  holder.kind === 'key'
    ? world.keys[holder.KeyArn]?.Policy
    : principalOf(world, holder.principal)?.policies[holder.index]?.document;

/** A copy of the world with another text in place of a policy. Nobody is asked and nothing is checked. */
export const withPolicyText = (world: World, holder: PolicyHolder, text: string): World => {
  if (holder.kind === 'key') {
    const key = world.keys[holder.KeyArn];
    return key ? putKey(world, { ...key, Policy: text }) : world;
  }
  const principal = principalOf(world, holder.principal);
  if (!principal) return world;
  const policies = [...principal.policies];
  policies[holder.index] = { name: policies[holder.index]?.name ?? 'Policy', document: text };
  return { ...world, principals: { ...world.principals, [principal.Arn]: { ...principal, policies } } };
};

export const prettyPolicy = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** A policy before and after some edits. */
export interface ChangedPolicy {
  readonly holder: PolicyHolder;
  readonly before: string;
  readonly after: string;
}

/**
 * The policies that edits change, as texts.
 * @param edits as `smallestChange` gives them; edits to a grant or to the call itself change no policy
 */
export const changedPolicies = (
  world: World,
  command: ApiCall,
  request: AuthorizationRequest,
  edits: readonly PolicyEdit[],
): readonly ChangedPolicy[] => {
  const after = edits.reduce(applyEdit, request);
  const text = (document: PolicyDocument | undefined) => (document ? JSON.stringify(document, null, 2) : '');
  const changed: ChangedPolicy[] = [];
  if (after.keyPolicy !== request.keyPolicy)
    changed.push({
      holder: { kind: 'key', KeyArn: request.resource },
      before: text(request.keyPolicy),
      after: text(after.keyPolicy),
    });
  const principal = command.as ?? world.home.caller;
  after.identityPolicies.forEach((document, index) => {
    const before = request.identityPolicies[index];
    if (document !== before)
      changed.push({ holder: { kind: 'identity', principal, index }, before: text(before), after: text(document) });
  });
  return changed;
};
