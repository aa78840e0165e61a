import { refused } from '../errors.ts';
import { dropMaterial, familyOf } from '../imported-material.ts';
import { completenessOf } from '../materials.ts';
import { tellKey } from '../reactions.ts';
import { currentMaterial } from '../world.ts';
import { keyOperation } from './define.ts';

/**
 * Without KeyMaterialId the current material goes. It may be gone already: that is no error.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html
 */
export const DeleteImportedKeyMaterial = keyOperation({
  name: 'DeleteImportedKeyMaterial',
  on: 'key',
  perform: (scene) => {
    const { input, key, world, draft, now } = scene;
    const material =
      input.KeyMaterialId === undefined
        ? currentMaterial(key)
        : key.materials.find(({ KeyMaterialId }) => KeyMaterialId === input.KeyMaterialId);
    if (!material) {
      if (input.KeyMaterialId === undefined) return { KeyId: key.Arn };
      // Which exception AWS has for an id that is not the key's is not known.
      return refused('NotFoundException', `Key material ${input.KeyMaterialId} is not found.`);
    }
    const { KeyMaterialId } = material;
    dropMaterial(draft, key, KeyMaterialId);
    for (const { Arn } of familyOf(draft.world, key)) {
      const before = world.keys[Arn]?.materials;
      const materials = draft.world.keys[Arn]?.materials;
      if (materials && materials !== before)
        tellKey(scene, Arn, { type: 'MaterialDeleted', ...completenessOf(materials, now) });
    }
    return { KeyId: key.Arn, KeyMaterialId };
  },
  trail: { responds: ['KeyId', 'KeyMaterialId'] },
});
