import { lastUsage } from '../usage.ts';
import { epochSeconds, keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html */
export const GetKeyLastUsage = keyOperation({
  name: 'GetKeyLastUsage',
  on: 'key',
  perform: ({ key, world, now }) => {
    const use = lastUsage(world.usage[key.Arn], now);
    return {
      KeyId: key.KeyId,
      ...(use && { KeyLastUsage: { ...use, Timestamp: epochSeconds(use.Timestamp) } }),
      // Every key of this world was born while KMS was keeping track.
      TrackingStartDate: epochSeconds(key.CreationDate),
      KeyCreationDate: epochSeconds(key.CreationDate),
    };
  },
});
