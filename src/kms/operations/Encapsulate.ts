import { asymmetric } from '../crypto/asymmetric.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { publicKeyOf } from '../key-pair-of.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Encapsulate.html */
export const Encapsulate = keyOperation({
  name: 'Encapsulate',
  on: 'keyOrAlias',
  perform: ({ input: { EncapsulationAlgorithm }, key, random }) => {
    const mismatch =
      usageMismatch(key, 'ENCAPSULATE_DECAPSULATE', 'Encapsulate') ?? algorithmMismatch(key, EncapsulationAlgorithm);
    if (mismatch) return mismatch;
    const made = asymmetric().encapsulate(publicKeyOf(key), random);
    if (!made) throw new Error(`${key.Arn} holds no public key of ML-KEM`);
    return {
      KeyId: key.Arn,
      SharedSecret: toBase64(made.SharedSecret),
      SharedSecretCiphertextBlob: toBase64(made.SharedSecretCiphertextBlob),
      EncapsulationAlgorithm,
    };
  },
});
