import { isRefused } from '../errors.ts';
import { keepKeyStoreStep } from '../key-store-reactions.ts';
import { askKeyStore } from '../key-stores.ts';
import { accountOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DisconnectCustomKeyStore.html */
export const DisconnectCustomKeyStore = accountOperation({
  name: 'DisconnectCustomKeyStore',
  perform: (scene) => {
    const asked = askKeyStore(scene, scene.input.CustomKeyStoreId, { type: 'DisconnectCustomKeyStore' });
    if (isRefused(asked)) return asked;
    keepKeyStoreStep(scene, asked.store, asked.step);
    return NOTHING;
  },
});
