import { mustBytes } from './crypto/bytes.ts';
import { type ErrorType, type Refused, refused } from './errors.ts';
import type { KeyRecord, KeyStoreBackend, KeyStoreRecord, World } from './world.ts';

/**
 * What stands behind custom key stores, as KMS finds it at this moment.
 *
 * The sentences are those that AWS's pages on troubleshooting quote for each cause.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html
 *          https://docs.aws.amazon.com/kms/latest/developerguide/fix-keystore.html
 */
export type CloudHsmCluster = Extract<KeyStoreBackend, { kind: 'CloudHsmCluster' }>;
export type ExternalKeyManager = Extract<KeyStoreBackend, { kind: 'ExternalKeyManager' }>;

export const clusterNamed = ({ backends }: World, id: string | undefined): CloudHsmCluster | undefined => {
  const backend = id === undefined ? undefined : backends[id];
  return backend?.kind === 'CloudHsmCluster' ? backend : undefined;
};

const managerAt = ({ backends }: World, uriEndpoint: string): ExternalKeyManager | undefined =>
  Object.values(backends).find(
    (backend): backend is ExternalKeyManager =>
      backend.kind === 'ExternalKeyManager' && backend.uriEndpoint === uriEndpoint,
  );

/** A key of a manager by its own name: what a stranger calls it may be the name of something else in JavaScript. */
const outerKeyNamed = ({ keys }: ExternalKeyManager, XksKeyId: string) =>
  Object.hasOwn(keys, XksKeyId) ? keys[XksKeyId] : undefined;

const XKS_TEXTS = {
  unreachable:
    'AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. If you see this error repeatedly, verify that your external key store proxy is active and is connected to the network, and that its endpoint URI is correct in your external key store.',
  invalidPath:
    'The external key store proxy rejected the request because of an invalid URI path. Verify the URI path for your external key store and update if necessary.',
  unauthenticated:
    'The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify the credentials for your external key store and update if necessary.',
  keyNotFound: 'The external key store proxy rejected the request because it could not find the external key.',
  keyDisabled:
    'The external key store proxy rejected the request because the external key is not enabled in the external key manager.',
  keyMustBeEnabled: 'The status of the external key must be ENABLED. The status of specified external key is DISABLED.',
} as const;

type ProxyFault = 'unreachable' | 'invalidPath' | 'unauthenticated';

interface ProxyAddress {
  readonly UriEndpoint: string;
  readonly UriPath: string;
  readonly AccessKeyId: string;
  readonly RawSecretAccessKey: string;
}

const proxyFault = (manager: ExternalKeyManager | undefined, address: ProxyAddress): ProxyFault | undefined => {
  if (!manager?.reachable) return 'unreachable';
  if (manager.uriPath !== address.UriPath) return 'invalidPath';
  return manager.accessKeyId === address.AccessKeyId && manager.rawSecretAccessKey === address.RawSecretAccessKey
    ? undefined
    : 'unauthenticated';
};

const MANAGEMENT_ERROR = {
  unreachable: 'XksProxyUriUnreachableException',
  invalidPath: 'XksProxyInvalidConfigurationException',
  unauthenticated: 'XksProxyIncorrectAuthenticationCredentialException',
} as const satisfies { readonly [Fault in ProxyFault]: ErrorType };

/** What CreateCustomKeyStore and UpdateCustomKeyStore find when they try the proxy. */
export const proxyProblem = (world: World, address: ProxyAddress): Refused | undefined => {
  const fault = proxyFault(managerAt(world, address.UriEndpoint), address);
  return fault && refused(MANAGEMENT_ERROR[fault], XKS_TEXTS[fault]);
};

const CONNECTION_ERROR = {
  unreachable: 'XKS_PROXY_NOT_REACHABLE',
  invalidPath: 'XKS_PROXY_INVALID_CONFIGURATION',
  unauthenticated: 'INVALID_CREDENTIALS',
} as const satisfies { readonly [Fault in ProxyFault]: string };

/** Why a store does not get its connection: a ConnectionErrorCode; `undefined` when it does. */
export const connectionErrorCode = (world: World, store: KeyStoreRecord): string | undefined => {
  const { XksProxyConfiguration: proxy } = store;
  if (proxy) {
    const fault = proxyFault(managerAt(world, proxy.UriEndpoint), proxy);
    return fault && CONNECTION_ERROR[fault];
  }
  const cluster = clusterNamed(world, store.CloudHsmClusterId);
  if (!cluster) return 'CLUSTER_NOT_FOUND';
  if (!cluster.active || cluster.hsmZones.length === 0) return 'INSUFFICIENT_CLOUDHSM_HSMS';
  return cluster.kmsuserPassword === store.KeyStorePassword ? undefined : 'INVALID_CREDENTIALS';
};

/**
 * Whether the store of a key can do cryptography now. It may be CONNECTED and yet have lost its backend: the keys are
 * still Enabled then, and every use of one fails.
 */
export const backendProblem = (world: World, key: KeyRecord): Refused | undefined => {
  const store = world.keyStores[key.CustomKeyStoreId ?? ''];
  if (!store) return undefined;
  if (store.life.value !== 'CONNECTED') return refused('KMSInvalidStateException', `${key.Arn} is unavailable.`);
  const { XksProxyConfiguration: proxy } = store;
  if (!proxy)
    return connectionErrorCode(world, store) === undefined
      ? undefined
      : refused('KMSInvalidStateException', 'KMS cannot communicate with your CloudHSM cluster');
  const manager = managerAt(world, proxy.UriEndpoint);
  const fault = proxyFault(manager, proxy) ?? externalKeyFault(manager, key.XksKeyId);
  return fault && refused('KMSInvalidStateException', XKS_TEXTS[fault]);
};

const externalKeyFault = (manager: ExternalKeyManager | undefined, XksKeyId = '') => {
  const external = manager && outerKeyNamed(manager, XksKeyId);
  if (!external) return 'keyNotFound';
  return external.enabled ? undefined : 'keyDisabled';
};

/** What CreateKey finds when it asks the external key manager for the key it is to stand on. */
export const externalKeyProblem = (world: World, store: KeyStoreRecord, XksKeyId: string): Refused | undefined => {
  const { XksProxyConfiguration: proxy } = store;
  if (!proxy) return undefined;
  const manager = managerAt(world, proxy.UriEndpoint);
  const fault = proxyFault(manager, proxy);
  if (fault) return refused('CustomKeyStoreInvalidStateException', XKS_TEXTS[fault]);
  switch (externalKeyFault(manager, XksKeyId)) {
    case 'keyNotFound':
      return refused('XksKeyNotFoundException', XKS_TEXTS.keyNotFound);
    case 'keyDisabled':
      return refused('XksKeyInvalidConfigurationException', XKS_TEXTS.keyMustBeEnabled);
    default:
      return undefined;
  }
};

/** The key with which an external key manager encrypts once more what KMS has encrypted. */
export const outerKeyOf = (world: World, key: KeyRecord): Uint8Array | undefined => {
  if (key.Origin !== 'EXTERNAL_KEY_STORE') return undefined;
  const proxy = world.keyStores[key.CustomKeyStoreId ?? '']?.XksProxyConfiguration;
  const manager = managerAt(world, proxy?.UriEndpoint ?? '');
  const external = manager && outerKeyNamed(manager, key.XksKeyId ?? '');
  if (!external) throw new Error(`${key.Arn} was permitted to encrypt, but its external key is not there`);
  return mustBytes(external.bytes);
};
