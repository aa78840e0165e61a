import type { Draft } from './draft.ts';
import { HOUR, type Instant, type OperationName } from './vocabulary.ts';
import type { KeyRecord, KeyUse, UsageRecord } from './world.ts';

/**
 * The operations whose success counts as use of a key.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/monitoring-keys-determining-usage.html
 */
const TRACKED = new Set<OperationName>([
  'Decapsulate',
  'Decrypt',
  'DeriveSharedSecret',
  'Encapsulate',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'ReEncrypt',
  'Sign',
  'Verify',
  'VerifyMac',
]);

export const recordUsage = (
  draft: Draft,
  Operation: OperationName,
  keys: readonly KeyRecord[],
  ids: { readonly requestId: string; readonly eventId: string },
): void => {
  if (!TRACKED.has(Operation)) return;
  const Timestamp = draft.world.now;
  for (const { Arn } of keys) {
    const shown = lastUsage(draft.world.usage[Arn], Timestamp);
    draft.put('usage', Arn, {
      Operation,
      Timestamp,
      CloudTrailEventId: ids.eventId,
      KmsRequestId: ids.requestId,
      ...(shown && { before: shown }),
    });
  }
};

/**
 * The last use of a key as KMS tells it. The record may lag behind by up to an hour, says the documentation; here it is
 * written whenever an hour of the simulated clock is full.
 */
export const lastUsage = (record: UsageRecord | undefined, now: Instant): KeyUse | undefined => {
  if (!record || hourOf(record.Timestamp) === hourOf(now)) return record?.before;
  const { before: _, ...use } = record;
  return use;
};

const hourOf = (instant: Instant): number => Math.floor(instant / HOUR);
