import { fromBase64, mustBytes, toBase64 } from './crypto/bytes.ts';
import { type CiphertextBlob, readCiphertextBlob, writeCiphertextBlob } from './crypto/ciphertext-blob.ts';
import { seal, unseal } from './crypto/envelope.ts';
import type { Entropy } from './entropy.ts';
import type { Base64, EncryptionContext } from './vocabulary.ts';
import { currentMaterial, type KeyMaterial, type KeyRecord } from './world.ts';

export interface Sealed {
  readonly CiphertextBlob: Base64;
  readonly KeyMaterialId: string;
}

/** Encrypts under the current material of a symmetric key. */
export const sealUnder = (
  key: KeyRecord,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
  random: Entropy,
): Sealed => {
  const { KeyMaterialId, bytes } = heldMaterial(currentMaterial(key), key);
  const sealingKey = { AccountId: key.AWSAccountId, KeyId: key.KeyId, KeyMaterialId, material: mustBytes(bytes) };
  const blob = seal(sealingKey, random(IV_LENGTH), plaintext, context);
  return { CiphertextBlob: toBase64(writeCiphertextBlob(blob)), KeyMaterialId };
};

export interface Opened {
  readonly plaintext: Uint8Array;
  readonly KeyMaterialId: string;
}

/** Decrypts with the material that the blob names, old or current. `undefined`: the blob does not open. */
export const openUnder = (
  key: KeyRecord,
  blob: CiphertextBlob,
  context: EncryptionContext | undefined,
): Opened | undefined => {
  const material = key.materials.find(({ KeyMaterialId }) => KeyMaterialId === blob.KeyMaterialId);
  if (material?.bytes === undefined) return undefined;
  const plaintext = unseal(mustBytes(material.bytes), blob, context);
  return plaintext && { plaintext, KeyMaterialId: material.KeyMaterialId };
};

/** The blob in a request, if it is one of a symmetric key. */
export const blobIn = (CiphertextBlob: Base64): CiphertextBlob | undefined => {
  const bytes = fromBase64(CiphertextBlob);
  return bytes && readCiphertextBlob(bytes);
};

const IV_LENGTH = 12;

const heldMaterial = (material: KeyMaterial | undefined, key: KeyRecord) => {
  if (material?.bytes === undefined) throw new Error(`${key.Arn} was permitted to encrypt, but holds no material`);
  return { KeyMaterialId: material.KeyMaterialId, bytes: material.bytes };
};
