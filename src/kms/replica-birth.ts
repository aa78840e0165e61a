import { keyArn } from './arn.ts';
import { keyLife } from './key-life.ts';
import type { Instant } from './vocabulary.ts';
import type { KeyMaterial, KeyRecord } from './world.ts';

/** What a replica does not take over from its primary. */
export type OfTheReplica = Pick<KeyRecord, 'Region' | 'Description' | 'Policy' | 'Tags'>;

/**
 * A replica as ReplicateKey makes it: the shared properties of its primary, and all its materials, old ones too. Of
 * imported material only ids and descriptions come over; the bytes must be imported again.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html#mrk-sync-properties
 */
export const bornReplica = (primary: KeyRecord, own: OfTheReplica, now: Instant): KeyRecord => {
  const { AWSAccountId, KeyId, KeyUsage, KeySpec, Origin, KeyManager, PrimaryRegion, PublicKey } = primary;
  return {
    KeyId,
    Arn: keyArn(own.Region, AWSAccountId, KeyId),
    AWSAccountId,
    ...own,
    CreationDate: now,
    KeyUsage,
    KeySpec,
    Origin,
    KeyManager,
    MultiRegion: true,
    PrimaryRegion,
    materials: Origin === 'EXTERNAL' ? primary.materials.map(withoutBytes) : primary.materials,
    ...(PublicKey !== undefined && { PublicKey }),
    onDemandRotations: 0,
    life: keyLife.start({ Origin, isReplica: true }, now).life,
  };
};

const withoutBytes = ({ bytes: _, ExpirationModel: __, ValidTo: ___, ...known }: KeyMaterial): KeyMaterial => known;
