import { toBase64 } from '../crypto/bytes.ts';
import { dataKeyBytes, dataKeySizeProblem } from '../data-key.ts';
import { notSymmetric } from '../key-checks.ts';
import { sealUnder } from '../symmetric.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html */
export const GenerateDataKey = keyOperation({
  name: 'GenerateDataKey',
  on: 'keyOrAlias',
  check: dataKeySizeProblem,
  perform: ({ input, key, world, random, note }) => {
    const mismatch = notSymmetric(key, 'GenerateDataKey');
    if (mismatch) return mismatch;
    const dataKey = random(dataKeyBytes(input));
    const { CiphertextBlob, KeyMaterialId } = sealUnder(world, key, dataKey, input.EncryptionContext, random);
    note({ keyMaterialId: KeyMaterialId });
    return { CiphertextBlob, Plaintext: toBase64(dataKey), KeyId: key.Arn, KeyMaterialId };
  },
});
