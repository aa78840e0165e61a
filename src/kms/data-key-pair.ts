import type { ApiCall } from './command.ts';
import type { RsaKeySpec, SeededKeySpec } from './crypto/algorithms.ts';
import { toBase64 } from './crypto/bytes.ts';
import type { Entropy } from './entropy.ts';
import { type Refused, refused } from './errors.ts';
import { newKeyPair } from './key-birth.ts';
import { notSymmetric, originMismatch } from './key-checks.ts';
import { sealUnder } from './symmetric.ts';
import type { Base64, EncryptionContext } from './vocabulary.ts';
import type { KeyRecord, World } from './world.ts';

interface Asked {
  readonly input: {
    readonly KeyPairSpec: string;
    readonly EncryptionContext?: EncryptionContext;
    readonly DryRun?: boolean;
  };
  readonly key: KeyRecord;
  readonly world: World;
  readonly random: Entropy;
  readonly command: ApiCall;
}

export interface DataKeyPair {
  readonly PrivateKeyCiphertextBlob: Base64;
  readonly PrivateKeyPlaintext: Base64;
  readonly PublicKey: Base64;
  readonly KeyMaterialId: string;
}

/** A fresh pair whose private half is encrypted under a symmetric key. */
export const dataKeyPair = (
  operation: 'GenerateDataKeyPair' | 'GenerateDataKeyPairWithoutPlaintext',
  { input, key, world, random, command }: Asked,
): DataKeyPair | Refused => {
  const mismatch = notSymmetric(key, operation) ?? originMismatch(key, 'AWS_KMS', 'EXTERNAL');
  if (mismatch) return mismatch;
  // SM2 exists in the China Regions alone.
  if (input.KeyPairSpec === 'SM2') return refused('UnsupportedOperationException');
  // All checks are passed: a dry run ends before the search for primes, which may take seconds.
  if (input.DryRun) return { PrivateKeyCiphertextBlob: '', PrivateKeyPlaintext: '', PublicKey: '', KeyMaterialId: '' };
  const KeyPairSpec = input.KeyPairSpec as RsaKeySpec | SeededKeySpec;
  const { privateKeyPkcs8, publicKeySpki } = newKeyPair(KeyPairSpec, random, command.rsaPrivateKey);
  const { CiphertextBlob, KeyMaterialId } = sealUnder(world, key, privateKeyPkcs8, input.EncryptionContext, random);
  return {
    PrivateKeyCiphertextBlob: CiphertextBlob,
    PrivateKeyPlaintext: toBase64(privateKeyPkcs8),
    PublicKey: toBase64(publicKeySpki),
    KeyMaterialId,
  };
};
