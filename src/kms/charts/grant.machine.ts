import { assign, setup } from 'xstate';
import { SIMULATED_GRANT_PROPAGATION } from '../durations.ts';
import type { GrantContext } from '../world.ts';

/**
 * The life of one grant. It is made at once and known everywhere a little later; it is withdrawn at once and forgotten
 * everywhere a little later. Until then only its grant token makes a fresh grant work, and a withdrawn one still does.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-eventual-consistency
 *          https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 */
export type GrantEvent = { readonly type: 'Retired' } | { readonly type: 'Revoked' };

/** What a timer of a grant asks of the world. */
export type GrantEffect = 'forget' | 'tellEffective';

export const GRANT_STATES = ['Propagating', 'Effective', 'Retired', 'Revoked', 'Forgotten'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

const forgottenLater = { propagation: { target: 'Forgotten', actions: 'forget' } } as const;

export const grantLifecycle = setup({
  types: {
    context: {} as GrantContext,
    events: {} as GrantEvent,
  },
  actions: {
    // Effects are carried out by the world: see grant-reactions.ts.
    forget: () => {},
    tellEffective: () => {},
    keepReach: assign({ isKnownEverywhere: true }),
  },
  delays: { propagation: SIMULATED_GRANT_PROPAGATION },
}).createMachine({
  id: 'grant',
  context: { isKnownEverywhere: false },
  initial: 'Propagating',
  states: {
    Propagating: {
      on: { Retired: 'Retired', Revoked: 'Revoked' },
      after: { propagation: { target: 'Effective', actions: ['keepReach', 'tellEffective'] } },
    },
    Effective: { on: { Retired: 'Retired', Revoked: 'Revoked' } },
    Retired: { after: forgottenLater },
    Revoked: { after: forgottenLater },
    Forgotten: { type: 'final' },
  },
});
