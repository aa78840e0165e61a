import type { GrantEffect, GrantEvent } from './charts/grant.machine.ts';
import { grantLife } from './grant-life.ts';
import type { Unfolding } from './reactions.ts';
import type { Step } from './stepper.ts';
import type { GrantContext, GrantRecord } from './world.ts';

/** Tells a grant that it was withdrawn. */
export const tellGrant = (unfolding: Unfolding, grant: GrantRecord, event: GrantEvent): void =>
  keepGrantStep(unfolding, grant, grantLife.step(grant.life, event, unfolding.draft.world.now));

/** Keeps the next moment of a grant's life, and carries out what the chart asks of the world. */
export const keepGrantStep = (
  unfolding: Unfolding,
  grant: GrantRecord,
  { life, effects }: Step<GrantContext>,
): void => {
  unfolding.draft.put('grants', grant.GrantId, { ...grant, life });
  for (const effect of effects) EFFECTS[effect as GrantEffect](unfolding, grant);
};

/** A timer of a grant's life has run out. */
export const keepGrantTimer = (unfolding: Unfolding, GrantId: string, timerId: string): void => {
  const grant = unfolding.draft.world.grants[GrantId];
  if (grant) keepGrantStep(unfolding, grant, grantLife.fire(grant.life, timerId));
};

const EFFECTS: { readonly [Effect in GrantEffect]: (unfolding: Unfolding, grant: GrantRecord) => void } = {
  forget: ({ draft, happenings }, { GrantId, KeyArn }) => {
    draft.drop('grants', GrantId);
    happenings.push({ at: draft.world.now, KeyArn, what: 'GrantForgotten', GrantId });
  },
  tellEffective: ({ draft, happenings }, { GrantId, KeyArn }) => {
    happenings.push({ at: draft.world.now, KeyArn, what: 'GrantBecameEffective', GrantId });
  },
};
