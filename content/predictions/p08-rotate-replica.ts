import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p08-rotate-replica',
  question: {
    ja: '大阪のレプリカに、EnableKeyRotationを呼びます。どうなるでしょう。',
    en: 'You call EnableKeyRotation on the replica in Osaka. What happens?',
  },
  world: [
    { operation: 'CreateKey', input: { MultiRegion: true }, save: 'k1' },
    {
      operation: 'ReplicateKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', ReplicaRegion: 'ap-northeast-3' },
      save: 'r1',
    },
    { advance: 'PT1H' },
  ],
  run: [
    {
      operation: 'EnableKeyRotation',
      input: { KeyId: '$k1.KeyMetadata.KeyId' },
      region: 'ap-northeast-3',
    },
  ],
  observe: 'answer',
  options: [
    {
      outcome: 'ok',
      text: { ja: '大阪のレプリカだけが替わるようになる', en: 'Only the replica in Osaka will rotate' },
    },
    {
      outcome: 'UnsupportedOperationException',
      text: { ja: 'レプリカではできないと断られる', en: 'It is refused: not on a replica' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '東京の権限がないと断られる', en: 'It is refused for want of permission in Tokyo' },
    },
  ],
});
