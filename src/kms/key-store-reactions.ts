import type { KeyStoreEffect, KeyStoreEvent } from './charts/custom-key-store.machine.ts';
import { connectionErrorCode } from './key-store-backends.ts';
import { keyStoreLife } from './key-store-life.ts';
import { connectionStateOf, keysIn } from './key-stores.ts';
import { tellKey, type Unfolding } from './reactions.ts';
import type { Step } from './stepper.ts';
import type { KeyRecord, KeyStoreContext, KeyStoreRecord } from './world.ts';

/** Keeps the next moment of a store's life, and carries out what the chart asks of the world. */
export const keepKeyStoreStep = (
  unfolding: Unfolding,
  store: KeyStoreRecord,
  { life, effects }: Step<KeyStoreContext>,
): void => {
  // The code tells why the last attempt failed, for as long as the store stays FAILED.
  const { ConnectionErrorCode, ...rest } = store;
  const shown = life.value === 'FAILED' && ConnectionErrorCode !== undefined ? { ConnectionErrorCode } : {};
  unfolding.draft.put('keyStores', store.CustomKeyStoreId, { ...rest, ...shown, life });
  for (const effect of effects) EFFECTS[effect as KeyStoreEffect](unfolding, store.CustomKeyStoreId);
};

/** A timer of a store's life has run out. */
export const keepKeyStoreTimer = (unfolding: Unfolding, id: string, timerId: string): void => {
  const store = unfolding.draft.world.keyStores[id];
  if (store) keepKeyStoreStep(unfolding, store, keyStoreLife.fire(store.life, timerId));
};

/** Tells a key, which heard nothing while it waited for deletion, if its store was disconnected meanwhile. */
export const tellOfConnection = (unfolding: Unfolding, { Arn, CustomKeyStoreId = '' }: KeyRecord): void => {
  const store = unfolding.draft.world.keyStores[CustomKeyStoreId];
  if (store && connectionStateOf(store) !== 'CONNECTED') tellKey(unfolding, Arn, { type: 'KeyStoreDisconnected' });
};

const EFFECTS: { readonly [Effect in KeyStoreEffect]: (unfolding: Unfolding, id: string) => void } = {
  tryBackend: (unfolding, id) => {
    const { draft } = unfolding;
    const store = storeIn(unfolding, id);
    const ConnectionErrorCode = connectionErrorCode(draft.world, store);
    const event: KeyStoreEvent = { type: ConnectionErrorCode === undefined ? 'BackendAnswered' : 'BackendFailed' };
    const told = ConnectionErrorCode === undefined ? store : { ...store, ConnectionErrorCode };
    keepKeyStoreStep(unfolding, told, keyStoreLife.step(store.life, event, draft.world.now));
  },
  sayConnected: (unfolding, id) => {
    for (const { Arn } of keysIn(unfolding.draft.world, storeIn(unfolding, id)))
      tellKey(unfolding, Arn, { type: 'KeyStoreConnected' });
  },
  sayDisconnected: (unfolding, id) => {
    for (const { Arn } of keysIn(unfolding.draft.world, storeIn(unfolding, id)))
      tellKey(unfolding, Arn, { type: 'KeyStoreDisconnected' });
  },
};

const storeIn = ({ draft }: Unfolding, id: string): KeyStoreRecord => {
  const store = draft.world.keyStores[id];
  if (!store) throw new Error(`no custom key store ${id} in this world`);
  return store;
};
