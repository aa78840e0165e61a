import { DAY, type Instant } from './vocabulary.ts';
import { isPrimary, type KeyRecord, keyStateOf, relatedKeys, type World } from './world.ts';

export interface Rotation {
  readonly enabled: boolean;
  readonly RotationPeriodInDays: number;
  /** Absent while the key sleeps past its date. */
  readonly next?: Instant;
}

/** The automatic rotation of a key. A replica shows that of its primary: the setting is shared. */
export const rotationOf = (world: World, key: KeyRecord): Rotation => {
  const { life } = key.MultiRegion ? ([key, ...relatedKeys(world, key)].find(isPrimary) ?? key) : key;
  const { AutomaticRotation } = life.value as { AutomaticRotation: unknown };
  const next = Object.entries(life.timers).find(([id]) => id.includes('rotationPeriod'))?.[1].at;
  const state = keyStateOf({ life });
  return {
    // KMS shows rotation as off while a key waits for deletion, and as before once that is cancelled.
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
    enabled: AutomaticRotation !== 'Off' && state !== 'PendingDeletion' && state !== 'PendingReplicaDeletion',
    RotationPeriodInDays: life.context.RotationPeriodInDays,
    ...(next !== undefined && { next }),
  };
};

/** How far a rotation is off, in whole days, for people. */
export const daysUntil = (at: Instant, now: Instant): number => Math.ceil((at - now) / DAY);
