import { type Refused, refused } from './errors.ts';
import type { InputOf } from './model/index.ts';
import type { KeyStoreRecord } from './world.ts';

type Type = KeyStoreRecord['CustomKeyStoreType'];
type Parameters = Omit<InputOf<'CreateCustomKeyStore'>, 'CustomKeyStoreName' | 'CustomKeyStoreType'>;
type Name = keyof Parameters;

/** Which parameters belong to which type of store. https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html */
const OF_TYPE: { readonly [T in Type]: { readonly needed: readonly Name[]; readonly allowed: readonly Name[] } } = {
  AWS_CLOUDHSM: { needed: ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword'], allowed: [] },
  EXTERNAL_KEY_STORE: {
    needed: ['XksProxyConnectivity', 'XksProxyUriEndpoint', 'XksProxyUriPath', 'XksProxyAuthenticationCredential'],
    allowed: ['XksProxyVpcEndpointServiceName', 'XksProxyVpcEndpointServiceOwner'],
  },
};

/** The words are ours. */
export const missingParameter = (input: InputOf<'CreateCustomKeyStore'>): Refused | undefined => {
  const { CustomKeyStoreType = 'AWS_CLOUDHSM', XksProxyConnectivity } = input;
  const needed =
    XksProxyConnectivity === 'VPC_ENDPOINT_SERVICE'
      ? [...OF_TYPE[CustomKeyStoreType].needed, 'XksProxyVpcEndpointServiceName' as const]
      : OF_TYPE[CustomKeyStoreType].needed;
  const missing = needed.find((name) => input[name] === undefined);
  return (
    missing && refused('ValidationException', `${missing} is required for key stores of type ${CustomKeyStoreType}.`)
  );
};

/** A parameter that a store of this type does not have. The words are ours. */
export const foreignParameter = (input: Partial<Parameters>, type: Type): Refused | undefined => {
  const other = type === 'AWS_CLOUDHSM' ? 'EXTERNAL_KEY_STORE' : 'AWS_CLOUDHSM';
  const { needed, allowed } = OF_TYPE[other];
  const foreign = [...needed, ...allowed].find((name) => input[name] !== undefined);
  return foreign && refused('ValidationException', `${foreign} is not valid for key stores of type ${type}.`);
};
