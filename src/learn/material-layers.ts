import { fromBase64 } from '../kms/crypto/bytes.ts';
import { readCiphertextBlob } from '../kms/crypto/ciphertext-blob.ts';
import type { Entry, KeyRecord } from '../kms/index.ts';
import type { Instant } from '../kms/vocabulary.ts';
import { ciphertextsOf, type HeldCiphertext } from './ciphertexts.ts';

/** One key material of a symmetric key, and the time in which it sealed what was encrypted. */
export interface Layer {
  readonly KeyMaterialId: string;
  readonly from: Instant;
  /** When the next one took its place; absent for the current one. */
  readonly until?: Instant;
  readonly by: 'FIRST' | 'AUTOMATIC' | 'ON_DEMAND';
}

/** The materials of a key, oldest first. */
export const layersOf = ({ materials, CreationDate }: KeyRecord): readonly Layer[] =>
  materials.map(({ KeyMaterialId, RotationDate, RotationType }, index) => {
    const until = materials[index + 1]?.RotationDate;
    return {
      KeyMaterialId,
      from: RotationDate ?? CreationDate,
      ...(until !== undefined && { until }),
      by: RotationType ?? 'FIRST',
    };
  });

/** A ciphertext with the material that sealed it. */
export interface SealedCiphertext extends HeldCiphertext {
  readonly at: Instant;
  readonly KeyMaterialId: string;
  /** `seq` of the one that it was made from by ReEncrypt. */
  readonly from?: number;
}

/** Every symmetric ciphertext of a log with its layer, oldest first. */
export const sealedIn = (entries: readonly Entry[]): readonly SealedCiphertext[] => {
  const sealed: SealedCiphertext[] = [];
  for (const entry of entries) {
    for (const held of ciphertextsOf([entry])) {
      const blob = readCiphertextBlob(fromBase64(held.CiphertextBlob) ?? new Uint8Array());
      if (!blob || entry.kind !== 'api') continue;
      const { CiphertextBlob } = entry.command.input;
      const from = sealed.findLast((earlier) => earlier.CiphertextBlob === CiphertextBlob)?.seq;
      sealed.push({ ...held, at: entry.at, KeyMaterialId: blob.KeyMaterialId, ...(from !== undefined && { from }) });
    }
  }
  return sealed;
};

/** What a customer managed key costs a month in USD: the first and the second rotation add one each. AWS KMS pricing. */
export const monthlyPrice = ({ materials }: KeyRecord): number => 1 + Math.min(2, Math.max(0, materials.length - 1));
