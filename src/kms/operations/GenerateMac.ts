import type { MacAlgorithmSpec } from '../crypto/algorithms.ts';
import { mustBytes, toBase64 } from '../crypto/bytes.ts';
import { generateMac } from '../crypto/mac.ts';
import { algorithmMismatch, usageMismatch } from '../key-checks.ts';
import { secretOf } from '../secret-of.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html */
export const GenerateMac = keyOperation({
  name: 'GenerateMac',
  on: 'keyOrAlias',
  perform: ({ input: { MacAlgorithm, Message }, key }) => {
    const mismatch = usageMismatch(key, 'GENERATE_VERIFY_MAC', 'GenerateMac') ?? algorithmMismatch(key, MacAlgorithm);
    if (mismatch) return mismatch;
    const mac = generateMac(MacAlgorithm as MacAlgorithmSpec, secretOf(key), mustBytes(Message));
    return { Mac: toBase64(mac), MacAlgorithm, KeyId: key.Arn };
  },
});
