import type { ImportableKeySpec, WrappingAlgorithm, WrappingKeySpec } from './crypto/algorithms.ts';
import { asymmetric } from './crypto/asymmetric.ts';
import { MATERIAL_VALIDITY_MAX } from './durations.ts';
import { type Refused, refused } from './errors.ts';
import type { InputOf } from './model/index.ts';
import type { Instant } from './vocabulary.ts';
import { isSymmetric, type KeyRecord } from './world.ts';

type ImportInput = InputOf<'ImportKeyMaterial'>;

/**
 * What the parameters of ImportKeyMaterial say against each other. The text about a missing ValidTo was recorded from
 * AWS; the other words are ours.
 */
export const importParameterProblem = (input: ImportInput): Refused | undefined => {
  const { ExpirationModel = 'KEY_MATERIAL_EXPIRES', ValidTo, ImportType, KeyMaterialId } = input;
  if (ExpirationModel === 'KEY_MATERIAL_EXPIRES' && ValidTo === undefined)
    return refused('ValidationException', 'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES');
  if (ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE' && ValidTo !== undefined)
    return refused(
      'ValidationException',
      'A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE',
    );
  return ImportType === 'NEW_KEY_MATERIAL' && KeyMaterialId !== undefined
    ? refused('ValidationException', 'KeyMaterialId must not be set if the ImportType is NEW_KEY_MATERIAL')
    : undefined;
};

/** @param ValidTo seconds since 1970 */
export const validToProblem = (ValidTo: number | undefined, now: Instant): Refused | undefined => {
  if (ValidTo === undefined) return undefined;
  const at = ValidTo * 1000;
  if (at <= now) return refused('ValidationException', 'The validTo date must be in the future');
  return at - now > MATERIAL_VALIDITY_MAX
    ? refused('ValidationException', 'The validTo date must be within 365 days')
    : undefined;
};

/** Keys that hold one material for ever know no import types, descriptions or expected ids. */
export const singleMaterialProblem = (key: KeyRecord, input: ImportInput): Refused | undefined => {
  if (isSymmetric(key)) return undefined;
  const { ImportType, KeyMaterialDescription, KeyMaterialId } = input;
  return ImportType === undefined && KeyMaterialDescription === undefined && KeyMaterialId === undefined
    ? undefined
    : refused('UnsupportedOperationException');
};

/**
 * Whether material of a key may travel so. RSAES_PKCS1_V1_5 is still in the API model, and refused since October 2023;
 * SM2 exists in the China Regions alone.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-get-public-key-and-token.html
 */
export const wrappingProblem = (
  { KeySpec }: KeyRecord,
  algorithm: string,
  wrappingKeySpec: string,
): Refused | undefined => {
  const isKnown = algorithm !== 'RSAES_PKCS1_V1_5' && algorithm !== 'SM2PKE' && wrappingKeySpec !== 'SM2';
  const fits =
    isKnown &&
    asymmetric().mayWrap(
      KeySpec as ImportableKeySpec,
      algorithm as WrappingAlgorithm,
      wrappingKeySpec as WrappingKeySpec,
    );
  return fits ? undefined : refused('UnsupportedOperationException');
};
