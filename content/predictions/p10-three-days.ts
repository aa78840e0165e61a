import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p10-three-days',
  question: {
    ja: '待機期間を3日にして、削除を予約します。どうなるでしょう。',
    en: 'You schedule a deletion with a waiting period of three days. What happens?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [{ operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId', PendingWindowInDays: 3 } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '3日後に削除される', en: 'The key is deleted in three days' } },
    { outcome: 'ValidationException', text: { ja: '日数が短すぎると断られる', en: 'It is refused: too few days' } },
    {
      outcome: 'KMSInvalidStateException',
      text: { ja: '先に無効化するように求められる', en: 'You are told to disable the key first' },
    },
  ],
});
