import { customKeyStore, type KeyStoreEvent } from './charts/custom-key-store.machine.ts';
import { stepperOf } from './stepper.ts';
import type { KeyStoreContext } from './world.ts';

/** The stepper of the lives of custom key stores. */
export const keyStoreLife = stepperOf<KeyStoreContext, KeyStoreEvent, KeyStoreContext>(customKeyStore);
