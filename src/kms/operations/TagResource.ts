import { tagProblem, withTags } from '../tags.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html */
export const TagResource = keyOperation({
  name: 'TagResource',
  on: 'key',
  perform: ({ input, key, draft }) => {
    const problem = tagProblem(input.Tags, key.Tags);
    if (problem) return problem;
    draft.put('keys', key.Arn, { ...key, Tags: withTags(key.Tags, input.Tags) });
    return NOTHING;
  },
  trail: { respondsKeyId: true },
});
