import { keysOf, type World } from '../kms/index.ts';
import type { HeldCiphertext } from './ciphertexts.ts';

/** What KMS holds, drawer by drawer. */
export interface Drawers {
  readonly materialIds: readonly string[];
  readonly policies: readonly string[];
  readonly metadata: readonly { readonly KeyId: string; readonly Description: string; readonly KeySpec: string }[];
  /** Those of the ciphertexts given out that stand anywhere in the data of the world. */
  readonly ciphertexts: readonly string[];
}

/** Opens the drawers: searches the whole world, and finds what is there. */
export const drawersOf = (world: World, held: readonly HeldCiphertext[]): Drawers => {
  const keys = keysOf(world);
  const everything = JSON.stringify(world);
  return {
    materialIds: keys.flatMap(({ materials }) => materials.map(({ KeyMaterialId }) => KeyMaterialId)),
    policies: keys.map(({ Policy }) => Policy),
    metadata: keys.map(({ KeyId, Description, KeySpec }) => ({ KeyId, Description, KeySpec })),
    ciphertexts: held.map(({ CiphertextBlob }) => CiphertextBlob).filter((blob) => everything.includes(blob)),
  };
};
