import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-iam-deny',
  question: {
    ja: 'キーポリシーにアカウントの文はなく、batchを名指しで許可しています。batchのIAMポリシーにはkms:DecryptのDenyがあります。',
    en: 'The key policy has no account statement and names batch. An IAM policy of batch denies kms:Decrypt. What happens?',
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
    { iam: 'batch', statements: [{ Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' }] },
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
    { outcome: 'ok', text: { ja: 'IAMは無視されて復号できる', en: 'IAM is ignored: it decrypts' } },
    { outcome: 'AccessDeniedException', text: { ja: 'Denyが効いて拒否される', en: 'The deny counts: it is refused' } },
  ],
});
