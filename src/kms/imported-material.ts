import type { Draft } from './draft.ts';
import { isPermanent } from './materials.ts';
import { isPrimary, type KeyMaterial, type KeyRecord, relatedKeys, type World } from './world.ts';

/**
 * How imported materials come, go and take turns.
 *
 *     first ever ──────────────────────────────▸ CURRENT ──▸ NON_CURRENT
 *     new, all replicas hold it ─▸ PENDING_ROTATION ─▸ ┘  (RotateKeyOnDemand)
 *     new, some replica does not ─▸ PENDING_MULTI_REGION_IMPORT_AND_ROTATION
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-import-key-material.html
 *          https://docs.aws.amazon.com/kms/latest/APIReference/API_RotationsListEntry.html
 */

/** The material that waits for a rotation; a key has one at most. */
export const pendingMaterial = ({ materials }: Pick<KeyRecord, 'materials'>): KeyMaterial | undefined =>
  materials.find((material) => !isPermanent(material));

/** How a material is held, as ImportKeyMaterial says it. */
export type Holding = Pick<KeyMaterial, 'bytes' | 'ExpirationModel' | 'ValidTo' | 'KeyMaterialDescription'>;

/** The materials after one of them was imported again. A description that is left out stays as it was. */
export const reimported = (
  materials: readonly KeyMaterial[],
  KeyMaterialId: string,
  { KeyMaterialDescription, ...holding }: Holding,
): readonly KeyMaterial[] =>
  materials.map((material) => {
    if (material.KeyMaterialId !== KeyMaterialId) return material;
    const description = KeyMaterialDescription ?? material.KeyMaterialDescription;
    return {
      ...withoutBytes(material),
      ...holding,
      ...(description !== undefined && { KeyMaterialDescription: description }),
    };
  });

/** The materials after one of them is gone. A permanent one stays known; a pending one leaves nothing behind. */
const without = (materials: readonly KeyMaterial[], KeyMaterialId: string): readonly KeyMaterial[] =>
  materials.flatMap((material) => {
    if (material.KeyMaterialId !== KeyMaterialId) return [material];
    return isPermanent(material) ? [withoutBytes(material)] : [];
  });

export const withoutBytes = ({ bytes: _, ExpirationModel: __, ValidTo: ___, ...known }: KeyMaterial): KeyMaterial =>
  known;

/**
 * Takes a material from one key. Only the primary can make its family forget a pending one: a replica that loses it is
 * merely waiting for it again.
 */
export const dropMaterial = (draft: Draft, key: KeyRecord, KeyMaterialId: string): void => {
  const isPending = pendingMaterial(key)?.KeyMaterialId === KeyMaterialId;
  const isForgotten = isPending && (!key.MultiRegion || isPrimary(key));
  if (!isForgotten) {
    const materials = key.materials.map((material) =>
      material.KeyMaterialId === KeyMaterialId ? withoutBytes(material) : material,
    );
    draft.put('keys', key.Arn, { ...key, materials });
    settlePending(draft, key.Arn);
    return;
  }
  for (const member of [key, ...relatedKeys(draft.world, key)])
    draft.put('keys', member.Arn, { ...member, materials: without(member.materials, KeyMaterialId) });
};

/** Lets every member of a family say of the pending material whether all of them hold it. */
export const settlePending = (draft: Draft, KeyArn: string): void => {
  const key = draft.world.keys[KeyArn];
  if (!key?.MultiRegion || pendingMaterial(key) === undefined) return;
  const family = familyOf(draft.world, key);
  const KeyMaterialState = family.every((member) => pendingMaterial(member)?.bytes !== undefined)
    ? 'PENDING_ROTATION'
    : 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
  for (const member of family) {
    const materials = member.materials.map<KeyMaterial>((material) =>
      isPermanent(material) || material.KeyMaterialState === KeyMaterialState
        ? material
        : { ...material, KeyMaterialState },
    );
    draft.put('keys', member.Arn, { ...member, materials });
  }
};

export const familyOf = (world: World, key: KeyRecord): readonly KeyRecord[] => [key, ...relatedKeys(world, key)];
