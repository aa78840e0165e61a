import { rarely } from '../rarely.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html */
export const CancelKeyDeletion = keyOperation({
  name: 'CancelKeyDeletion',
  on: 'key',
  perform: (scene) => {
    const { key } = scene;
    if (key.CustomKeyStoreId !== undefined) rarely().tellOfConnection(scene, key);
    return { KeyId: key.Arn };
  },
  trail: { responds: ['KeyId'] },
});
