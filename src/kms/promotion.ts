import type { KeyContext } from './charts/key-lifecycle.machine.ts';
import type { Life, Timer } from './stepper.ts';
import { isPrimary, type KeyRecord, relatedKeys, type World } from './world.ts';

/**
 * A family of multi-Region keys once UpdatePrimaryRegion has done its work: every member knows the new primary, and what
 * only a primary holds, the automatic rotation with its date and the count of on-demand rotations, has moved to it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-update.html
 */
export const promoted = (world: World, member: KeyRecord, PrimaryRegion: string): readonly KeyRecord[] => {
  const family = [member, ...relatedKeys(world, member)];
  const before = family.find(isPrimary);
  const after = family.find(({ Region }) => Region === PrimaryRegion);
  if (!before || !after) throw new Error(`${member.KeyId} cannot move its primary to ${PrimaryRegion}`);
  return family.map(({ PromotingTo: _, ...key }) => {
    const roles = { ...key, PrimaryRegion };
    if (key.Arn === before.Arn) return withPrimaryProperties(roles, after);
    return key.Arn === after.Arn ? withPrimaryProperties(roles, before) : roles;
  });
};

const withPrimaryProperties = (
  { OnDemandRotationStartDate: _, ...key }: KeyRecord,
  { OnDemandRotationStartDate: start, onDemandRotations, life }: KeyRecord,
): KeyRecord => ({
  ...key,
  onDemandRotations,
  ...(start !== undefined && { OnDemandRotationStartDate: start }),
  life: withRotationOf(key.life, life),
});

/** A life whose rotation is that of another: same state, same period, same date. No event of the chart could say the date. */
const withRotationOf = (life: Life<KeyContext>, other: Life<KeyContext>): Life<KeyContext> => {
  const { AutomaticRotation } = other.value as Record<string, Life<KeyContext>['value']>;
  return {
    value: { ...(life.value as object), AutomaticRotation: AutomaticRotation ?? 'Off' },
    context: { ...life.context, RotationPeriodInDays: other.context.RotationPeriodInDays },
    timers: { ...timersWhere(life, (id) => !isOfRotation(id)), ...timersWhere(other, isOfRotation) },
  };
};

const isOfRotation = (timerId: string): boolean => timerId.includes('AutomaticRotation');

const timersWhere = ({ timers }: Life<KeyContext>, holds: (id: string) => boolean): Readonly<Record<string, Timer>> =>
  Object.fromEntries(Object.entries(timers).filter(([id]) => holds(id)));
