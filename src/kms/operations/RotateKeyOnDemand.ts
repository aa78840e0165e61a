import { ROTATION_CONFLICT_WINDOW } from '../durations.ts';
import { refused } from '../errors.ts';
import { pendingMaterial } from '../imported-material.ts';
import { notPrimary, notRotatable, originMismatch } from '../key-checks.ts';
import { rotateKey, rotateToPendingMaterial } from '../reactions.ts';
import { rotationOf } from '../rotation.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const ON_DEMAND_ROTATIONS_PER_KEY = 25;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html */
export const RotateKeyOnDemand = keyOperation({
  name: 'RotateKeyOnDemand',
  on: 'key',
  perform: ({ key, world, now, random, draft, happenings }) => {
    const mismatch = notRotatable(key) ?? originMismatch(key, 'AWS_KMS', 'EXTERNAL') ?? notPrimary(key);
    if (mismatch) return mismatch;
    const { enabled, next } = rotationOf(world, key);
    if (enabled && next !== undefined && next - now <= ROTATION_CONFLICT_WINDOW) return refused('ConflictException');
    if (key.onDemandRotations >= ON_DEMAND_ROTATIONS_PER_KEY)
      return refused(
        'LimitExceededException',
        `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${key.Arn}`,
      );
    const isImported = key.Origin === 'EXTERNAL';
    const pending = pendingMaterial(key);
    if (isImported && (pending?.KeyMaterialState !== 'PENDING_ROTATION' || pending.bytes === undefined))
      return refused('KMSInvalidStateException', `No available key material pending rotation for the key: ${key.Arn}.`);
    draft.put('keys', key.Arn, { ...key, onDemandRotations: key.onDemandRotations + 1 });
    if (isImported) rotateToPendingMaterial({ draft, random, happenings }, key.Arn);
    else rotateKey({ draft, random, happenings }, key.Arn, random(32), 'ON_DEMAND');
    return { KeyId: key.Arn };
  },
  trail: { respondsKeyId: true },
});
