import { customKeyStore, type KeyStoreEvent } from './charts/custom-key-store.machine.ts';
import { type GrantEvent, grantLifecycle } from './charts/grant.machine.ts';
import { type KeyContext, type KeyEvent, type KeyInput, keyLifecycle } from './charts/key-lifecycle.machine.ts';
import { stepperOf } from './stepper.ts';
import type { GrantContext, KeyStoreContext } from './world.ts';

/** The stepper of key lives. */
export const keyLife = stepperOf<KeyContext, KeyEvent, KeyInput>(keyLifecycle);

/** The stepper of the lives of grants. */
export const grantLife = stepperOf<GrantContext, GrantEvent, undefined>(grantLifecycle);

/** The stepper of the lives of custom key stores. */
export const keyStoreLife = stepperOf<KeyStoreContext, KeyStoreEvent, KeyStoreContext>(customKeyStore);
