import { type Refused, refused } from './errors.ts';
import { clusterNamed, externalKeyProblem } from './key-store-backends.ts';
import { askKeyStore, keysIn } from './key-stores.ts';
import type { InputOf } from './model/index.ts';
import type { Scope } from './operations/define.ts';

type Input = InputOf<'CreateKey'>;

/**
 * What CreateKey's parameters about a custom key store say against each other and against the rest. That these do not go
 * together is documented; the words are ours.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
 */
export const keyStoreParameterProblem = (input: Input): Refused | undefined => {
  const { Origin = 'AWS_KMS', CustomKeyStoreId, XksKeyId, MultiRegion } = input;
  const isInStore = Origin === 'AWS_CLOUDHSM' || Origin === 'EXTERNAL_KEY_STORE';
  if (isInStore !== (CustomKeyStoreId !== undefined))
    return refused('ValidationException', `CustomKeyStoreId and Origin ${Origin} are not compatible.`);
  if ((XksKeyId !== undefined) !== (Origin === 'EXTERNAL_KEY_STORE'))
    return refused('ValidationException', `XksKeyId and Origin ${Origin} are not compatible.`);
  return isInStore && MultiRegion ? refused('UnsupportedOperationException') : undefined;
};

/** What the store has against holding one more key. */
export const keyStoreOfNewKeyProblem = (scope: Scope, input: Input): Refused | undefined => {
  const { CustomKeyStoreId, XksKeyId, Origin } = input;
  if (CustomKeyStoreId === undefined) return undefined;
  const asked = askKeyStore(scope, CustomKeyStoreId, { type: 'CreateKey' });
  if ('error' in asked) return asked;
  const { store } = asked;
  if (store.CustomKeyStoreType !== Origin) return refused('UnsupportedOperationException');
  if (XksKeyId === undefined) {
    const zones = clusterNamed(scope.world, store.CloudHsmClusterId)?.hsmZones ?? [];
    return new Set(zones).size < 2 ? refused('CloudHsmClusterInvalidConfigurationException') : undefined;
  }
  const isTaken = keysIn(scope.world, store).some((key) => key.XksKeyId === XksKeyId);
  return isTaken ? refused('XksKeyAlreadyInUseException') : externalKeyProblem(scope.world, store, XksKeyId);
};
