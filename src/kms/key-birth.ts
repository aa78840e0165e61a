import { keyArn } from './arn.ts';
import type { RsaKeySpec, SeededKeySpec } from './crypto/algorithms.ts';
import { asymmetric } from './crypto/asymmetric.ts';
import { fromBase64, toBase64, toHex } from './crypto/bytes.ts';
import { type Entropy, uuid } from './entropy.ts';
import { keyLife } from './key-life.ts';
import { KEY_TYPES } from './key-types.ts';
import { keyMaterialIdOf } from './materials.ts';
import type { Base64, Instant } from './vocabulary.ts';
import type { KeyMaterial, KeyRecord } from './world.ts';

/** A key id: a UUID, or `mrk-` and 32 hexadecimal digits for multi-Region keys. */
export const newKeyId = (MultiRegion: boolean, random: Entropy): string =>
  MultiRegion ? `mrk-${toHex(random(16))}` : uuid(random);

export type Conceived = Pick<
  KeyRecord,
  | 'AWSAccountId'
  | 'Region'
  | 'Description'
  | 'KeyUsage'
  | 'KeySpec'
  | 'Origin'
  | 'KeyManager'
  | 'MultiRegion'
  | 'Policy'
  | 'Tags'
  | 'CustomKeyStoreId'
  | 'XksKeyId'
>;

/**
 * A new key with its first material, if KMS itself makes it.
 * @param rsaPrivateKey PKCS #8 of a fresh RSA key, for an RSA key spec; made here, slowly, when it was not brought along
 */
export const bornKey = (
  conceived: Conceived,
  now: Instant,
  random: Entropy,
  rsaPrivateKey: Base64 | undefined,
): KeyRecord => {
  const KeyId = newKeyId(conceived.MultiRegion, random);
  // Under an external key too there is material of KMS: it encrypts first, the external key manager after it.
  const isMadeByKms = conceived.Origin !== 'EXTERNAL';
  return {
    ...conceived,
    KeyId,
    Arn: keyArn(conceived.Region, conceived.AWSAccountId, KeyId),
    CreationDate: now,
    onDemandRotations: 0,
    ...(conceived.MultiRegion && { PrimaryRegion: conceived.Region }),
    ...(isMadeByKms ? firstMaterial(KeyId, conceived.KeySpec, random, rsaPrivateKey) : { materials: [] }),
    life: keyLife.start({ Origin: conceived.Origin }, now).life,
  };
};

const firstMaterial = (
  KeyId: string,
  KeySpec: KeyRecord['KeySpec'],
  random: Entropy,
  rsaPrivateKey: Base64 | undefined,
): Pick<KeyRecord, 'materials' | 'PublicKey'> => {
  const { materialBytes } = KEY_TYPES[KeySpec];
  if (materialBytes !== undefined) return { materials: [current(KeyId, random(materialBytes))] };
  const pair = newKeyPair(KeySpec as RsaKeySpec | SeededKeySpec, random, rsaPrivateKey);
  return { materials: [current(KeyId, pair.privateKeyPkcs8)], PublicKey: toBase64(pair.publicKeySpki) };
};

const current = (KeyId: string, bytes: Uint8Array): KeyMaterial => ({
  KeyMaterialId: keyMaterialIdOf(KeyId, bytes),
  bytes: toBase64(bytes),
  KeyMaterialState: 'CURRENT',
});

/** A fresh key pair. RSA takes the private key that came with the command, if it fits the spec. */
export const newKeyPair = (KeySpec: RsaKeySpec | SeededKeySpec, random: Entropy, rsaPrivateKey: Base64 | undefined) => {
  if (KeySpec !== 'RSA_2048' && KeySpec !== 'RSA_3072' && KeySpec !== 'RSA_4096')
    return asymmetric().generateKeyPair(KeySpec, random);
  const brought = rsaPrivateKey === undefined ? undefined : fromBase64(rsaPrivateKey);
  const pair = brought && asymmetric().keyPairFromPkcs8(KeySpec, brought);
  return pair ?? asymmetric().generateRsaKeyPair(KeySpec, random);
};
