import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p09-alias-name',
  question: {
    ja: 'Aのキーにはalias/sharedがあり、biは使う許可を持っています。biがKeyIdにalias/sharedと書いて暗号化すると、どうなるでしょう。',
    en: 'The key of A has the alias alias/shared, and bi may use it. bi encrypts with the KeyId alias/shared. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/shared', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$k1.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            { Effect: 'Allow', Principal: { AWS: { $principal: 'root' } }, Action: 'kms:*', Resource: '*' },
            { Effect: 'Allow', Principal: { AWS: { $principal: 'B:bi' } }, Action: ['kms:Encrypt'], Resource: '*' },
          ],
        },
      },
    },
    { iam: 'B:bi', statements: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
  ],
  run: [{ operation: 'Encrypt', input: { KeyId: 'alias/shared', Plaintext: { $utf8: 'hello' } }, as: 'B:bi' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'Aのキーで暗号化される', en: 'It encrypts under the key of A' } },
    {
      outcome: 'NotFoundException',
      text: { ja: 'エイリアスが見つからないと断られる', en: 'The alias is said not to exist' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '権限がないと断られる', en: 'It is refused for lack of permission' },
    },
  ],
});
