import { rotationOf } from '../rotation.ts';
import { isSymmetric } from '../world.ts';
import { epochSeconds, keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html */
export const GetKeyRotationStatus = keyOperation({
  name: 'GetKeyRotationStatus',
  on: 'key',
  perform: ({ key, world }) => {
    const { KeyId } = key;
    const { enabled, RotationPeriodInDays, next } = rotationOf(world, key);
    if (!isSymmetric(key) || !enabled) return { KeyRotationEnabled: false, KeyId, ...onDemand(key) };
    return {
      KeyRotationEnabled: true,
      KeyId,
      RotationPeriodInDays,
      ...(next !== undefined && { NextRotationDate: epochSeconds(next) }),
      ...onDemand(key),
    };
  },
});

const onDemand = ({ OnDemandRotationStartDate: start }: { readonly OnDemandRotationStartDate?: number }) =>
  start === undefined ? {} : { OnDemandRotationStartDate: epochSeconds(start) };
