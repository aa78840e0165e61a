import { dataKeyBytes, dataKeySizeProblem } from '../data-key.ts';
import { notSymmetric } from '../key-checks.ts';
import { sealUnder } from '../symmetric.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html */
export const GenerateDataKeyWithoutPlaintext = keyOperation({
  name: 'GenerateDataKeyWithoutPlaintext',
  on: 'keyOrAlias',
  check: dataKeySizeProblem,
  perform: ({ input, key, world, random, note }) => {
    const mismatch = notSymmetric(key, 'GenerateDataKeyWithoutPlaintext');
    if (mismatch) return mismatch;
    const dataKey = random(dataKeyBytes(input));
    const { CiphertextBlob, KeyMaterialId } = sealUnder(world, key, dataKey, input.EncryptionContext, random);
    note({ keyMaterialId: KeyMaterialId });
    return { CiphertextBlob, KeyId: key.Arn, KeyMaterialId };
  },
});
