import { ROTATION_PERIOD_DAYS } from '../durations.ts';
import { notPrimary, notRotatable, originMismatch } from '../key-checks.ts';
import { keyOperation, NOTHING } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html */
export const EnableKeyRotation = keyOperation({
  name: 'EnableKeyRotation',
  on: 'key',
  event: ({ RotationPeriodInDays = ROTATION_PERIOD_DAYS.default }) => ({
    type: 'EnableKeyRotation',
    RotationPeriodInDays,
  }),
  perform: ({ key }) => notRotatable(key) ?? originMismatch(key, 'AWS_KMS') ?? notPrimary(key) ?? NOTHING,
  trail: { respondsKeyId: true },
});
