import { dataKeyPair } from '../data-key-pair.ts';
import { isRefused } from '../errors.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPairWithoutPlaintext.html */
export const GenerateDataKeyPairWithoutPlaintext = keyOperation({
  name: 'GenerateDataKeyPairWithoutPlaintext',
  on: 'keyOrAlias',
  perform: (scene) => {
    const pair = dataKeyPair('GenerateDataKeyPairWithoutPlaintext', scene);
    if (isRefused(pair)) return pair;
    const { PrivateKeyCiphertextBlob, PublicKey, KeyMaterialId } = pair;
    scene.note({ keyMaterialId: KeyMaterialId });
    return {
      PrivateKeyCiphertextBlob,

      PublicKey,
      KeyId: scene.key.Arn,
      KeyPairSpec: scene.input.KeyPairSpec,
      KeyMaterialId,
    };
  },
});
