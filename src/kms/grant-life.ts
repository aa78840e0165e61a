import { type GrantEvent, grantLifecycle } from './charts/grant.machine.ts';
import { stepperOf } from './stepper.ts';
import type { GrantContext } from './world.ts';

/** The stepper of the lives of grants. */
export const grantLife = stepperOf<GrantContext, GrantEvent, undefined>(grantLifecycle);
