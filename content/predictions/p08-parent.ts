import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p08-parent',
  question: {
    ja: 'レプリカを大阪に残したまま、東京のプライマリの削除を7日後に予約しました。90日後、プライマリはどの状態でしょう。',
    en: 'With its replica still in Osaka, the primary in Tokyo is scheduled for deletion in 7 days. What state is it in after 90 days?',
  },
  world: [
    { operation: 'CreateKey', input: { MultiRegion: true }, save: 'k1' },
    {
      operation: 'ReplicateKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', ReplicaRegion: 'ap-northeast-3' },
      save: 'r1',
    },
    { advance: 'PT1H' },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId', PendingWindowInDays: 7 } },
  ],
  run: [{ advance: 'P90D' }],
  observe: { stateOf: '$k1.KeyMetadata.Arn' },
  options: [
    { outcome: 'Deleted', text: { ja: '7日後に削除された', en: 'It was deleted after 7 days' } },
    {
      outcome: 'PendingReplicaDeletion',
      text: { ja: 'PendingReplicaDeletion(まだ待っている)', en: 'PendingReplicaDeletion: it is still waiting' },
    },
    {
      outcome: 'Disabled',
      text: { ja: 'Disabled(予約が無効になった)', en: 'Disabled: the schedule lapsed' },
    },
  ],
});
