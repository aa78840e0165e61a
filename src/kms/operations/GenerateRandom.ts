import { toBase64 } from '../crypto/bytes.ts';
import { isRefused, refused } from '../errors.ts';
import { askKeyStore } from '../key-stores.ts';
import { accountOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html */
export const GenerateRandom = accountOperation({
  name: 'GenerateRandom',
  // The model has it as optional. Text recorded from AWS.
  check: ({ NumberOfBytes }) =>
    NumberOfBytes === undefined ? refused('ValidationException', 'NumberOfBytes is required.') : undefined,
  perform: (scene) => {
    const { NumberOfBytes = 0, CustomKeyStoreId } = scene.input;
    if (CustomKeyStoreId !== undefined) {
      const asked = askKeyStore(scene, CustomKeyStoreId, { type: 'GenerateRandom' });
      if (isRefused(asked)) return asked;
      // Only a CloudHSM cluster has a random number generator of its own.
      if (asked.store.CustomKeyStoreType !== 'AWS_CLOUDHSM') return refused('UnsupportedOperationException');
    }
    return { Plaintext: toBase64(scene.random(NumberOfBytes)) };
  },
});
