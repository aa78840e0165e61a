import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-named',
  question: {
    ja: 'キーポリシーの文が、batchにkms:Decryptを許可しています。batchにIAMポリシーはありません。復号すると、どうなるでしょう。',
    en: 'A statement of the key policy allows kms:Decrypt to batch. batch has no IAM policy. It decrypts. What happens?',
  },
  world: [
    { operation: 'CreateKey', as: 'keyadmin', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$k1.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            {
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'keyadmin' } },
              Action: ['kms:Get*', 'kms:Put*'],
              Resource: '*',
            },
            { Effect: 'Allow', Principal: { AWS: { $principal: 'batch' } }, Action: ['kms:Decrypt'], Resource: '*' },
          ],
        },
      },
      as: 'keyadmin',
    },
  ],
  run: [
    {
      operation: 'Decrypt',
      input: { KeyId: '$k1.KeyMetadata.Arn', CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'batch',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'キーポリシーだけで復号できる', en: 'The key policy is enough: it decrypts' } },
    {
      outcome: 'AccessDeniedException',
      text: { ja: 'IAMの許可も必要なので拒否される', en: 'It is refused: IAM must allow as well' },
    },
  ],
});
