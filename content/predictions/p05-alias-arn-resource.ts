import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p05-alias-arn-resource',
  question: {
    ja: 'batchのIAMポリシーは、alias/appのARNをResourceに書いて、kms:Encryptを許可しています。batchがalias/appで暗号化します。どうなるでしょう。',
    en: 'The IAM policy of batch allows kms:Encrypt with the ARN of alias/app as Resource. batch encrypts by alias/app. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
    {
      iam: 'batch',
      statements: [
        { Effect: 'Allow', Action: 'kms:Encrypt', Resource: 'arn:aws:kms:ap-northeast-1:111122223333:alias/app' },
      ],
    },
  ],
  run: [{ operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: 'hello' } }, as: 'batch' }],
  observe: 'answer',
  options: [
    {
      outcome: 'ok',
      text: { ja: 'エイリアスの指すキーで暗号化できる', en: 'It encrypts under the key behind the alias' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: 'キーへの許可がないと断られる', en: 'It is refused: the key itself is not allowed' },
    },
    {
      outcome: 'InvalidArnException',
      text: { ja: 'ARNの書き方が違うと断られる', en: 'It is refused: the ARN is of the wrong kind' },
    },
  ],
});
