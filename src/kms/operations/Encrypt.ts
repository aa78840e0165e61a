import { encryptWithPublicKey } from '../asymmetric-cipher.ts';
import { mustBytes, toBase64 } from '../crypto/bytes.ts';
import { isRefused } from '../errors.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { sealUnder } from '../symmetric.ts';
import { isSymmetric } from '../world.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html */
export const Encrypt = keyOperation({
  name: 'Encrypt',
  on: 'keyOrAlias',
  perform: ({ input, key, world, random, note }) => {
    const EncryptionAlgorithm = input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const mismatch = usageMismatch(key, 'ENCRYPT_DECRYPT', 'Encrypt') ?? algorithmMismatch(key, EncryptionAlgorithm);
    if (mismatch) return mismatch;

    const plaintext = mustBytes(input.Plaintext);
    if (isSymmetric(key)) {
      const { CiphertextBlob, KeyMaterialId } = sealUnder(world, key, plaintext, input.EncryptionContext, random);
      note({ keyMaterialId: KeyMaterialId });
      return { CiphertextBlob, KeyId: key.Arn, EncryptionAlgorithm };
    }
    const ciphertext = encryptWithPublicKey(key, EncryptionAlgorithm, plaintext, random);
    if (isRefused(ciphertext)) return ciphertext;
    return { CiphertextBlob: toBase64(ciphertext), KeyId: key.Arn, EncryptionAlgorithm };
  },
});
