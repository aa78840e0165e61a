import { type Refused, refused } from './errors.ts';
import { clusterNamed, proxyProblem } from './key-store-backends.ts';
import { ownKeyStores } from './key-stores.ts';
import type { Scope } from './operations/define.ts';
import type { KeyStoreRecord } from './world.ts';

/**
 * What CreateCustomKeyStore and UpdateCustomKeyStore ask of the store they are to leave behind. Which exceptions there
 * are is documented; of texts, only those of key-store-backends.ts.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html
 */
export type Planned = Omit<KeyStoreRecord, 'life' | 'ConnectionErrorCode'>;

export const keyStoreProblem = (scope: Scope, planned: Planned): Refused | undefined => {
  const others = ownKeyStores(scope).filter((store) => store.CustomKeyStoreId !== planned.CustomKeyStoreId);
  if (others.some((store) => store.CustomKeyStoreName === planned.CustomKeyStoreName))
    return refused('CustomKeyStoreNameInUseException');
  return planned.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? clusterProblem(scope, planned, others)
    : xksProblem(scope, planned, others);
};

/** Two active HSMs in two Availability Zones: to connect, one is enough. */
const ZONES_NEEDED = 2;

const clusterProblem = (scope: Scope, planned: Planned, others: readonly KeyStoreRecord[]): Refused | undefined => {
  const cluster = clusterNamed(scope.world, planned.CloudHsmClusterId);
  if (!cluster) return refused('CloudHsmClusterNotFoundException');
  if (others.some((store) => store.CloudHsmClusterId === planned.CloudHsmClusterId))
    return refused('CloudHsmClusterInUseException');
  if (!cluster.active) return refused('CloudHsmClusterNotActiveException');
  if (new Set(cluster.hsmZones).size < ZONES_NEEDED) return refused('CloudHsmClusterInvalidConfigurationException');
  return cluster.trustAnchorCertificate === planned.TrustAnchorCertificate
    ? undefined
    : refused('IncorrectTrustAnchorException');
};

const xksProblem = (scope: Scope, planned: Planned, others: readonly KeyStoreRecord[]): Refused | undefined => {
  const { XksProxyConfiguration: proxy } = planned;
  if (!proxy) throw new Error(`the external key store ${planned.CustomKeyStoreId} has no proxy`);
  for (const { XksProxyConfiguration: other } of others) {
    if (!other) continue;
    const isSameService =
      proxy.VpcEndpointServiceName !== undefined && other.VpcEndpointServiceName === proxy.VpcEndpointServiceName;
    if (isSameService) return refused('XksProxyVpcEndpointServiceInUseException');
    if (other.UriEndpoint !== proxy.UriEndpoint) continue;
    if (other.UriPath === proxy.UriPath) return refused('XksProxyUriInUseException');
    if (other.Connectivity !== proxy.Connectivity) return refused('XksProxyUriEndpointInUseException');
  }
  return proxyProblem(scope.world, proxy);
};
