import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-keyadmin',
  question: {
    ja: '復号の許可を持たないkeyadminが、キーポリシーを書き換えて自分を利用者に加え、復号します。どうなるでしょう。',
    en: 'keyadmin may not decrypt. It rewrites the key policy, adds itself as a user, and decrypts. What happens?',
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
              Principal: { AWS: { $principal: 'app' } },
              Action: ['kms:Encrypt', 'kms:Decrypt'],
              Resource: '*',
            },
          ],
        },
      },
      as: 'keyadmin',
    },
  ],
  run: [
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
              Principal: { AWS: { $principal: 'app' } },
              Action: ['kms:Encrypt', 'kms:Decrypt'],
              Resource: '*',
            },
            { Effect: 'Allow', Principal: { AWS: { $principal: 'keyadmin' } }, Action: ['kms:Decrypt'], Resource: '*' },
          ],
        },
      },
      as: 'keyadmin',
    },
    {
      operation: 'Decrypt',
      input: { KeyId: '$k1.KeyMetadata.Arn', CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'keyadmin',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '書き換えられて、復号もできる', en: 'Both work: it decrypts' } },
    {
      outcome: 'MalformedPolicyDocumentException',
      text: { ja: '自分を加えるポリシーは保存できない', en: 'A policy that adds its author cannot be saved' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '保存はできるが復号は拒否される', en: 'It is saved, but decryption is refused' },
    },
  ],
});
