import { keyArn } from '../arn.ts';
import { defaultKeyPolicy } from '../default-key-policy.ts';
import { isRefused, refused } from '../errors.ts';
import { settlePending } from '../imported-material.ts';
import { notMultiRegionPrimary } from '../key-checks.ts';
import { keyMetadata } from '../key-metadata.ts';
import { keyPolicyProblem } from '../key-policy-check.ts';
import { locateKey } from '../locate.ts';
import { isRegion } from '../regions.ts';
import { bornReplica } from '../replica-birth.ts';
import { keyQuotaProblem } from '../resource-quotas.ts';
import { tagProblem } from '../tags.ts';
import { keyOperation } from './define.ts';

/**
 * Makes a replica in another Region. What the request leaves out is as in CreateKey, not as in the primary.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html
 */
export const ReplicateKey = keyOperation({
  name: 'ReplicateKey',
  // That an unknown Region is refused is plain; with what words is not known.
  check: ({ ReplicaRegion, Tags }) =>
    isRegion(ReplicaRegion)
      ? tagProblem(Tags ?? [])
      : refused('ValidationException', `ReplicaRegion ${ReplicaRegion} is not a Region of this partition.`),
  on: ({ KeyId, ReplicaRegion, Tags = [] }, scope) => {
    const located = locateKey(KeyId, scope, 'key', 'ReplicateKey');
    if (isRefused(located)) return located;
    const actions = Tags.length > 0 ? ['CreateKey', 'TagResource'] : ['CreateKey'];
    return { ...located, also: { Region: ReplicaRegion, actions } };
  },
  perform: (scene) => {
    const { input, key, world, now, draft, happenings } = scene;
    const { ReplicaRegion: Region, Description = '', Tags = [] } = input;
    const notPrimary = notMultiRegionPrimary(key);
    if (notPrimary) return notPrimary;
    const Arn = keyArn(Region, key.AWSAccountId, key.KeyId);
    if (Arn in world.keys) return refused('AlreadyExistsException');
    const full = keyQuotaProblem(world, key.AWSAccountId, Region);
    if (full) return full;
    // Making the replica is the business of the other Region, which must answer.
    if (world.outages.includes(Region)) return refused('KMSInternalException');

    const Policy = input.Policy ?? defaultKeyPolicy(key.AWSAccountId);
    const replica = bornReplica(key, { Region, Description, Policy, Tags }, now);
    const problem = keyPolicyProblem({
      scope: { ...scene, Region },
      operation: 'ReplicateKey',
      input,
      key: replica,
    });
    if (problem) return problem;
    draft.put('keys', Arn, replica);
    settlePending(draft, Arn);
    const ReplicaKeyMetadata = keyMetadata(draft.world, replica);
    const { KeySpec, KeyUsage, Origin } = replica;
    happenings.push({
      at: now,
      KeyArn: Arn,
      what: 'AlsoRecorded',
      operation: 'CreateKey',
      input: { ...input, KeyId: undefined, ReplicaRegion: undefined, KeySpec, KeyUsage, Origin, MultiRegion: true },
      output: { KeyMetadata: ReplicaKeyMetadata },
    });
    return { ReplicaKeyMetadata, ReplicaPolicy: Policy, ReplicaTags: Tags };
  },
  trail: { responds: ['ReplicaKeyMetadata'] },
});
