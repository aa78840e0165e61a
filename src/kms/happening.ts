import type { Instant, KeyState, OperationName, Origin } from './vocabulary.ts';

/**
 * Something that came about in the world, by a call or by time. CloudTrail's service events, the live region and the
 * time line are read off these.
 */
export type Happening = { readonly at: Instant; readonly KeyArn: string } & (
  | { readonly what: 'StateChanged'; readonly from: KeyState; readonly to: KeyState | 'Deleted' }
  | { readonly what: 'KeyDeleted' }
  | {
      readonly what: 'KeyRotated';
      readonly RotationType: 'AUTOMATIC' | 'ON_DEMAND';
      readonly KeyOrigin: Origin;
      readonly previousKeyMaterialId?: string;
      readonly currentKeyMaterialId: string;
    }
  | { readonly what: 'MaterialExpired'; readonly KeyMaterialId: string }
  | { readonly what: 'AwsManagedKeyCreated'; readonly AliasName: string }
  | { readonly what: 'GrantBecameEffective' | 'GrantForgotten'; readonly GrantId: string }
  /** `KeyArn` is the replica, which now has what its primary has. */
  | { readonly what: 'MultiRegionKeySynchronized'; readonly PrimaryKeyArn: string }
  | {
      /** The call is logged a second time, for the key in the other Region, as if it had been made there. */
      readonly what: 'AlsoRecorded';
      readonly operation: OperationName;
      readonly input: Readonly<Record<string, unknown>>;
      readonly output?: object;
    }
);
