import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../../src/kms/cloudtrail.ts';
import { readCiphertextBlob } from '../../../src/kms/crypto/ciphertext-blob.ts';
import {
  SIMULATED_CLOUDHSM_CONNECTING,
  SIMULATED_DISCONNECTING,
  SIMULATED_XKS_CONNECTING,
} from '../../../src/kms/durations.ts';
import { DAY } from '../../../src/kms/vocabulary.ts';
import { keyStateOf } from '../../../src/kms/world.ts';
import { type Given, given } from '../given.ts';

const Plaintext = Buffer.from('secret').toString('base64');

const cluster = {
  kind: 'CloudHsmCluster',
  id: 'cluster-2a23b4cdefg',
  active: true,
  hsmZones: ['a', 'c'],
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
  keys: {
    outer: { enabled: true, bytes: Buffer.alloc(32, 7).toString('base64') },
    asleep: { enabled: false, bytes: Buffer.alloc(32, 8).toString('base64') },
  },
} as const;

const hsmStore = {
  CustomKeyStoreName: 'hsm',
  CloudHsmClusterId: cluster.id,
  TrustAnchorCertificate: cluster.trustAnchorCertificate,
  KeyStorePassword: cluster.kmsuserPassword,
};

const xksStore = {
  CustomKeyStoreName: 'xks',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: manager.uriEndpoint,
  XksProxyUriPath: manager.uriPath,
  XksProxyAuthenticationCredential: {
    AccessKeyId: manager.accessKeyId,
    RawSecretAccessKey: manager.rawSecretAccessKey,
  },
};

const withBackends = (seed: string) =>
  given(seed, { stage: { putBackend: cluster } }, { stage: { putBackend: manager } });

const created = (g: Given, input: object) =>
  g.ask('CreateCustomKeyStore', { ...input }) as { readonly CustomKeyStoreId: string };

const shown = (g: Given, CustomKeyStoreId: string) => {
  const { CustomKeyStores } = g.ask('DescribeCustomKeyStores', { CustomKeyStoreId });
  return (CustomKeyStores as Record<string, unknown>[])[0] as Record<string, unknown>;
};

const connected = (g: Given, input: object) => {
  const { CustomKeyStoreId } = created(g, input);
  g.ask('ConnectCustomKeyStore', { CustomKeyStoreId });
  g.wait(SIMULATED_CLOUDHSM_CONNECTING);
  return CustomKeyStoreId;
};

const stateOf = (g: Given, KeyId: string) => keyStateOf(g.world.keys[KeyId] as never);

describe('a custom key store', () => {
  test.each([
    ['CloudHSM', hsmStore, SIMULATED_CLOUDHSM_CONNECTING],
    ['external', xksStore, SIMULATED_XKS_CONNECTING],
  ])('%s: connects in its time, and disconnects', (_, input, connecting) => {
    const g = withBackends('connection');
    const { CustomKeyStoreId } = created(g, input);
    expect(CustomKeyStoreId).toMatch(/^cks-[0-9a-f]{17}$/);
    const state = () => shown(g, CustomKeyStoreId).ConnectionState;
    expect(state()).toBe('DISCONNECTED');
    expect(g.ask('ConnectCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    expect(state()).toBe('CONNECTING');
    g.wait(connecting - 1);
    expect(state()).toBe('CONNECTING');
    g.wait(1);
    expect(state()).toBe('CONNECTED');
    g.ask('DisconnectCustomKeyStore', { CustomKeyStoreId });
    expect(state()).toBe('DISCONNECTING');
    expect(g.refuse('ConnectCustomKeyStore', { CustomKeyStoreId }).__type).toBe('CustomKeyStoreInvalidStateException');
    g.wait(SIMULATED_DISCONNECTING);
    expect(state()).toBe('DISCONNECTED');
    expect(g.refuse('DisconnectCustomKeyStore', { CustomKeyStoreId }).__type).toBe(
      'CustomKeyStoreInvalidStateException',
    );
  });

  test('shows neither its password nor its secret key', () => {
    const g = withBackends('secrets');
    const hsm = shown(g, created(g, hsmStore).CustomKeyStoreId);
    expect(Object.keys(hsm).sort()).toEqual(
      [
        'CloudHsmClusterId',
        'ConnectionState',
        'CreationDate',
        'CustomKeyStoreId',
        'CustomKeyStoreName',
        'CustomKeyStoreType',
        'TrustAnchorCertificate',
      ].sort(),
    );
    const xks = shown(g, created(g, xksStore).CustomKeyStoreId);
    expect(xks.XksProxyConfiguration).toEqual({
      Connectivity: 'PUBLIC_ENDPOINT',
      AccessKeyId: manager.accessKeyId,
      UriEndpoint: manager.uriEndpoint,
      UriPath: manager.uriPath,
    });
  });

  test('is listed by id, by name, or with all others of the account and Region', () => {
    const g = withBackends('list');
    created(g, hsmStore);
    created(g, xksStore);
    const names = (input: object, otherwise = {}) =>
      (g.ask('DescribeCustomKeyStores', { ...input }, otherwise).CustomKeyStores as Record<string, unknown>[])
        .map(({ CustomKeyStoreName }) => CustomKeyStoreName)
        .sort();
    expect(names({})).toEqual(['hsm', 'xks']);
    expect(names({ CustomKeyStoreName: 'xks' })).toEqual(['xks']);
    expect(names({}, { region: 'eu-west-1' })).toEqual([]);
    expect(g.refuse('DescribeCustomKeyStores', { CustomKeyStoreName: 'none' }).__type).toBe(
      'CustomKeyStoreNotFoundException',
    );
  });

  test.each<[string, object, object]>([
    ['XKS_PROXY_NOT_REACHABLE', xksStore, { ...manager, reachable: false }],
    ['XKS_PROXY_INVALID_CONFIGURATION', xksStore, { ...manager, uriPath: '/other/kms/xks/v1' }],
    ['INVALID_CREDENTIALS', xksStore, { ...manager, rawSecretAccessKey: 'another' }],
    ['INVALID_CREDENTIALS', hsmStore, { ...cluster, kmsuserPassword: 'another' }],
    ['INSUFFICIENT_CLOUDHSM_HSMS', hsmStore, { ...cluster, hsmZones: [] }],
  ])('fails to connect with %s, and tells it until it is disconnected', (code, input, backend) => {
    const g = withBackends('failure');
    const { CustomKeyStoreId } = created(g, input);
    g.ask('ConnectCustomKeyStore', { CustomKeyStoreId });
    g.tell({ stage: { putBackend: backend as never } });
    g.wait(SIMULATED_CLOUDHSM_CONNECTING);
    expect(shown(g, CustomKeyStoreId)).toMatchObject({ ConnectionState: 'FAILED', ConnectionErrorCode: code });
    for (const operation of ['ConnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore'] as const)
      expect(g.refuse(operation, { CustomKeyStoreId }).__type).toBe('CustomKeyStoreInvalidStateException');
    g.ask('DisconnectCustomKeyStore', { CustomKeyStoreId });
    expect(shown(g, CustomKeyStoreId)).not.toHaveProperty('ConnectionErrorCode');
  });
});

describe('CreateCustomKeyStore', () => {
  test.each<[string, object, object | undefined]>([
    ['CloudHsmClusterNotFoundException', { ...hsmStore, CloudHsmClusterId: 'cluster-2222222222b' }, undefined],
    ['CloudHsmClusterNotActiveException', hsmStore, { ...cluster, active: false }],
    ['CloudHsmClusterInvalidConfigurationException', hsmStore, { ...cluster, hsmZones: ['a', 'a'] }],
    ['IncorrectTrustAnchorException', { ...hsmStore, TrustAnchorCertificate: 'another' }, undefined],
    ['XksProxyUriUnreachableException', xksStore, { ...manager, reachable: false }],
    ['XksProxyInvalidConfigurationException', { ...xksStore, XksProxyUriPath: '/x/kms/xks/v1' }, undefined],
    [
      'XksProxyIncorrectAuthenticationCredentialException',
      xksStore,
      { ...manager, accessKeyId: 'ABCDE2345672OTHERSXX' },
    ],
    ['ValidationException', { ...hsmStore, KeyStorePassword: undefined }, undefined],
    ['ValidationException', { ...xksStore, KeyStorePassword: 'kmsPswd123' }, undefined],
  ])('answers %s', (type, input, backend) => {
    const g = withBackends('create');
    if (backend) g.tell({ stage: { putBackend: backend as never } });
    expect(g.refuse('CreateCustomKeyStore', { ...input }).__type).toBe(type);
  });

  test('lets no name, cluster or proxy serve twice', () => {
    const g = withBackends('twice');
    created(g, hsmStore);
    created(g, xksStore);
    expect(g.refuse('CreateCustomKeyStore', hsmStore).__type).toBe('CustomKeyStoreNameInUseException');
    expect(g.refuse('CreateCustomKeyStore', { ...hsmStore, CustomKeyStoreName: 'b' }).__type).toBe(
      'CloudHsmClusterInUseException',
    );
    expect(g.refuse('CreateCustomKeyStore', { ...xksStore, CustomKeyStoreName: 'b' }).__type).toBe(
      'XksProxyUriInUseException',
    );
  });
});

describe('UpdateCustomKeyStore', () => {
  test('changes a CloudHSM key store only while it is disconnected', () => {
    const g = withBackends('update');
    const CustomKeyStoreId = connected(g, hsmStore);
    const change = { CustomKeyStoreId, NewCustomKeyStoreName: 'renamed' };
    expect(g.refuse('UpdateCustomKeyStore', change).__type).toBe('CustomKeyStoreInvalidStateException');
    g.ask('DisconnectCustomKeyStore', { CustomKeyStoreId });
    g.wait(SIMULATED_DISCONNECTING);
    g.ask('UpdateCustomKeyStore', change);
    expect(shown(g, CustomKeyStoreId).CustomKeyStoreName).toBe('renamed');
    g.tell({ stage: { putBackend: { ...cluster, id: 'cluster-2222222222b', trustAnchorCertificate: 'another' } } });
    expect(
      g.refuse('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: 'cluster-2222222222b' }).__type,
    ).toBe('CloudHsmClusterNotRelatedException');
  });

  test('changes name, path and credential of an external one while it is connected, not the endpoint', () => {
    const g = withBackends('gentle');
    const CustomKeyStoreId = connected(g, xksStore);
    g.tell({ stage: { putBackend: { ...manager, uriPath: '/moved/kms/xks/v1' } } });
    g.ask('UpdateCustomKeyStore', { CustomKeyStoreId, XksProxyUriPath: '/moved/kms/xks/v1' });
    expect(shown(g, CustomKeyStoreId).ConnectionState).toBe('CONNECTED');
    const endpoint = { CustomKeyStoreId, XksProxyUriEndpoint: 'https://other.xks.example.com' };
    expect(g.refuse('UpdateCustomKeyStore', endpoint).__type).toBe('CustomKeyStoreInvalidStateException');
  });
});

describe('a KMS key in a custom key store', () => {
  const hsmKey = (g: Given) => {
    const CustomKeyStoreId = connected(g, hsmStore);
    return { CustomKeyStoreId, KeyId: g.key({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }) };
  };
  const xksKey = (g: Given) => {
    const CustomKeyStoreId = connected(g, xksStore);
    return { CustomKeyStoreId, KeyId: g.key({ Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId, XksKeyId: 'outer' }) };
  };

  test('names its store, and has no key material id', () => {
    const g = withBackends('metadata');
    const { CustomKeyStoreId, KeyId } = hsmKey(g);
    const metadata = g.ask('DescribeKey', { KeyId }).KeyMetadata;
    expect(metadata).toMatchObject({
      KeyState: 'Enabled',
      Origin: 'AWS_CLOUDHSM',
      CustomKeyStoreId,
      CloudHsmClusterId: cluster.id,
    });
    expect(metadata).not.toHaveProperty('CurrentKeyMaterialId');
    const external = xksKey(g);
    expect(g.ask('DescribeKey', { KeyId: external.KeyId }).KeyMetadata).toMatchObject({
      Origin: 'EXTERNAL_KEY_STORE',
      XksKeyConfiguration: { Id: 'outer' },
    });
  });

  test.each([
    ['CloudHSM', hsmKey],
    ['external', xksKey],
  ])('%s: is Unavailable while the store is disconnected, and is then what it was', (_, make) => {
    const g = withBackends('unavailable');
    const { CustomKeyStoreId, KeyId } = make(g);
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext });
    g.ask('DisconnectCustomKeyStore', { CustomKeyStoreId });
    expect(stateOf(g, KeyId)).toBe('Unavailable');
    expect(g.refuse('Decrypt', { CiphertextBlob })).toEqual({
      __type: 'KMSInvalidStateException',
      message: `${KeyId} is unavailable.`,
    });
    g.ask('DisableKey', { KeyId });
    g.wait(SIMULATED_DISCONNECTING);
    g.ask('ConnectCustomKeyStore', { CustomKeyStoreId });
    g.wait(SIMULATED_CLOUDHSM_CONNECTING);
    expect(stateOf(g, KeyId)).toBe('Disabled');
    g.ask('EnableKey', { KeyId });
    expect(g.ask('Decrypt', { CiphertextBlob }).Plaintext).toBe(Plaintext);
  });

  test('is named in CloudTrail with its store and what stands behind it, not with a key material id', () => {
    const g = withBackends('trail');
    const external = xksKey(g);
    g.ask('Encrypt', { KeyId: external.KeyId, Plaintext });
    expect(recordsOf([g.last])[0]?.additionalEventData).toEqual({
      customKeyStoreId: external.CustomKeyStoreId,
      xksKeyId: 'outer',
    });
    const hsm = hsmKey(g);
    g.ask('GenerateDataKey', { KeyId: hsm.KeyId, KeySpec: 'AES_256' });
    expect(recordsOf([g.last])[0]?.additionalEventData).toEqual({
      customKeyStoreId: hsm.CustomKeyStoreId,
      clusterId: cluster.id,
    });
  });

  test('is encrypted twice by an external key store: KMS within, the external key without', () => {
    const g = withBackends('double');
    const { KeyId } = xksKey(g);
    const EncryptionContext = { purpose: 'test' };
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext, EncryptionContext });
    const blob = readCiphertextBlob(Buffer.from(CiphertextBlob as string, 'base64'));
    const ivAndTag = 12 + 16;
    expect(blob?.ciphertext.length).toBe('secret'.length + ivAndTag);
    expect(g.ask('Decrypt', { CiphertextBlob, EncryptionContext }).Plaintext).toBe(Plaintext);
    expect(g.refuse('Decrypt', { CiphertextBlob }).__type).toBe('InvalidCiphertextException');
    const bytes = Buffer.alloc(32, 9).toString('base64');
    g.tell({ stage: { putBackend: { ...manager, keys: { outer: { enabled: true, bytes } } } } });
    expect(g.refuse('Decrypt', { CiphertextBlob, EncryptionContext }).__type).toBe('InvalidCiphertextException');
    g.tell({ stage: { putBackend: manager } });
    expect(
      g.ask('ReEncrypt', {
        CiphertextBlob,
        SourceEncryptionContext: EncryptionContext,
        DestinationKeyId: g.key(),
      }).SourceKeyId,
    ).toBe(KeyId);
  });

  // The sentences are those of https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html
  test.each<[RegExp, object]>([
    [/^AWS KMS cannot communicate with the external key store proxy\./, { ...manager, reachable: false }],
    [/could not authenticate AWS KMS/, { ...manager, rawSecretAccessKey: 'rotated' }],
    [/because of an invalid URI path/, { ...manager, uriPath: '/gone/kms/xks/v1' }],
    [/could not find the external key\.$/, { ...manager, keys: {} }],
    [/is not enabled in the external key manager\.$/, { ...manager, keys: { outer: manager.keys.asleep } }],
  ])('stays Enabled, but fails with the cause %s when the manager is switched off', (text, backend) => {
    const g = withBackends('switched off');
    const { KeyId } = xksKey(g);
    g.tell({ stage: { putBackend: backend as never } });
    expect(stateOf(g, KeyId)).toBe('Enabled');
    const error = g.refuse('Encrypt', { KeyId, Plaintext });
    expect(error).toEqual({ __type: 'KMSInvalidStateException', message: expect.stringMatching(text) });
    g.tell({ stage: { putBackend: manager } });
    g.ask('Encrypt', { KeyId, Plaintext });
  });

  test('fails when its cluster has no HSM left', () => {
    const g = withBackends('no hsm');
    const { KeyId } = hsmKey(g);
    g.tell({ stage: { putBackend: { ...cluster, hsmZones: [] } } });
    expect(g.refuse('GenerateDataKey', { KeyId, KeySpec: 'AES_256' })).toEqual({
      __type: 'KMSInvalidStateException',
      message: 'KMS cannot communicate with your CloudHSM cluster',
    });
  });

  test.each<[string, object]>([
    ['XksKeyNotFoundException', { XksKeyId: 'nobody' }],
    ['XksKeyInvalidConfigurationException', { XksKeyId: 'asleep' }],
    ['XksKeyAlreadyInUseException', { XksKeyId: 'outer' }],
    ['ValidationException', {}],
    ['ValidationException', { XksKeyId: 'outer', Origin: 'AWS_KMS' }],
    ['UnsupportedOperationException', { XksKeyId: 'outer', MultiRegion: true }],
    ['UnsupportedOperationException', { XksKeyId: 'outer', KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }],
  ])('is not made: %s', (type, input) => {
    const g = withBackends('not made');
    const { CustomKeyStoreId } = xksKey(g);
    expect(g.refuse('CreateKey', { Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId, ...input }).__type).toBe(type);
  });

  test('is not made in a store that is disconnected, nor in none', () => {
    const g = withBackends('nowhere');
    const { CustomKeyStoreId } = created(g, hsmStore);
    expect(g.refuse('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }).__type).toBe(
      'CustomKeyStoreInvalidStateException',
    );
    expect(g.refuse('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-none' }).__type).toBe(
      'CustomKeyStoreNotFoundException',
    );
  });

  test('does not rotate, and makes no data key pairs', () => {
    const g = withBackends('cannot');
    const { KeyId } = hsmKey(g);
    const message = `${KeyId} origin is AWS_CLOUDHSM which is not valid for this operation.`;
    expect(g.refuse('RotateKeyOnDemand', { KeyId }).message).toBe(message);
    expect(g.refuse('EnableKeyRotation', { KeyId }).message).toBe(message);
    expect(g.refuse('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'ECC_NIST_P256' })).toEqual({
      __type: 'UnsupportedOperationException',
      message,
    });
  });

  test('keeps its store from being deleted until it is gone itself', () => {
    const g = withBackends('delete');
    const { CustomKeyStoreId, KeyId } = hsmKey(g);
    g.ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    g.ask('DisconnectCustomKeyStore', { CustomKeyStoreId });
    expect(stateOf(g, KeyId)).toBe('PendingDeletion');
    g.wait(DAY);
    expect(g.refuse('DeleteCustomKeyStore', { CustomKeyStoreId }).__type).toBe('CustomKeyStoreHasCMKsException');
    g.wait(6 * DAY);
    g.ask('DeleteCustomKeyStore', { CustomKeyStoreId });
    expect(g.world.keyStores).toEqual({});
  });

  test('whose deletion is cancelled hears then that its store was disconnected', () => {
    const g = withBackends('cancelled');
    const { CustomKeyStoreId, KeyId } = hsmKey(g);
    g.ask('ScheduleKeyDeletion', { KeyId });
    g.ask('DisconnectCustomKeyStore', { CustomKeyStoreId });
    g.ask('CancelKeyDeletion', { KeyId });
    expect(stateOf(g, KeyId)).toBe('Unavailable');
    g.wait(SIMULATED_DISCONNECTING);
    g.ask('ConnectCustomKeyStore', { CustomKeyStoreId });
    g.wait(SIMULATED_CLOUDHSM_CONNECTING);
    expect(stateOf(g, KeyId)).toBe('Disabled');
  });

  test('lends the random numbers of its cluster', () => {
    const g = withBackends('random');
    const { CustomKeyStoreId } = hsmKey(g);
    g.ask('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId });
    const external = xksKey(g);
    expect(g.refuse('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId: external.CustomKeyStoreId }).__type).toBe(
      'UnsupportedOperationException',
    );
  });
});
