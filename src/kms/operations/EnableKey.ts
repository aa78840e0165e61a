import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html */
export const EnableKey = keyOperation({
  name: 'EnableKey',
  on: 'key',
  perform: () => NOTHING,
  trail: { respondsKeyId: true },
});
