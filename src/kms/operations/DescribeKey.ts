import { keyMetadata } from '../key-metadata.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html */
export const DescribeKey = keyOperation({
  name: 'DescribeKey',
  on: 'keyOrAlias',
  perform: ({ draft, key }) => ({ KeyMetadata: keyMetadata(draft.world, key) }),
});
