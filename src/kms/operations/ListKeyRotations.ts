import { isRefused } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { isSymmetric, type KeyMaterial, type KeyRecord } from '../world.ts';
import { epochSeconds, keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html */
export const ListKeyRotations = keyOperation({
  name: 'ListKeyRotations',
  on: 'key',
  perform: ({ key, input }) => {
    const shown = isSymmetric(key)
      ? key.materials.filter(
          ({ RotationDate }) => input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL' || RotationDate !== undefined,
        )
      : [];
    const numbered = shown.map((material, index) => ({ material, position: String(index).padStart(6, '0') }));
    const page = pageOf(numbered, ({ position }) => position, input, 100);
    if (isRefused(page)) return page;
    return { Rotations: page.items.map(({ material }) => rotationsListEntry(key, material)), ...page.position };
  },
});

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_RotationsListEntry.html */
const rotationsListEntry = ({ KeyId, Origin }: KeyRecord, material: KeyMaterial) => {
  const { KeyMaterialId, KeyMaterialState, RotationDate, RotationType, ExpirationModel, ValidTo } = material;
  return {
    KeyId,
    KeyMaterialId,
    KeyMaterialState,
    ...(Origin === 'EXTERNAL' && {
      ...(material.KeyMaterialDescription !== undefined && { KeyMaterialDescription: material.KeyMaterialDescription }),
      ImportState: material.bytes === undefined ? 'PENDING_IMPORT' : 'IMPORTED',
      ...(material.bytes !== undefined && { ExpirationModel }),
      ...(material.bytes !== undefined && ValidTo !== undefined && { ValidTo: epochSeconds(ValidTo) }),
    }),
    ...(RotationDate !== undefined && { RotationDate: epochSeconds(RotationDate), RotationType }),
  };
};
