import type { Draft } from './draft.ts';
import type { OperationName } from './vocabulary.ts';
import type { KeyRecord } from './world.ts';

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
  for (const { Arn } of keys)
    draft.put('usage', Arn, {
      Operation,
      Timestamp: draft.world.now,
      CloudTrailEventId: ids.eventId,
      KmsRequestId: ids.requestId,
    });
};
