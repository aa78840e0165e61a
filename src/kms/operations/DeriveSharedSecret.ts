import { asymmetric } from '../crypto/asymmetric.ts';
import { mustBytes, toBase64 } from '../crypto/bytes.ts';
import { refused } from '../errors.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { privateKeyOf } from '../key-pair-of.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html */
export const DeriveSharedSecret = keyOperation({
  name: 'DeriveSharedSecret',
  on: 'keyOrAlias',
  perform: ({ input: { KeyAgreementAlgorithm, PublicKey }, key }) => {
    const mismatch =
      usageMismatch(key, 'KEY_AGREEMENT', 'DeriveSharedSecret') ?? algorithmMismatch(key, KeyAgreementAlgorithm);
    if (mismatch) return mismatch;
    const secret = asymmetric().deriveSharedSecret(privateKeyOf(key), mustBytes(PublicKey));
    // AWS sends no text: recorded.
    if (!secret) return refused('ValidationException');
    return { KeyId: key.Arn, SharedSecret: toBase64(secret), KeyAgreementAlgorithm, KeyOrigin: key.Origin };
  },
});
