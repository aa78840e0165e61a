import { asymmetric } from '../crypto/asymmetric.ts';
import { mustBytes, toBase64 } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { privateKeyOf } from '../key-pair-of.ts';
import { keyOperation } from './define.ts';

/**
 * A changed ciphertext of the right length gives another secret, and no error.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Decapsulate.html
 */
export const Decapsulate = keyOperation({
  name: 'Decapsulate',
  on: 'keyOrAlias',
  perform: ({ input: { EncapsulationAlgorithm, SharedSecretCiphertextBlob }, key }) => {
    const mismatch =
      usageMismatch(key, 'ENCAPSULATE_DECAPSULATE', 'Decapsulate') ?? algorithmMismatch(key, EncapsulationAlgorithm);
    if (mismatch) return mismatch;
    const secret = asymmetric().decapsulate(privateKeyOf(key), mustBytes(SharedSecretCiphertextBlob));
    if (!secret) return refused('InvalidCiphertextException');
    return { KeyId: key.Arn, SharedSecret: toBase64(secret), EncapsulationAlgorithm };
  },
});
