import { keyArn } from './arn.ts';
import { decryptWithPrivateKey } from './asymmetric-cipher.ts';
import { mustBytes } from './crypto/bytes.ts';
import { type Refused, refused } from './errors.ts';
import { algorithmMismatch, incorrectKey } from './key-checks.ts';
import { locateKey } from './locate.ts';
import type { Located, LocatedKey, Scope } from './operations/define.ts';
import { blobIn, openUnder } from './symmetric.ts';
import type { Base64, EncryptionContext } from './vocabulary.ts';
import { isSymmetric, type KeyRecord, type World } from './world.ts';

/**
 * The key that decrypts: the one that the request names, else the one that the ciphertext names. A multi-Region
 * ciphertext names its whole family, so the member in the Region of the call is taken.
 */
export const locateByCiphertext = (
  KeyId: string | undefined,
  CiphertextBlob: Base64 | undefined,
  scope: Scope,
  action: string,
  role: LocatedKey['role'],
): Located | Refused => {
  if (KeyId !== undefined) return locateKey(KeyId, scope, 'keyOrAlias', action, role);
  const blob = CiphertextBlob === undefined ? undefined : blobIn(CiphertextBlob);
  if (!blob) return refused('InvalidCiphertextException');
  return { keys: [{ role, action, Arn: keyArn(scope.Region, blob.AccountId, blob.KeyId), fromCiphertext: true }] };
};

export interface Decrypted {
  readonly plaintext: Uint8Array;
  /** Of a symmetric key: the material that opened it. */
  readonly KeyMaterialId?: string;
}

export const decryptBlob = (
  world: World,
  key: KeyRecord,
  CiphertextBlob: Base64 | undefined,
  algorithm: string,
  context: EncryptionContext | undefined,
): Decrypted | Refused => {
  if (key.KeyUsage !== 'ENCRYPT_DECRYPT') return incorrectKey();
  const mismatch = algorithmMismatch(key, algorithm);
  if (mismatch) return mismatch;
  // Only a dry run comes here without ciphertext; it has then passed all there is to pass.
  if (CiphertextBlob === undefined) return { plaintext: new Uint8Array() };
  if (!isSymmetric(key))
    return decryptWithPrivateKey(key, algorithm, mustBytes(CiphertextBlob)) ?? refused('InvalidCiphertextException');
  const blob = blobIn(CiphertextBlob);
  if (!blob) return refused('InvalidCiphertextException');
  if (blob.KeyId !== key.KeyId || blob.AccountId !== key.AWSAccountId) return incorrectKey();
  return openUnder(world, key, blob, context) ?? refused('InvalidCiphertextException');
};
