import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p04-managed-directly',
  question: {
    ja: 'AdministratorAccessを持つ管理者が、KeyIdにalias/aws/s3を書いて、Encryptを直接呼びます。どうなるでしょう。',
    en: 'An administrator with AdministratorAccess calls Encrypt directly, with alias/aws/s3 as KeyId. What happens?',
  },
  world: [{ operation: 'DescribeKey', input: { KeyId: 'alias/aws/s3' } }],
  run: [{ operation: 'Encrypt', input: { KeyId: 'alias/aws/s3', Plaintext: { $utf8: 'hello' } } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '自分のアカウントのキーなので使える', en: 'It works: the key is in this account' } },
    {
      outcome: 'AccessDeniedException',
      text: { ja: 'S3を通していないと断られる', en: 'It is refused: the call does not come through S3' },
    },
    {
      outcome: 'NotFoundException',
      text: { ja: 'サービス専用なので見つからない', en: 'It is not found: the key is for the service only' },
    },
  ],
});
