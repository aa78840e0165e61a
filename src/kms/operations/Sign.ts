import type { SigningAlgorithmSpec } from '../crypto/algorithms.ts';
import { asymmetric } from '../crypto/asymmetric.ts';
import { mustBytes, toBase64 } from '../crypto/bytes.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { privateKeyOf } from '../key-pair-of.ts';
import { signingRefusal } from '../signatures.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html */
export const Sign = keyOperation({
  name: 'Sign',
  on: 'keyOrAlias',
  perform: ({ input, key, random }) => {
    const { SigningAlgorithm, MessageType = 'RAW' } = input;
    const mismatch = usageMismatch(key, 'SIGN_VERIFY', 'Sign') ?? algorithmMismatch(key, SigningAlgorithm);
    if (mismatch) return mismatch;
    const signed = asymmetric().sign({
      SigningAlgorithm: SigningAlgorithm as SigningAlgorithmSpec,
      MessageType,
      Message: mustBytes(input.Message),
      privateKeyPkcs8: privateKeyOf(key),
      random,
    });
    if ('failure' in signed) return signingRefusal(signed.failure, input);
    return { KeyId: key.Arn, Signature: toBase64(signed.Signature), SigningAlgorithm };
  },
});
