import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p09-missing-key',
  question: {
    ja: '許可を持つbiが、AのキーARNを1文字打ち間違えて、存在しないキーを指定しました。どんな答えが返るでしょう。',
    en: 'bi may use the key of A, but mistypes its ARN and names a key that does not exist. What is the answer?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { iam: 'B:bi', statements: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
  ],
  run: [
    {
      operation: 'DescribeKey',
      input: { KeyId: 'arn:aws:kms:ap-northeast-1:111122223333:key/00000000-0000-4000-8000-000000000000' },
      as: 'B:bi',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'NotFoundException', text: { ja: 'キーが見つからないと言われる', en: 'The key is said not to exist' } },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '権限がないと言われる', en: 'It is refused for lack of permission' },
    },
  ],
});
