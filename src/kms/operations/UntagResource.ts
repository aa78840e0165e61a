import { withoutTags } from '../tags.ts';
import { keyOperation, NOTHING } from './define.ts';

/** Tag keys that the key does not have are no error. https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html */
export const UntagResource = keyOperation({
  name: 'UntagResource',
  on: 'key',
  perform: ({ input, key, draft }) => {
    draft.put('keys', key.Arn, { ...key, Tags: withoutTags(key.Tags, input.TagKeys) });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
