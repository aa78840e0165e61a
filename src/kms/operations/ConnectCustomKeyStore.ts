import { isRefused, refused } from '../errors.ts';
import { clusterNamed } from '../key-store-backends.ts';
import { keepKeyStoreStep } from '../key-store-reactions.ts';
import { askKeyStore } from '../key-stores.ts';
import { accountOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html */
export const ConnectCustomKeyStore = accountOperation({
  name: 'ConnectCustomKeyStore',
  perform: (scene) => {
    const asked = askKeyStore(scene, scene.input.CustomKeyStoreId, { type: 'ConnectCustomKeyStore' });
    if (isRefused(asked)) return asked;
    const { store, step } = asked;
    const cluster = clusterNamed(scene.world, store.CloudHsmClusterId);
    // What else is wrong comes out while it connects, as ConnectionErrorCode.
    if (cluster && !cluster.active) return refused('CloudHsmClusterNotActiveException');
    if (cluster && cluster.hsmZones.length === 0) return refused('CloudHsmClusterInvalidConfigurationException');
    keepKeyStoreStep(scene, store, step);
    return NOTHING;
  },
});
