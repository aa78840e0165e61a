import { notPrimary, notRotatable, originMismatch } from '../key-checks.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html */
export const DisableKeyRotation = keyOperation({
  name: 'DisableKeyRotation',
  on: 'key',
  perform: ({ key }) => notRotatable(key) ?? originMismatch(key, 'AWS_KMS') ?? notPrimary(key) ?? NOTHING,
});
