import { isRefused, refused } from '../errors.ts';
import { clusterNamed } from '../key-store-backends.ts';
import { keyStoreProblem } from '../key-store-checks.ts';
import { foreignParameter } from '../key-store-parameters.ts';
import { askKeyStore, ownKeyStore } from '../key-stores.ts';
import type { InputOf } from '../model/index.ts';
import type { KeyStoreRecord, World } from '../world.ts';
import { accountOperation, NOTHING } from './define.ts';

type Input = InputOf<'UpdateCustomKeyStore'>;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html */
export const UpdateCustomKeyStore = accountOperation({
  name: 'UpdateCustomKeyStore',
  perform: (scene) => {
    const { input, world, draft } = scene;
    const known = ownKeyStore(scene, input.CustomKeyStoreId);
    if (isRefused(known)) return known;
    const foreign = foreignParameter(input, known.CustomKeyStoreType);
    if (foreign) return foreign;
    const asked = askKeyStore(scene, input.CustomKeyStoreId, {
      type: 'UpdateCustomKeyStore',
      isGentle: isGentle(known, input),
    });
    if (isRefused(asked)) return asked;

    const planned = { ...known, ...changesTo(known, input) };
    const unrelated = relationProblem(world, known, input.CloudHsmClusterId);
    if (unrelated) return unrelated;
    const problem = keyStoreProblem(scene, planned);
    if (problem) return problem;
    draft.put('keyStores', known.CustomKeyStoreId, planned);
    return NOTHING;
  },
});

const WHILE_CONNECTED: readonly (keyof Input)[] = [
  'CustomKeyStoreId',
  'NewCustomKeyStoreName',
  'XksProxyUriPath',
  'XksProxyAuthenticationCredential',
];

/** An external key store stays connected while its name, path or credential change; all else needs DISCONNECTED. */
const isGentle = ({ CustomKeyStoreType }: KeyStoreRecord, input: Input): boolean =>
  CustomKeyStoreType === 'EXTERNAL_KEY_STORE' &&
  (Object.keys(input) as (keyof Input)[]).every((name) => WHILE_CONNECTED.includes(name));

const changesTo = ({ XksProxyConfiguration: proxy }: KeyStoreRecord, input: Input): Partial<KeyStoreRecord> => {
  const { NewCustomKeyStoreName, KeyStorePassword, CloudHsmClusterId } = input;
  return {
    ...(NewCustomKeyStoreName !== undefined && { CustomKeyStoreName: NewCustomKeyStoreName }),
    ...(KeyStorePassword !== undefined && { KeyStorePassword }),
    ...(CloudHsmClusterId !== undefined && { CloudHsmClusterId }),
    ...(proxy && { XksProxyConfiguration: proxyAfter(proxy, input) }),
  };
};

type Proxy = NonNullable<KeyStoreRecord['XksProxyConfiguration']>;

const proxyAfter = (proxy: Proxy, input: Input): Proxy => {
  const { VpcEndpointServiceName, VpcEndpointServiceOwner, ...rest } = proxy;
  const Connectivity = input.XksProxyConnectivity ?? proxy.Connectivity;
  const service = input.XksProxyVpcEndpointServiceName ?? VpcEndpointServiceName;
  const owner = input.XksProxyVpcEndpointServiceOwner ?? VpcEndpointServiceOwner;
  return {
    ...rest,
    ...input.XksProxyAuthenticationCredential,
    Connectivity,
    UriEndpoint: input.XksProxyUriEndpoint ?? proxy.UriEndpoint,
    UriPath: input.XksProxyUriPath ?? proxy.UriPath,
    ...(Connectivity === 'VPC_ENDPOINT_SERVICE' && {
      ...(service !== undefined && { VpcEndpointServiceName: service }),
      ...(owner !== undefined && { VpcEndpointServiceOwner: owner }),
    }),
  };
};

/** Another cluster must have grown from a backup of the first: then they share a certificate. */
const relationProblem = (world: World, store: KeyStoreRecord, CloudHsmClusterId: string | undefined) => {
  if (CloudHsmClusterId === undefined) return undefined;
  const cluster = clusterNamed(world, CloudHsmClusterId);
  if (!cluster) return refused('CloudHsmClusterNotFoundException');
  return cluster.trustAnchorCertificate === store.TrustAnchorCertificate
    ? undefined
    : refused('CloudHsmClusterNotRelatedException');
};
