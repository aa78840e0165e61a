import type { MacAlgorithmSpec } from '../crypto/algorithms.ts';
import { mustBytes } from '../crypto/bytes.ts';
import { verifyMac } from '../crypto/mac.ts';
import { refused } from '../errors.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { secretOf } from '../secret-of.ts';
import { keyOperation } from './define.ts';

/**
 * A MAC that does not fit is an exception, never MacValid: false.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html
 */
export const VerifyMac = keyOperation({
  name: 'VerifyMac',
  on: 'keyOrAlias',
  perform: ({ input: { MacAlgorithm, Message, Mac }, key }) => {
    const mismatch = usageMismatch(key, 'GENERATE_VERIFY_MAC', 'VerifyMac') ?? algorithmMismatch(key, MacAlgorithm);
    if (mismatch) return mismatch;
    const isValid = verifyMac(MacAlgorithm as MacAlgorithmSpec, secretOf(key), mustBytes(Message), mustBytes(Mac));
    return isValid ? { KeyId: key.Arn, MacValid: true, MacAlgorithm } : refused('KMSInvalidMacException');
  },
});
