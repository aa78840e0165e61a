import { isRefused, refused } from '../errors.ts';
import { askKeyStore, keysIn } from '../key-stores.ts';
import { accountOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteCustomKeyStore.html */
export const DeleteCustomKeyStore = accountOperation({
  name: 'DeleteCustomKeyStore',
  perform: (scene) => {
    const asked = askKeyStore(scene, scene.input.CustomKeyStoreId, { type: 'DeleteCustomKeyStore' });
    if (isRefused(asked)) return asked;
    const { store } = asked;
    if (keysIn(scene.world, store).length > 0) return refused('CustomKeyStoreHasCMKsException');
    scene.draft.drop('keyStores', store.CustomKeyStoreId);
    return NOTHING;
  },
});
