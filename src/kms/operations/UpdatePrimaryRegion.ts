import { keyArn } from '../arn.ts';
import { isRefused, refused } from '../errors.ts';
import { notMultiRegionPrimary } from '../key-checks.ts';
import { locateKey } from '../locate.ts';
import { refusalError } from '../refusals.ts';
import { isPrimary } from '../world.ts';
import { keyOperation, NOTHING } from './define.ts';

/**
 * Asks both keys, the primary and the replica that is to follow it, and sets both to work. The roles change when they
 * are done: see promotion.ts.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html
 */
export const UpdatePrimaryRegion = keyOperation({
  name: 'UpdatePrimaryRegion',
  on: ({ KeyId, PrimaryRegion }, scope) => {
    const located = locateKey(KeyId, scope, 'key', 'UpdatePrimaryRegion');
    if (isRefused(located)) return located;
    const key = scope.world.keys[located.keys[0]?.Arn ?? ''];
    if (!key || !isPrimary(key) || PrimaryRegion === key.Region) return located;
    const Arn = keyArn(PrimaryRegion, key.AWSAccountId, key.KeyId);
    if (!(Arn in scope.world.keys) && key.AWSAccountId === scope.caller.AccountId)
      return refused('NotFoundException', `Key '${Arn}' does not exist`);
    return { keys: [...located.keys, { role: 'replica', Arn, action: 'UpdatePrimaryRegion' }] };
  },
  perform: ({ input: { PrimaryRegion, ...input }, key, other: replica, world, now, draft, happenings }) => {
    const notPrimary = notMultiRegionPrimary(key);
    if (notPrimary) return notPrimary;
    // The words are ours: only that a replica must be there is documented.
    if (!replica) return refused('ValidationException', `${key.Arn} is in ${PrimaryRegion} already.`);
    // The key-state table lets the call through while an earlier one is at work: it may repeat it, not contradict it.
    const { PromotingTo } = world.keys[key.Arn] ?? key;
    if (PromotingTo !== undefined && PromotingTo !== PrimaryRegion) return { error: refusalError('isUpdating', key) };
    for (const member of [key, replica]) draft.put('keys', member.Arn, { ...member, PromotingTo: PrimaryRegion });
    happenings.push({
      at: now,
      KeyArn: replica.Arn,
      what: 'AlsoRecorded',
      operation: 'UpdatePrimaryRegion',
      input: { ...input, PrimaryRegion },
    });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
