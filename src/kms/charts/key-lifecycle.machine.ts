import { assign, or, raise, setup, stateIn } from 'xstate';
import { ROTATION_PERIOD_DAYS, SIMULATED_CREATING, SIMULATED_UPDATING } from '../durations.ts';
import type { Refusal } from '../refusals.ts';
import {
  ACCESS_CONTROL,
  CRYPTOGRAPHIC,
  DATA_KEY_PAIRS,
  DAY,
  ENCRYPTION,
  type KeyOperation,
  LABELLING,
  MULTI_REGION,
  type Origin,
  OTHER_CRYPTOGRAPHY,
  READING,
  ROTATION_SETTINGS,
} from '../vocabulary.ts';
import { answers, type Column, cannotMeet, movesTo, PERMIT, permits, refuse, refuses, refusesIf } from './column.ts';

/**
 * The life of one KMS key, from birth to deletion: AWS's key-state table as a statechart.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 *
 * Three regions run side by side. KeyState alone hears operations; KeyMaterial and AutomaticRotation hear facts, so that
 * a refused operation cannot move them. Each `after` is a timer on the simulated clock.
 */
export interface KeyContext {
  readonly Origin: Origin;
  /** Born as a replica: it is first Creating. */
  readonly isReplica: boolean;
  /** Days between ScheduleKeyDeletion and deletion. */
  readonly PendingWindowInDays: number;
  /** Days between automatic rotations. */
  readonly RotationPeriodInDays: number;
  /** Every permanent key material is present. Always true unless Origin is EXTERNAL. */
  readonly materialIsComplete: boolean;
  /** Milliseconds until the first material expires; absent when none does. */
  readonly materialValidity?: number;
}

export type KeyEvent =
  | {
      readonly type: Exclude<KeyOperation, 'EnableKeyRotation' | 'ScheduleKeyDeletion'>;
    }
  | { readonly type: 'ScheduleKeyDeletion'; readonly PendingWindowInDays: number; readonly hasReplicas: boolean }
  | { readonly type: 'EnableKeyRotation' | 'RotationEnabled'; readonly RotationPeriodInDays: number }
  | {
      readonly type: 'MaterialDeleted' | 'MaterialExpired' | 'MaterialImported';
      readonly complete: boolean;
      readonly validity?: number;
    }
  | {
      readonly type:
        | 'KeyBecameUsable'
        | 'KeyStoreConnected'
        | 'KeyStoreDisconnected'
        | 'LastReplicaDeleted'
        | 'RotationDisabled';
    };

export interface KeyInput {
  readonly Origin: Origin;
  /** The key is a replica that is still being made. */
  readonly isReplica?: boolean;
  /** Days between rotations, if the key is born with automatic rotation on. */
  readonly RotationPeriodInDays?: number;
}

/** What a timer asks the world to do, besides moving the chart. */
export type KeyEffect = 'delete' | 'expireMaterial' | 'promote' | 'rotate' | 'synchronize';

const rotationReading = ['GetKeyRotationStatus', 'ListKeyRotations'] as const;

const unlessInCustomKeyStore = refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', PERMIT);
const unlessNotExternal = refusesIf('originIsNotExternal', 'originIsNotExternal', PERMIT);

const scheduleDeletion = [
  {
    guard: 'hasReplicas',
    target: '#key.KeyState.PendingReplicaDeletion',
    actions: ['keepPendingWindow', { type: 'permit' }],
  },
  { target: '#key.KeyState.PendingDeletion', actions: ['keepPendingWindow', { type: 'permit' }] },
] as const;

const enableRotation = {
  actions: ['keepRotationPeriod', 'sayRotationEnabled', { type: 'permit' }],
} as const;

const disableRotation = { actions: ['sayRotationDisabled', { type: 'permit' }] } as const;

const losesMaterial = { guard: 'isIncomplete', target: 'PendingImport' } as const;

export const keyLifecycle = setup({
  types: {
    context: {} as KeyContext,
    events: {} as KeyEvent,
    input: {} as KeyInput | undefined,
  },
  actions: {
    permit: () => {},
    notApplicable: () => {},
    refuse: (_, _params: { because: Refusal }) => {},
    // Effects are carried out by the world: see reactions.ts.
    delete: () => {},
    expireMaterial: () => {},
    promote: () => {},
    rotate: () => {},
    synchronize: () => {},
    keepPendingWindow: assign({
      PendingWindowInDays: ({ context, event }) =>
        event.type === 'ScheduleKeyDeletion' ? event.PendingWindowInDays : context.PendingWindowInDays,
    }),
    keepRotationPeriod: assign({
      RotationPeriodInDays: ({ context, event }) =>
        event.type === 'EnableKeyRotation' ? event.RotationPeriodInDays : context.RotationPeriodInDays,
    }),
    keepMaterials: assign(({ event }) =>
      event.type === 'MaterialImported' || event.type === 'MaterialDeleted' || event.type === 'MaterialExpired'
        ? { materialIsComplete: event.complete, materialValidity: event.validity }
        : {},
    ),
    sayRotationEnabled: raise(({ context }) => ({
      type: 'RotationEnabled' as const,
      RotationPeriodInDays: context.RotationPeriodInDays,
    })),
    sayRotationDisabled: raise({ type: 'RotationDisabled' }),
    sayUsable: raise({ type: 'KeyBecameUsable' }),
  },
  guards: {
    isReplica: ({ context }) => context.isReplica,
    isInCustomKeyStore: ({ context }) => context.Origin === 'AWS_CLOUDHSM' || context.Origin === 'EXTERNAL_KEY_STORE',
    originIsExternal: ({ context }) => context.Origin === 'EXTERNAL',
    originIsNotExternal: ({ context }) => context.Origin !== 'EXTERNAL',
    hasReplicas: ({ event }) => event.type === 'ScheduleKeyDeletion' && event.hasReplicas,
    isComplete: ({ event }) => 'complete' in event && event.complete,
    isIncomplete: ({ event }) => 'complete' in event && !event.complete,
    lacksMaterial: ({ context }) => !context.materialIsComplete,
    expires: ({ event }) => 'validity' in event && event.validity !== undefined,
    isInUse: or([stateIn({ KeyState: 'Enabled' }), stateIn({ KeyState: 'Updating' })]),
  },
  delays: {
    pendingWindow: ({ context }) => context.PendingWindowInDays * DAY,
    rotationPeriod: ({ context }) => context.RotationPeriodInDays * DAY,
    materialValidity: ({ context }) => context.materialValidity ?? 0,
    creating: SIMULATED_CREATING,
    updating: SIMULATED_UPDATING,
  },
}).createMachine({
  id: 'key',
  type: 'parallel',
  // XState calls this once more without input at every transition.
  context: ({ input }) => ({
    Origin: input?.Origin ?? 'AWS_KMS',
    isReplica: input?.isReplica ?? false,
    PendingWindowInDays: 30,
    RotationPeriodInDays: input?.RotationPeriodInDays ?? ROTATION_PERIOD_DAYS.default,
    materialIsComplete: (input?.Origin ?? 'AWS_KMS') !== 'EXTERNAL',
  }),
  states: {
    KeyState: {
      initial: 'Born',
      states: {
        Born: {
          always: [
            { guard: 'isReplica', target: 'Creating' },
            { guard: 'originIsExternal', target: 'PendingImport' },
            { target: 'Enabled' },
          ],
        },

        Enabled: {
          entry: 'sayUsable',
          on: {
            ...permits(...READING, ...ACCESS_CONTROL, ...LABELLING, ...CRYPTOGRAPHIC, 'CreateGrant', 'GetPublicKey'),
            ...permits('EnableKey', 'ReplicateKey', 'UpdateAlias'),
            ...refuses('isNotPendingDeletion', 'CancelKeyDeletion'),
            ...answers([...rotationReading, 'RotateKeyOnDemand'], unlessInCustomKeyStore),
            ...answers(['DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial'], unlessNotExternal),
            EnableKeyRotation: refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', enableRotation),
            DisableKeyRotation: refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', disableRotation),
            DisableKey: movesTo('Disabled'),
            ScheduleKeyDeletion: scheduleDeletion,
            UpdatePrimaryRegion: movesTo('Updating'),
            MaterialDeleted: losesMaterial,
            MaterialExpired: losesMaterial,
            KeyStoreDisconnected: 'Unavailable.thenEnabled',
          } satisfies Column,
        },

        Disabled: {
          on: {
            ...permits(...READING, ...ACCESS_CONTROL, ...LABELLING, 'DisableKey', 'GetPublicKey', 'UpdateAlias'),
            ...refuses('isDisabled', ...CRYPTOGRAPHIC, ...MULTI_REGION, 'CreateGrant'),
            ...refuses('isNotPendingDeletion', 'CancelKeyDeletion'),
            ...answers(rotationReading, unlessInCustomKeyStore),
            ...answers(
              [...ROTATION_SETTINGS, 'RotateKeyOnDemand'],
              refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', refuse('isDisabled')),
            ),
            ...answers(['DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial'], unlessNotExternal),
            EnableKey: [{ guard: 'lacksMaterial', ...movesTo('PendingImport') }, movesTo('Enabled')] as const,
            ScheduleKeyDeletion: scheduleDeletion,
            MaterialDeleted: losesMaterial,
            MaterialExpired: losesMaterial,
            KeyStoreDisconnected: 'Unavailable.thenDisabled',
          } satisfies Column,
        },

        PendingImport: {
          on: {
            ...permits(...READING, ...ACCESS_CONTROL, ...LABELLING, 'GetPublicKey', 'ListKeyRotations', 'UpdateAlias'),
            ...permits('DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial'),
            ...refuses('isPendingImport', ...CRYPTOGRAPHIC, ...MULTI_REGION, 'CreateGrant', 'RotateKeyOnDemand'),
            ...refuses('isPendingImport', 'DisableKey', 'EnableKey'),
            ...refuses('originIsExternal', ...ROTATION_SETTINGS, 'GetKeyRotationStatus'),
            ...refuses('isNotPendingDeletion', 'CancelKeyDeletion'),
            ScheduleKeyDeletion: scheduleDeletion,
            MaterialImported: { guard: 'isComplete', target: 'Enabled' } as const,
          } satisfies Column,
        },

        PendingDeletion: {
          on: {
            ...permits(...READING, ...ACCESS_CONTROL),
            ...refuses('isPendingDeletion', ...CRYPTOGRAPHIC, ...LABELLING, ...MULTI_REGION, 'CreateGrant'),
            ...refuses('isPendingDeletion', 'DisableKey', 'EnableKey', 'GetPublicKey', 'ScheduleKeyDeletion'),
            ...refuses('newTargetIsPendingDeletion', 'UpdateAlias'),
            ...answers(rotationReading, unlessInCustomKeyStore),
            ...answers(
              [...ROTATION_SETTINGS, 'RotateKeyOnDemand'],
              refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', refuse('isPendingDeletion')),
            ),
            ...answers(
              ['GetParametersForImport', 'ImportKeyMaterial'],
              refusesIf('originIsNotExternal', 'originIsNotExternal', refuse('importIsClosed')),
            ),
            DeleteImportedKeyMaterial: unlessNotExternal,
            // Disabled, not Enabled: the caller must still call EnableKey.
            // https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html
            CancelKeyDeletion: movesTo('Disabled'),
          } satisfies Column,
          after: { pendingWindow: { target: 'Deleted', actions: 'delete' } },
        },

        // Without a timer: it lasts until the last replica is really gone, which may be never.
        // https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html#deleting-mrks
        PendingReplicaDeletion: {
          on: {
            ...permits(...READING, ...ACCESS_CONTROL),
            ...refuses('isPendingReplicaDeletion', ...CRYPTOGRAPHIC, ...LABELLING, ...MULTI_REGION, 'CreateGrant'),
            ...refuses('isPendingReplicaDeletion', 'DisableKey', 'EnableKey', 'GetPublicKey', 'ScheduleKeyDeletion'),
            ...refuses('newTargetIsPendingDeletion', 'UpdateAlias'),
            ...answers(rotationReading, unlessInCustomKeyStore),
            ...answers(
              [...ROTATION_SETTINGS, 'RotateKeyOnDemand'],
              refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', refuse('isPendingReplicaDeletion')),
            ),
            ...answers(
              ['GetParametersForImport', 'ImportKeyMaterial'],
              refusesIf('originIsNotExternal', 'originIsNotExternal', refuse('importIsClosed')),
            ),
            DeleteImportedKeyMaterial: unlessNotExternal,
            CancelKeyDeletion: movesTo('Disabled'),
            LastReplicaDeleted: 'PendingDeletion',
          } satisfies Column,
        },

        // Keys of a custom key store that somebody disconnected. EnableKey and DisableKey succeed and are remembered
        // (footnote 12), but the state does not change until the store is connected again.
        Unavailable: {
          initial: 'thenEnabled',
          on: {
            ...permits(...READING, ...ACCESS_CONTROL, ...LABELLING, 'CreateGrant', 'UpdateAlias'),
            ...refuses('isUnavailable', ...ENCRYPTION),
            ...refuses('originIsCustomKeyStore', ...DATA_KEY_PAIRS, ...ROTATION_SETTINGS, 'RotateKeyOnDemand'),
            ...refuses('originIsCustomKeyStore', ...rotationReading),
            ...refuses('originIsNotExternal', 'GetParametersForImport', 'ImportKeyMaterial'),
            ...refuses('isNotPendingDeletion', 'CancelKeyDeletion'),
            ...cannotMeet(...OTHER_CRYPTOGRAPHY, ...MULTI_REGION, 'DeleteImportedKeyMaterial', 'GetPublicKey'),
            EnableKey: movesTo('.thenEnabled'),
            DisableKey: movesTo('.thenDisabled'),
            ScheduleKeyDeletion: scheduleDeletion,
          } satisfies Column,
          states: {
            thenEnabled: { on: { KeyStoreConnected: '#key.KeyState.Enabled' } },
            thenDisabled: { on: { KeyStoreConnected: '#key.KeyState.Disabled' } },
          },
        },

        Creating: {
          on: {
            ...permits(...READING, ...ACCESS_CONTROL, ...LABELLING, 'UpdateAlias'),
            ...refuses('isCreating', ...CRYPTOGRAPHIC, ...MULTI_REGION, ...ROTATION_SETTINGS, 'CreateGrant'),
            ...refuses('isCreating', 'DisableKey', 'EnableKey', 'GetPublicKey', 'RotateKeyOnDemand'),
            ...refuses('isCreating', 'DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial'),
            ...refuses('isNotPendingDeletion', 'CancelKeyDeletion'),
            ...answers(rotationReading, unlessInCustomKeyStore),
            ScheduleKeyDeletion: scheduleDeletion,
          } satisfies Column,
          after: {
            creating: [
              { guard: 'lacksMaterial', target: 'PendingImport', actions: 'synchronize' },
              { target: 'Enabled', actions: 'synchronize' },
            ],
          },
        },

        Updating: {
          on: {
            ...permits(...READING, ...ACCESS_CONTROL, ...LABELLING, ...CRYPTOGRAPHIC, 'CreateGrant', 'GetPublicKey'),
            ...permits('UpdateAlias', 'ImportKeyMaterial', 'UpdatePrimaryRegion'),
            ...refuses('isUpdating', 'DisableKey', 'EnableKey', 'ReplicateKey', 'ScheduleKeyDeletion'),
            ...refuses('isUpdating', 'DeleteImportedKeyMaterial', 'GetParametersForImport'),
            ...refuses('isNotPendingDeletion', 'CancelKeyDeletion'),
            ...answers([...rotationReading, 'RotateKeyOnDemand'], unlessInCustomKeyStore),
            EnableKeyRotation: refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', enableRotation),
            DisableKeyRotation: refusesIf('isInCustomKeyStore', 'originIsCustomKeyStore', disableRotation),
          } satisfies Column,
          after: {
            updating: [
              { guard: 'lacksMaterial', target: 'PendingImport', actions: 'promote' },
              { target: 'Enabled', actions: 'promote' },
            ],
          },
        },

        Deleted: { type: 'final' },
      },
    },

    KeyMaterial: {
      initial: 'Held',
      // Without reenter: that would leave the other regions too, and lose against what KeyState does on the same fact.
      on: {
        MaterialImported: [
          { guard: 'expires', target: '.Expiring', actions: 'keepMaterials' },
          { target: '.Held', actions: 'keepMaterials' },
        ],
        MaterialDeleted: [
          { guard: 'expires', target: '.Expiring', actions: 'keepMaterials' },
          { target: '.Held', actions: 'keepMaterials' },
        ],
        MaterialExpired: [
          { guard: 'expires', target: '.Expiring', actions: 'keepMaterials' },
          { target: '.Held', actions: 'keepMaterials' },
        ],
      },
      states: {
        Held: {},
        Expiring: { after: { materialValidity: { target: 'Held', actions: 'expireMaterial' } } },
      },
    },

    AutomaticRotation: {
      initial: 'Off',
      states: {
        Off: { on: { RotationEnabled: 'On' } },
        On: {
          initial: 'Waiting',
          on: {
            RotationEnabled: { target: 'On', reenter: true },
            RotationDisabled: 'Off',
          },
          states: {
            Waiting: {
              after: {
                rotationPeriod: [
                  { guard: 'isInUse', target: 'Waiting', actions: 'rotate', reenter: true },
                  { target: 'Overdue' },
                ],
              },
            },
            // A key that sleeps is not rotated; it catches up as soon as it can be used again.
            // https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html#rotate-keys-how-it-works
            Overdue: { on: { KeyBecameUsable: { target: 'Waiting', actions: 'rotate' } } },
          },
        },
      },
    },
  },
});
