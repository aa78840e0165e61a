import { type Refused, refused } from './errors.ts';
import type { Tag } from './world.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const TAGS_PER_KEY = 50;

/** What is wrong with a list of new tags. Texts recorded from AWS. */
export const tagProblem = (tags: readonly Tag[], present: readonly Tag[] = []): Refused | undefined => {
  const keys = tags.map(({ TagKey }) => TagKey);
  if (new Set(keys).size < keys.length) return refused('TagException', 'Duplicate tag keys');
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    return refused('TagException', 'Tags beginning with aws: are reserved');
  if (withTags(present, tags).length > TAGS_PER_KEY) return refused('TagException', 'Too many tags');
  return undefined;
};

/** Tags of the same key are overwritten, others added. */
export const withTags = (present: readonly Tag[], tags: readonly Tag[]): readonly Tag[] => [
  ...present.filter(({ TagKey }) => !tags.some((tag) => tag.TagKey === TagKey)),
  ...tags,
];

export const withoutTags = (present: readonly Tag[], tagKeys: readonly string[]): readonly Tag[] =>
  present.filter(({ TagKey }) => !tagKeys.includes(TagKey));
