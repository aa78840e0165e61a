import { isRefused, refused } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { TAGS_PER_KEY } from '../tags.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html */
export const ListResourceTags = keyOperation({
  name: 'ListResourceTags',
  // The documentation allows a Limit of 50, the API model 1000.
  check: ({ Limit = TAGS_PER_KEY }) =>
    Limit > TAGS_PER_KEY
      ? refused(
          'ValidationException',
          `1 validation error detected: Value '${Limit}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to ${TAGS_PER_KEY}`,
        )
      : undefined,
  on: 'key',
  perform: ({ input, key }) => {
    const page = pageOf(key.Tags, ({ TagKey }) => TagKey, input, TAGS_PER_KEY);
    return isRefused(page) ? page : { Tags: page.items, ...page.position };
  },
});
