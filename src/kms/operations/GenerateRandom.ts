import { toBase64 } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';
import { accountOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html */
export const GenerateRandom = accountOperation({
  name: 'GenerateRandom',
  // The model has it as optional. Text recorded from AWS.
  check: ({ NumberOfBytes }) =>
    NumberOfBytes === undefined ? refused('ValidationException', 'NumberOfBytes is required.') : undefined,
  perform: ({ input: { NumberOfBytes = 0, CustomKeyStoreId }, world, caller, Region, random }) => {
    if (CustomKeyStoreId !== undefined) {
      const store = world.keyStores[CustomKeyStoreId];
      if (store?.AccountId !== caller.AccountId || store.Region !== Region)
        return refused('CustomKeyStoreNotFoundException');
      // Only a CloudHSM cluster has a random number generator of its own.
      if (store.CustomKeyStoreType !== 'AWS_CLOUDHSM') return refused('UnsupportedOperationException');
      if (store.life.value !== 'CONNECTED') return refused('CustomKeyStoreInvalidStateException');
    }
    return { Plaintext: toBase64(random(NumberOfBytes)) };
  },
});
