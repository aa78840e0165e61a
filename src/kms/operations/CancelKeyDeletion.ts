import { connectionStateOf } from '../key-stores.ts';
import { tellKey } from '../reactions.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html */
export const CancelKeyDeletion = keyOperation({
  name: 'CancelKeyDeletion',
  on: 'key',
  perform: (scene) => {
    const { key, world } = scene;
    const store = world.keyStores[key.CustomKeyStoreId ?? ''];
    // While it waited for deletion it did not hear that its store was disconnected.
    if (store && connectionStateOf(store) !== 'CONNECTED') tellKey(scene, key.Arn, { type: 'KeyStoreDisconnected' });
    return { KeyId: key.Arn };
  },
  trail: { responds: ['KeyId'] },
});
