import { type Refused, refused } from './errors.ts';
import type { World } from './world.ts';

/**
 * Customer managed keys for each account and Region, whatever their state; AWS managed keys do not count.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
export const KEYS_PER_REGION = 100_000;

/** Whether one more key fits. AWS's text is not known. */
export const keyQuotaProblem = ({ keys }: World, AccountId: string, Region: string): Refused | undefined => {
  const all = Object.values(keys);
  if (all.length < KEYS_PER_REGION) return undefined;
  const counted = all.filter(
    (key) => key.KeyManager === 'CUSTOMER' && key.AWSAccountId === AccountId && key.Region === Region,
  );
  return counted.length < KEYS_PER_REGION ? undefined : refused('LimitExceededException');
};
