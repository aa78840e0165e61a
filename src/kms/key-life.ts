import { type KeyContext, type KeyEvent, type KeyInput, keyLifecycle } from './charts/key-lifecycle.machine.ts';
import { stepperOf } from './stepper.ts';

/** The stepper of key lives. */
export const keyLife = stepperOf<KeyContext, KeyEvent, KeyInput>(keyLifecycle);
