import type { OperationName } from '../vocabulary.ts';

/** The operations that every page with a simulator has from the start: the life of a key, and its daily work. */
export const EVERYDAY_NAMES = [
  'CancelKeyDeletion',
  'CreateAlias',
  'CreateKey',
  'Decrypt',
  'DescribeKey',
  'DisableKey',
  'DisableKeyRotation',
  'EnableKey',
  'EnableKeyRotation',
  'Encrypt',
  'GenerateDataKey',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
] as const satisfies readonly OperationName[];

const NAMES = new Set<OperationName>(EVERYDAY_NAMES);

export const isEveryday = (name: OperationName): boolean => NAMES.has(name);
