import { toHex } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';
import { keyStoreProblem, type Planned } from '../key-store-checks.ts';
import { keyStoreLife } from '../key-store-life.ts';
import { foreignParameter, missingParameter } from '../key-store-parameters.ts';
import { KEY_STORES_PER_REGION, ownKeyStores } from '../key-stores.ts';
import type { InputOf } from '../model/index.ts';
import type { KeyStoreRecord } from '../world.ts';
import { accountOperation } from './define.ts';

type Input = InputOf<'CreateCustomKeyStore'>;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html */
export const CreateCustomKeyStore = accountOperation({
  name: 'CreateCustomKeyStore',
  check: (input) => missingParameter(input) ?? foreignParameter(input, input.CustomKeyStoreType ?? 'AWS_CLOUDHSM'),
  perform: (scene) => {
    const { input, caller, Region, now, random, draft } = scene;
    if (ownKeyStores(scene).length >= KEY_STORES_PER_REGION) return refused('LimitExceededException');
    const CustomKeyStoreType = input.CustomKeyStoreType ?? 'AWS_CLOUDHSM';
    const CustomKeyStoreId = `cks-${toHex(random(9)).slice(0, 17)}`;
    const planned: Planned = {
      CustomKeyStoreId,
      CustomKeyStoreName: input.CustomKeyStoreName,
      CustomKeyStoreType,
      AccountId: caller.AccountId,
      Region,
      CreationDate: now,
      ...configurationOf(input, CustomKeyStoreType),
    };
    const problem = keyStoreProblem(scene, planned);
    if (problem) return problem;
    draft.put('keyStores', CustomKeyStoreId, {
      ...planned,
      life: keyStoreLife.start({ CustomKeyStoreType }, now).life,
    });
    return { CustomKeyStoreId };
  },
  trail: { responds: ['CustomKeyStoreId'] },
});

type Configuration = Pick<
  KeyStoreRecord,
  'CloudHsmClusterId' | 'TrustAnchorCertificate' | 'KeyStorePassword' | 'XksProxyConfiguration'
>;

const configurationOf = (input: Input, type: KeyStoreRecord['CustomKeyStoreType']): Configuration => {
  if (type === 'AWS_CLOUDHSM') {
    const { CloudHsmClusterId, TrustAnchorCertificate, KeyStorePassword } = input;
    return {
      ...(CloudHsmClusterId !== undefined && { CloudHsmClusterId }),
      ...(TrustAnchorCertificate !== undefined && { TrustAnchorCertificate }),
      ...(KeyStorePassword !== undefined && { KeyStorePassword }),
    };
  }
  const { XksProxyVpcEndpointServiceName, XksProxyVpcEndpointServiceOwner } = input;
  return {
    XksProxyConfiguration: {
      Connectivity: input.XksProxyConnectivity ?? 'PUBLIC_ENDPOINT',
      AccessKeyId: input.XksProxyAuthenticationCredential?.AccessKeyId ?? '',
      RawSecretAccessKey: input.XksProxyAuthenticationCredential?.RawSecretAccessKey ?? '',
      UriEndpoint: input.XksProxyUriEndpoint ?? '',
      UriPath: input.XksProxyUriPath ?? '',
      ...(XksProxyVpcEndpointServiceName !== undefined && { VpcEndpointServiceName: XksProxyVpcEndpointServiceName }),
      ...(XksProxyVpcEndpointServiceOwner !== undefined && {
        VpcEndpointServiceOwner: XksProxyVpcEndpointServiceOwner,
      }),
    },
  };
};
