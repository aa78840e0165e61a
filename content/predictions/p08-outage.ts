import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p08-outage',
  question: {
    ja: '東京が障害で応答しません。大阪から、UpdatePrimaryRegionで大阪をプライマリにしようとします。どうなるでしょう。',
    en: 'Tokyo does not answer. From Osaka you call UpdatePrimaryRegion to make Osaka the primary. What happens?',
  },
  world: [
    { operation: 'CreateKey', input: { MultiRegion: true }, save: 'k1' },
    {
      operation: 'ReplicateKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', ReplicaRegion: 'ap-northeast-3' },
      save: 'r1',
    },
    { advance: 'PT1H' },
    { command: { stage: { setOutages: ['ap-northeast-1'] } } },
  ],
  run: [
    {
      operation: 'UpdatePrimaryRegion',
      input: { KeyId: '$k1.KeyMetadata.KeyId', PrimaryRegion: 'ap-northeast-3' },
      region: 'ap-northeast-3',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '大阪がプライマリになる', en: 'Osaka becomes the primary' } },
    {
      outcome: 'UnsupportedOperationException',
      text: { ja: 'プライマリでないキーにはできないと断られる', en: 'It is refused: this key is not the primary' },
    },
    {
      outcome: 'ServiceUnavailableException',
      text: { ja: '大阪も応答しなくなる', en: 'Osaka does not answer either' },
    },
  ],
});
