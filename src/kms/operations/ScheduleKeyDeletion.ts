import { PENDING_WINDOW_DAYS } from '../durations.ts';
import { refused } from '../errors.ts';
import { deletionInstant } from '../key-metadata.ts';
import { isPrimary, isReplica, keyStateOf, relatedKeys } from '../world.ts';
import { epochSeconds, keyOperation } from './define.ts';

const { min, max } = PENDING_WINDOW_DAYS;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
export const ScheduleKeyDeletion = keyOperation({
  name: 'ScheduleKeyDeletion',
  on: 'key',
  // The API model allows 1 to 365; the service itself is stricter, as the documentation says.
  check: ({ PendingWindowInDays: days = PENDING_WINDOW_DAYS.default }) =>
    days < min || days > max
      ? refused('ValidationException', `PendingWindowInDays must be between ${min} and ${max}`)
      : undefined,
  event: ({ PendingWindowInDays = PENDING_WINDOW_DAYS.default }, key, world) => ({
    type: 'ScheduleKeyDeletion',
    PendingWindowInDays,
    hasReplicas: isPrimary(key) && relatedKeys(world, key).some(isReplica),
  }),
  perform: ({ input: { PendingWindowInDays = PENDING_WINDOW_DAYS.default }, key }) => {
    const at = deletionInstant(key);
    return {
      KeyId: key.Arn,
      ...(at !== undefined && { DeletionDate: epochSeconds(at) }),
      KeyState: keyStateOf(key),
      PendingWindowInDays,
    };
  },
  trail: { responds: ['KeyId', 'DeletionDate', 'KeyState', 'PendingWindowInDays'] },
});
