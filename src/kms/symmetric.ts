import { concat, fromBase64, mustBytes, toBase64 } from './crypto/bytes.ts';
import { type CiphertextBlob, readCiphertextBlob, writeCiphertextBlob } from './crypto/ciphertext-blob.ts';
import { seal, unseal } from './crypto/envelope.ts';
import type { Entropy } from './entropy.ts';
import { rarely } from './rarely.ts';
import type { Base64, EncryptionContext } from './vocabulary.ts';
import { currentMaterial, type KeyMaterial, type KeyRecord, type World } from './world.ts';

export interface Sealed {
  readonly CiphertextBlob: Base64;
  readonly KeyMaterialId: string;
}

/**
 * Encrypts under the current material of a symmetric key. What belongs to an external key store is encrypted twice: the
 * blob's IV, ciphertext and tag are then those of the external key, and within lie those of KMS.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/keystore-external.html#concept-double-encryption
 */
export const sealUnder = (
  world: World,
  key: KeyRecord,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
  random: Entropy,
): Sealed => {
  const { KeyMaterialId, bytes } = heldMaterial(currentMaterial(key), key);
  const names = { AccountId: key.AWSAccountId, KeyId: key.KeyId, KeyMaterialId };
  const inner = seal({ ...names, material: mustBytes(bytes) }, random(IV_LENGTH), plaintext, context);
  const outerKey = outerKeyOf(world, key);
  const blob = outerKey
    ? seal({ ...names, material: outerKey }, random(IV_LENGTH), concat(inner.iv, inner.ciphertext, inner.tag), context)
    : inner;
  return { CiphertextBlob: toBase64(writeCiphertextBlob(blob)), KeyMaterialId };
};

export interface Opened {
  readonly plaintext: Uint8Array;
  readonly KeyMaterialId: string;
}

/** Decrypts with the material that the blob names, old or current. `undefined`: the blob does not open. */
export const openUnder = (
  world: World,
  key: KeyRecord,
  blob: CiphertextBlob,
  context: EncryptionContext | undefined,
): Opened | undefined => {
  const material = key.materials.find(({ KeyMaterialId }) => KeyMaterialId === blob.KeyMaterialId);
  if (material?.bytes === undefined) return undefined;
  const outerKey = outerKeyOf(world, key);
  const inner = outerKey ? withoutOuterLayer(blob, unseal(outerKey, blob, context)) : blob;
  const plaintext = inner && unseal(mustBytes(material.bytes), inner, context);
  return plaintext && { plaintext, KeyMaterialId: material.KeyMaterialId };
};

/** The key under which an external key manager encrypts once more. */
const outerKeyOf = (world: World, key: KeyRecord): Uint8Array | undefined =>
  key.Origin === 'EXTERNAL_KEY_STORE' ? rarely().outerKeyOf(world, key) : undefined;

const withoutOuterLayer = (blob: CiphertextBlob, within: Uint8Array | undefined): CiphertextBlob | undefined =>
  within && {
    ...blob,
    iv: within.subarray(0, IV_LENGTH),
    ciphertext: within.subarray(IV_LENGTH, within.length - TAG_LENGTH),
    tag: within.subarray(within.length - TAG_LENGTH),
  };

/** The blob in a request, if it is one of a symmetric key. */
export const blobIn = (CiphertextBlob: Base64): CiphertextBlob | undefined => {
  const bytes = fromBase64(CiphertextBlob);
  return bytes && readCiphertextBlob(bytes);
};

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

const heldMaterial = (material: KeyMaterial | undefined, key: KeyRecord) => {
  if (material?.bytes === undefined) throw new Error(`${key.Arn} was permitted to encrypt, but holds no material`);
  return { KeyMaterialId: material.KeyMaterialId, bytes: material.bytes };
};
