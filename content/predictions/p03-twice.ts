import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p03-twice',
  question: {
    ja: '同じKMSキーで、GenerateDataKeyを2回続けて呼びます。2つの平文のデータキーはどうなるでしょう。',
    en: 'You call GenerateDataKey twice with one KMS key. How do the two plaintext data keys compare?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [
    {
      operation: 'GenerateDataKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', KeySpec: 'AES_256' },
      as: 'app',
      save: 'd1',
    },
    {
      operation: 'GenerateDataKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', KeySpec: 'AES_256' },
      as: 'app',
      save: 'd2',
    },
  ],
  observe: { compare: ['$d1.Plaintext', '$d2.Plaintext'] },
  options: [
    {
      outcome: 'same',
      text: { ja: 'KMSキーから計算されるので、同じになる', en: 'They are the same: both come from the KMS key' },
    },
    { outcome: 'different', text: { ja: '呼ぶたびに違う', en: 'They differ: each call gives a new one' } },
  ],
});
