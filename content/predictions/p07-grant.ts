import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-grant',
  question: {
    ja: 'キーポリシーにアカウントの文はなく、batchの名前もありません。グラントでbatchにDecryptを許し、10分待ちました。',
    en: 'The key policy has neither an account statement nor batch. A grant lets batch Decrypt, and ten minutes have passed.',
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
            {
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'keyadmin' } },
              Action: ['kms:CreateGrant'],
              Resource: '*',
            },
          ],
        },
      },
      as: 'keyadmin',
    },
    {
      operation: 'CreateGrant',
      input: { KeyId: '$k1.KeyMetadata.KeyId', GranteePrincipal: { $principal: 'batch' }, Operations: ['Decrypt'] },
      as: 'keyadmin',
      save: 'grant',
    },
    { advance: 'PT10M' },
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
    { outcome: 'ok', text: { ja: 'グラントだけで復号できる', en: 'The grant is enough: it decrypts' } },
    {
      outcome: 'AccessDeniedException',
      text: { ja: 'キーポリシーが委任していないので拒否される', en: 'It is refused: the key policy does not delegate' },
    },
  ],
});
