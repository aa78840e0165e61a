import { dataKeyPair } from '../data-key-pair.ts';
import { isRefused } from '../errors.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html */
export const GenerateDataKeyPair = keyOperation({
  name: 'GenerateDataKeyPair',
  on: 'keyOrAlias',
  perform: (scene) => {
    const pair = dataKeyPair('GenerateDataKeyPair', scene);
    if (isRefused(pair)) return pair;
    const { PrivateKeyCiphertextBlob, PrivateKeyPlaintext, PublicKey, KeyMaterialId } = pair;
    scene.note({ keyMaterialId: KeyMaterialId });
    return {
      PrivateKeyCiphertextBlob,
      PrivateKeyPlaintext,
      PublicKey,
      KeyId: scene.key.Arn,
      KeyPairSpec: scene.input.KeyPairSpec,
      KeyMaterialId,
    };
  },
});
