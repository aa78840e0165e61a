import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html */
export const UpdateKeyDescription = keyOperation({
  name: 'UpdateKeyDescription',
  on: 'key',
  perform: ({ input, key, draft }) => {
    draft.put('keys', key.Arn, { ...key, Description: input.Description });
    return NOTHING;
  },
});
