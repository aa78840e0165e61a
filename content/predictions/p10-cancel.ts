import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p10-cancel',
  question: {
    ja: '有効だったキーの削除を予約し、翌日に取り消しました。キーの状態は何になるでしょう。',
    en: 'A key was enabled when its deletion was scheduled. You cancel the next day. What state is it in?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId', PendingWindowInDays: 7 } },
    { advance: 'P1D' },
  ],
  run: [{ operation: 'CancelKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId' } }],
  observe: { stateOf: '$k1.KeyMetadata.Arn' },
  options: [
    { outcome: 'Enabled', text: { ja: 'Enabled(元の状態に戻る)', en: 'Enabled, as it was before' } },
    { outcome: 'Disabled', text: { ja: 'Disabled(無効のまま)', en: 'Disabled' } },
    {
      outcome: 'PendingDeletion',
      text: { ja: 'PendingDeletion(期日までは変わらない)', en: 'PendingDeletion until the date' },
    },
  ],
});
