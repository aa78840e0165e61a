import { toBase64, utf8 } from '../kms/crypto/bytes.ts';
import type { KeyRecord, OperationName } from '../kms/index.ts';

/** What can be done to a key on the bench: the operation, and the one value that it may ask for. */
export interface LabAction {
  readonly operation: OperationName;
  readonly field?: LabField;
  /** Draws attention: what it does cannot be undone in AWS. */
  readonly danger?: true;
  readonly input: (key: KeyRecord | undefined, value: string) => Readonly<Record<string, unknown>>;
}

export interface LabField {
  readonly label: 'field.days' | 'field.period' | 'field.alias' | 'field.text';
  readonly type: 'number' | 'text';
  readonly initial: string;
}

const onKey = (key: KeyRecord | undefined) => ({ KeyId: key?.KeyId ?? '' });

const days = (initial: number): LabField => ({ label: 'field.days', type: 'number', initial: String(initial) });

export const LAB_ACTIONS = {
  CancelKeyDeletion: { operation: 'CancelKeyDeletion', input: onKey },
  CreateAlias: {
    operation: 'CreateAlias',
    field: { label: 'field.alias', type: 'text', initial: 'alias/app' },
    input: (key, AliasName) => ({ AliasName, TargetKeyId: key?.KeyId ?? '' }),
  },
  CreateKey: { operation: 'CreateKey', input: () => ({}) },
  DescribeKey: { operation: 'DescribeKey', input: onKey },
  DisableKey: { operation: 'DisableKey', input: onKey },
  DisableKeyRotation: { operation: 'DisableKeyRotation', input: onKey },
  EnableKey: { operation: 'EnableKey', input: onKey },
  EnableKeyRotation: {
    operation: 'EnableKeyRotation',
    field: { label: 'field.period', type: 'number', initial: '365' },
    input: (key, period) => ({ ...onKey(key), RotationPeriodInDays: Number(period) }),
  },
  Encrypt: {
    operation: 'Encrypt',
    field: { label: 'field.text', type: 'text', initial: 'hello' },
    input: (key, text) => ({ ...onKey(key), Plaintext: toBase64(utf8(text)) }),
  },
  GenerateDataKey: { operation: 'GenerateDataKey', input: (key) => ({ ...onKey(key), KeySpec: 'AES_256' }) },
  RotateKeyOnDemand: { operation: 'RotateKeyOnDemand', input: onKey },
  ScheduleKeyDeletion: {
    operation: 'ScheduleKeyDeletion',
    danger: true,
    field: days(7),
    input: (key, window) => ({ ...onKey(key), PendingWindowInDays: Number(window) }),
  },
} as const satisfies Record<string, LabAction>;

export type LabActionName = keyof typeof LAB_ACTIONS;
