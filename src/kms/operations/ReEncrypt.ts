import { encryptWithPublicKey } from '../asymmetric-cipher.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { decryptBlob, locateByCiphertext } from '../decryption.ts';
import { isRefused, refused } from '../errors.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { locateKey } from '../locate.ts';
import { sealUnder } from '../symmetric.ts';
import { isSymmetric } from '../world.ts';
import { keyOperation } from './define.ts';

/**
 * Decrypts and encrypts again inside KMS: the plaintext never leaves.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html
 */
export const ReEncrypt = keyOperation({
  name: 'ReEncrypt',
  check: ({ CiphertextBlob, DryRun, DryRunModifiers, SourceKeyId }) => {
    if (CiphertextBlob !== undefined) return undefined;
    return DryRun && DryRunModifiers?.includes('IGNORE_CIPHERTEXT') && SourceKeyId !== undefined
      ? undefined
      : refused(
          'ValidationException',
          "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
        );
  },
  on: ({ SourceKeyId, DestinationKeyId, CiphertextBlob }, scope) => {
    const source = locateByCiphertext(SourceKeyId, CiphertextBlob, scope, 'ReEncryptFrom', 'source');
    if (isRefused(source)) return source;
    const destination = locateKey(DestinationKeyId, scope, 'keyOrAlias', 'ReEncryptTo', 'destination');
    if (isRefused(destination)) return destination;
    return { keys: [...source.keys, ...destination.keys] };
  },
  perform: ({ input, world, key: source, other: destination = source, random, note }) => {
    const SourceEncryptionAlgorithm = input.SourceEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const DestinationEncryptionAlgorithm = input.DestinationEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const opened = decryptBlob(
      world,
      source,
      input.CiphertextBlob,
      SourceEncryptionAlgorithm,
      input.SourceEncryptionContext,
    );
    if (isRefused(opened)) return opened;
    const mismatch =
      usageMismatch(destination, 'ENCRYPT_DECRYPT', 'ReEncrypt') ??
      algorithmMismatch(destination, DestinationEncryptionAlgorithm);
    if (mismatch) return mismatch;

    if (opened.KeyMaterialId) note({ sourceKeyMaterialId: opened.KeyMaterialId });
    const names = {
      SourceKeyId: source.Arn,
      KeyId: destination.Arn,
      SourceEncryptionAlgorithm,
      DestinationEncryptionAlgorithm,
      ...(opened.KeyMaterialId && { SourceKeyMaterialId: opened.KeyMaterialId }),
    };
    if (isSymmetric(destination)) {
      const { CiphertextBlob, KeyMaterialId } = sealUnder(
        world,
        destination,
        opened.plaintext,
        input.DestinationEncryptionContext,
        random,
      );
      note({ destinationKeyMaterialId: KeyMaterialId });
      return { CiphertextBlob, ...names, DestinationKeyMaterialId: KeyMaterialId };
    }
    const ciphertext = encryptWithPublicKey(destination, DestinationEncryptionAlgorithm, opened.plaintext, random);
    if (isRefused(ciphertext)) return ciphertext;
    return { CiphertextBlob: toBase64(ciphertext), ...names };
  },
});
