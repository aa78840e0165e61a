import { toBase64 } from '../crypto/bytes.ts';
import { decryptBlob, locateByCiphertext } from '../decryption.ts';
import { isRefused, refused } from '../errors.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html */
export const Decrypt = keyOperation({
  name: 'Decrypt',
  check: ({ CiphertextBlob, DryRun, DryRunModifiers, KeyId }) => {
    if (CiphertextBlob !== undefined) return undefined;
    return DryRun && DryRunModifiers?.includes('IGNORE_CIPHERTEXT') && KeyId !== undefined
      ? undefined
      : refused(
          'ValidationException',
          "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
        );
  },
  on: ({ KeyId, CiphertextBlob }, scope) => locateByCiphertext(KeyId, CiphertextBlob, scope, 'Decrypt', 'key'),
  perform: ({ input, key, world, note }) => {
    const EncryptionAlgorithm = input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const opened = decryptBlob(world, key, input.CiphertextBlob, EncryptionAlgorithm, input.EncryptionContext);
    if (isRefused(opened)) return opened;
    const { plaintext, KeyMaterialId } = opened;
    if (KeyMaterialId) note({ keyMaterialId: KeyMaterialId });
    return {
      KeyId: key.Arn,
      Plaintext: toBase64(plaintext),
      EncryptionAlgorithm,
      ...(KeyMaterialId && { KeyMaterialId }),
    };
  },
});
