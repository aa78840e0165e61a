import { type Refused, refused } from './errors.ts';
import { algorithmsOf } from './key-types.ts';
import type { KeyUsage, OperationName } from './vocabulary.ts';
import { isPrimary, isReplica, isSymmetric, type KeyRecord } from './world.ts';

/** What a key's type has to say to an operation, once its state has agreed. Texts recorded from AWS. */

export const usageMismatch = (key: KeyRecord, usage: KeyUsage, operation: OperationName): Refused | undefined =>
  key.KeyUsage === usage
    ? undefined
    : refused(
        'InvalidKeyUsageException',
        `${key.Arn} key usage is ${key.KeyUsage} which is not valid for ${operation}.`,
      );

export const algorithmMismatch = (key: KeyRecord, algorithm: string): Refused | undefined =>
  algorithmsOf(key).includes(algorithm)
    ? undefined
    : refused('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${key.KeySpec}.`);

/** Data keys are made under symmetric encryption keys only. */
export const notSymmetric = (key: KeyRecord, operation: OperationName): Refused | undefined =>
  usageMismatch(key, 'ENCRYPT_DECRYPT', operation) ??
  (isSymmetric(key)
    ? undefined
    : refused(
        'InvalidKeyUsageException',
        `${key.Arn} key spec is ${key.KeySpec} which is not valid for ${operation}.`,
      ));

export const originMismatch = (key: KeyRecord, ...allowed: readonly KeyRecord['Origin'][]): Refused | undefined =>
  allowed.includes(key.Origin)
    ? undefined
    : refused(
        'UnsupportedOperationException',
        `${key.Arn} origin is ${key.Origin} which is not valid for this operation.`,
      );

/** Only SYMMETRIC_DEFAULT keys rotate. AWS sends no text. */
export const notRotatable = (key: KeyRecord): Refused | undefined =>
  isSymmetric(key) ? undefined : refused('UnsupportedOperationException');

export const notPrimary = (key: KeyRecord): Refused | undefined =>
  isReplica(key) ? notMultiRegionPrimary(key) : undefined;

export const notMultiRegionPrimary = (key: KeyRecord): Refused | undefined =>
  isPrimary(key)
    ? undefined
    : refused('UnsupportedOperationException', `${key.Arn} is not a multi-region primary key.`);

export const incorrectKey = (): Refused =>
  refused(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  );
