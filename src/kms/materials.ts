import { sha256 } from '@noble/hashes/sha2.js';
import { concat, toBase64, toHex, utf8 } from './crypto/bytes.ts';
import type { Instant } from './vocabulary.ts';
import type { KeyMaterial, KeyRecord } from './world.ts';

/**
 * The id of a key material: 64 hexadecimal digits, computed from key and material, so that the same bytes in another
 * key have another id. How AWS computes it is not published.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_RotationsListEntry.html
 */
export const keyMaterialIdOf = (KeyId: string, bytes: Uint8Array): string =>
  toHex(sha256(concat(utf8(`key material of ${KeyId}:`), bytes)));

/** The materials after `fresh` became current. */
export const rotated = (
  key: KeyRecord,
  fresh: Uint8Array,
  RotationDate: Instant,
  RotationType: 'AUTOMATIC' | 'ON_DEMAND',
): readonly KeyMaterial[] => [
  ...key.materials.map(retired),
  {
    KeyMaterialId: keyMaterialIdOf(key.KeyId, fresh),
    bytes: toBase64(fresh),
    KeyMaterialState: 'CURRENT',
    RotationDate,
    RotationType,
  },
];

/** The materials after the one that was pending became current. */
export const rotatedToPending = ({ materials }: KeyRecord, RotationDate: Instant): readonly KeyMaterial[] =>
  materials.map((material) =>
    isPermanent(material)
      ? retired(material)
      : { ...material, KeyMaterialState: 'CURRENT', RotationDate, RotationType: 'ON_DEMAND' },
  );

const retired = (material: KeyMaterial): KeyMaterial =>
  material.KeyMaterialState === 'CURRENT' ? { ...material, KeyMaterialState: 'NON_CURRENT' } : material;

/** Associated with the key for good: a key cannot be used while one of these is missing. */
export const isPermanent = ({ KeyMaterialState }: KeyMaterial): boolean =>
  KeyMaterialState === 'CURRENT' || KeyMaterialState === 'NON_CURRENT';

export interface Completeness {
  /** Every permanent material is there, and there is at least one. */
  readonly complete: boolean;
  /** Milliseconds until the first one expires; absent when none does. */
  readonly validity?: number;
}

/** What the chart wants to hear when materials have come or gone. */
export const completenessOf = (materials: readonly KeyMaterial[], now: Instant): Completeness => {
  const permanent = materials.filter(isPermanent);
  const complete = permanent.length > 0 && permanent.every(({ bytes }) => bytes !== undefined);
  const deadlines = materials.flatMap(({ bytes, ValidTo }) => (bytes && ValidTo !== undefined ? [ValidTo] : []));
  return deadlines.length === 0 ? { complete } : { complete, validity: Math.max(0, Math.min(...deadlines) - now) };
};
