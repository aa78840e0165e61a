import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p09-schedule-deletion',
  question: {
    ja: 'AのキーポリシーもBのIAMポリシーも、biにkms:*を許可しています。biがScheduleKeyDeletionを呼ぶと、どうなるでしょう。',
    en: 'The key policy in A and the IAM policy in B both allow kms:* to bi. bi calls ScheduleKeyDeletion. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$k1.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            { Effect: 'Allow', Principal: { AWS: { $principal: 'root' } }, Action: 'kms:*', Resource: '*' },
            { Effect: 'Allow', Principal: { AWS: { $principal: 'B:bi' } }, Action: ['kms:*'], Resource: '*' },
          ],
        },
      },
    },
    { iam: 'B:bi', statements: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
  ],
  run: [
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.Arn', PendingWindowInDays: 7 }, as: 'B:bi' },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '削除が予約される', en: 'The deletion is scheduled' } },
    { outcome: 'AccessDeniedException', text: { ja: '拒否される', en: 'It is refused' } },
  ],
});
