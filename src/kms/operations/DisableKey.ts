import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html */
export const DisableKey = keyOperation({
  name: 'DisableKey',
  on: 'key',
  perform: () => NOTHING,
  trail: { respondsKeyId: true },
});
