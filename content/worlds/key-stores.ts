import { defineWorld } from '../../src/learn/start-world.ts';

const cluster = {
  kind: 'CloudHsmCluster',
  id: 'cluster-2a23b4cdefg',
  active: true,
  hsmZones: ['ap-northeast-1a', 'ap-northeast-1c'],
  kmsuserPassword: 'kmsPswd123',
  trustAnchorCertificate: '-----BEGIN CERTIFICATE-----',
} as const;

const manager = {
  kind: 'ExternalKeyManager',
  id: 'manager',
  reachable: true,
  accessKeyId: 'ABCDE2345672EXAMPLEX',
  rawSecretAccessKey: 'DXjSUawnel2fr6SKC7G25CNxTyWKE5PF9XX6H/u9pSo=',
  uriEndpoint: 'https://myproxy.xks.example.com',
  uriPath: '/kms/xks/v1',
  keys: { outer: { enabled: true, bytes: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=' } },
} as const;

/** Three keys in three places: KMS's own store, a CloudHSM cluster, a key manager outside AWS. One ciphertext under each. */
export default defineWorld({
  id: 'key-stores',
  steps: [
    { command: { stage: { putBackend: cluster } } },
    { command: { stage: { putBackend: manager } } },
    {
      operation: 'CreateCustomKeyStore',
      input: {
        CustomKeyStoreName: 'hsm',
        CloudHsmClusterId: cluster.id,
        TrustAnchorCertificate: cluster.trustAnchorCertificate,
        KeyStorePassword: cluster.kmsuserPassword,
      },
      save: 'hsm',
    },
    {
      operation: 'CreateCustomKeyStore',
      input: {
        CustomKeyStoreName: 'xks',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        XksProxyConnectivity: 'PUBLIC_ENDPOINT',
        XksProxyUriEndpoint: manager.uriEndpoint,
        XksProxyUriPath: manager.uriPath,
        XksProxyAuthenticationCredential: {
          AccessKeyId: manager.accessKeyId,
          RawSecretAccessKey: manager.rawSecretAccessKey,
        },
      },
      save: 'xks',
    },
    { operation: 'ConnectCustomKeyStore', input: { CustomKeyStoreId: '$hsm.CustomKeyStoreId' } },
    { operation: 'ConnectCustomKeyStore', input: { CustomKeyStoreId: '$xks.CustomKeyStoreId' } },
    { advance: 'PT1H' },
    { operation: 'CreateKey', input: { Description: 'standard' }, save: 'k0' },
    {
      operation: 'CreateKey',
      input: { Description: 'in-cloudhsm', Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: '$hsm.CustomKeyStoreId' },
      save: 'k1',
    },
    {
      operation: 'CreateKey',
      input: {
        Description: 'outside-aws',
        Origin: 'EXTERNAL_KEY_STORE',
        CustomKeyStoreId: '$xks.CustomKeyStoreId',
        XksKeyId: 'outer',
      },
      save: 'k2',
    },
    { operation: 'Encrypt', input: { KeyId: '$k0.KeyMetadata.KeyId', Plaintext: { $utf8: 'memo' } }, save: 'c0' },
    { operation: 'Encrypt', input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'memo' } }, save: 'c1' },
    { operation: 'Encrypt', input: { KeyId: '$k2.KeyMetadata.KeyId', Plaintext: { $utf8: 'memo' } }, save: 'c2' },
  ],
});
