import type { ConnectionState, KeyStoreEvent } from './charts/custom-key-store.machine.ts';
import { type Refused, refused } from './errors.ts';
import { keyStoreLife } from './key-store-life.ts';
import type { Scope } from './operations/define.ts';
import type { Step } from './stepper.ts';
import { type KeyRecord, type KeyStoreContext, type KeyStoreRecord, keysOf, type World } from './world.ts';

/** For each account and Region. https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const KEY_STORES_PER_REGION = 10;

export const connectionStateOf = ({ life }: Pick<KeyStoreRecord, 'life'>): ConnectionState =>
  life.value as ConnectionState;

/** The custom key stores of the caller in the Region of the call. */
export const ownKeyStores = ({ world, caller, Region }: Scope): readonly KeyStoreRecord[] =>
  Object.values(world.keyStores).filter((store) => store.AccountId === caller.AccountId && store.Region === Region);

/** One of them by its id. AWS's text is not known. */
export const ownKeyStore = (scope: Scope, CustomKeyStoreId: string): KeyStoreRecord | Refused =>
  ownKeyStores(scope).find((store) => store.CustomKeyStoreId === CustomKeyStoreId) ??
  refused('CustomKeyStoreNotFoundException');

export interface StoreAsked {
  readonly store: KeyStoreRecord;
  readonly step: Step<KeyStoreContext>;
}

/** Finds a store and asks its chart. AWS's text for the wrong state is not known. */
export const askKeyStore = (scope: Scope, CustomKeyStoreId: string, event: KeyStoreEvent): StoreAsked | Refused => {
  const store = ownKeyStore(scope, CustomKeyStoreId);
  if ('error' in store) return store;
  const step = keyStoreLife.step(store.life, event, scope.world.now);
  return step.verdict === 'permitted' ? { store, step } : refused('CustomKeyStoreInvalidStateException');
};

/** The KMS keys in a store, those that wait for deletion too. */
export const keysIn = (world: World, { CustomKeyStoreId }: KeyStoreRecord): readonly KeyRecord[] =>
  keysOf(world).filter((key) => key.CustomKeyStoreId === CustomKeyStoreId);
