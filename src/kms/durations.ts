import { DAY, HOUR, MINUTE, SECOND } from './vocabulary.ts';

/**
 * Lengths of time, in milliseconds unless the name says Days. Those that AWS publishes cite their page; those that AWS
 * only describes in words are ours and begin with SIMULATED_.
 */

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
export const PENDING_WINDOW_DAYS = { min: 7, max: 30, default: 30 } as const;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html */
export const ROTATION_PERIOD_DAYS = { min: 90, max: 2560, default: 365 } as const;

/** AWS managed keys, since May 2022. https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
export const AWS_MANAGED_ROTATION_DAYS = 365;

/** An on-demand rotation clashes with an automatic one that is due this soon. API_RotateKeyOnDemand.html */
export const ROTATION_CONFLICT_WINDOW = 20 * MINUTE;

/** Import token and wrapping key. https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-get-public-key-and-token.html */
export const IMPORT_PARAMETERS_VALIDITY = 24 * HOUR;

/** Latest ValidTo of imported material. API_ImportKeyMaterial.html */
export const MATERIAL_VALIDITY_MAX = 365 * DAY;

/** "a few seconds": https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-replicate.html */
export const SIMULATED_CREATING = 10 * SECOND;

/** "a few seconds": https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-update.html */
export const SIMULATED_UPDATING = 20 * SECOND;

/** "usually seconds, in most cases within five minutes": https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export const SIMULATED_GRANT_PROPAGATION = 3 * MINUTE;

/** "up to 20 minutes" for a CloudHSM key store: https://docs.aws.amazon.com/kms/latest/developerguide/connect-keystore.html */
export const SIMULATED_CLOUDHSM_CONNECTING = 15 * MINUTE;

/** An external key store connects "in a few minutes": https://docs.aws.amazon.com/kms/latest/developerguide/xks-connect-disconnect.html */
export const SIMULATED_XKS_CONNECTING = 2 * MINUTE;

export const SIMULATED_DISCONNECTING = 1 * MINUTE;
