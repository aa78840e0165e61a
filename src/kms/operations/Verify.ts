import type { SigningAlgorithmSpec } from '../crypto/algorithms.ts';
import { asymmetric } from '../crypto/asymmetric.ts';
import { mustBytes } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { publicKeyOf } from '../key-pair-of.ts';
import { signingRefusal } from '../signatures.ts';
import { keyOperation } from './define.ts';

/**
 * A signature that does not fit is an exception, never SignatureValid: false.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html
 */
export const Verify = keyOperation({
  name: 'Verify',
  on: 'keyOrAlias',
  perform: ({ input, key }) => {
    const { SigningAlgorithm, MessageType = 'RAW' } = input;
    const mismatch = usageMismatch(key, 'SIGN_VERIFY', 'Verify') ?? algorithmMismatch(key, SigningAlgorithm);
    if (mismatch) return mismatch;
    const verified = asymmetric().verify({
      SigningAlgorithm: SigningAlgorithm as SigningAlgorithmSpec,
      MessageType,
      Message: mustBytes(input.Message),
      Signature: mustBytes(input.Signature),
      publicKeySpki: publicKeyOf(key),
    });
    if ('failure' in verified) return signingRefusal(verified.failure, input);
    if (!verified.SignatureValid) return refused('KMSInvalidSignatureException');
    return { KeyId: key.Arn, SignatureValid: true, SigningAlgorithm };
  },
});
