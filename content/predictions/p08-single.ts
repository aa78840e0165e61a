import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p08-single',
  question: {
    ja: '東京で使っている単一リージョンキーを、ReplicateKeyで大阪へ複製します。どうなるでしょう。',
    en: 'You call ReplicateKey to bring a single-Region key from Tokyo to Osaka. What happens?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [{ operation: 'ReplicateKey', input: { KeyId: '$k1.KeyMetadata.KeyId', ReplicaRegion: 'ap-northeast-3' } }],
  observe: 'answer',
  options: [
    {
      outcome: 'ok',
      text: { ja: '複製され、マルチリージョンキーになる', en: 'It is replicated and becomes multi-Region' },
    },
    {
      outcome: 'UnsupportedOperationException',
      text: { ja: 'この種類のキーではできないと断られる', en: 'It is refused: not with this kind of key' },
    },
    {
      outcome: 'AlreadyExistsException',
      text: { ja: 'キーがすでにあると断られる', en: 'It is refused: the key exists already' },
    },
  ],
});
