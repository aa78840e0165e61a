import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html */
export const CancelKeyDeletion = keyOperation({
  name: 'CancelKeyDeletion',
  on: 'key',
  perform: ({ key }) => ({ KeyId: key.Arn }),
  trail: { responds: ['KeyId'] },
});
