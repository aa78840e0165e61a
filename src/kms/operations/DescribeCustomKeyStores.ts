import { isRefused, refused } from '../errors.ts';
import { connectionStateOf, ownKeyStores } from '../key-stores.ts';
import { pageOf } from '../paging.ts';
import type { KeyStoreRecord } from '../world.ts';
import { accountOperation, epochSeconds } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html */
export const DescribeCustomKeyStores = accountOperation({
  name: 'DescribeCustomKeyStores',
  // That one of the two must do is documented; with what words the other is refused, not.
  check: ({ CustomKeyStoreId, CustomKeyStoreName }) =>
    CustomKeyStoreId !== undefined && CustomKeyStoreName !== undefined
      ? refused('ValidationException', 'Please specify either CustomKeyStoreId or CustomKeyStoreName.')
      : undefined,
  perform: (scene) => {
    const { CustomKeyStoreId, CustomKeyStoreName } = scene.input;
    const asksForOne = CustomKeyStoreId !== undefined || CustomKeyStoreName !== undefined;
    const found = ownKeyStores(scene).filter(
      (store) =>
        !asksForOne || store.CustomKeyStoreId === CustomKeyStoreId || store.CustomKeyStoreName === CustomKeyStoreName,
    );
    if (asksForOne && found.length === 0) return refused('CustomKeyStoreNotFoundException');
    const page = pageOf(found, (store) => store.CustomKeyStoreId, scene.input, 100);
    if (isRefused(page)) return page;
    return { CustomKeyStores: page.items.map(listEntry), ...page.position };
  },
});

/** Neither the password nor the secret access key is ever shown. */
const listEntry = (store: KeyStoreRecord) => {
  const { CloudHsmClusterId, TrustAnchorCertificate, XksProxyConfiguration, ConnectionErrorCode } = store;
  const { RawSecretAccessKey: _, ...proxy } = XksProxyConfiguration ?? {};
  return {
    CustomKeyStoreId: store.CustomKeyStoreId,
    CustomKeyStoreName: store.CustomKeyStoreName,
    ...(CloudHsmClusterId !== undefined && { CloudHsmClusterId }),
    ...(TrustAnchorCertificate !== undefined && { TrustAnchorCertificate }),
    ConnectionState: connectionStateOf(store),
    ...(ConnectionErrorCode !== undefined && { ConnectionErrorCode }),
    CreationDate: epochSeconds(store.CreationDate),
    CustomKeyStoreType: store.CustomKeyStoreType,
    ...(XksProxyConfiguration && { XksProxyConfiguration: proxy }),
  };
};
