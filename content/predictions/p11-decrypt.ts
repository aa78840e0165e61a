import { defineMeasuredPrediction } from '../../src/learn/measured-prediction.ts';

export default defineMeasuredPrediction({
  id: 'p11-decrypt',
  question: {
    ja: '1通を暗号化し、同じアプリがすぐにその1通を復号します。キャッシュは1つです。KMSは全部で何回呼ばれるでしょう。',
    en: 'A message is encrypted, and the same application decrypts it at once, through the same cache. How often is KMS called in all?',
  },
  measure: {
    kind: 'cache',
    maxAgeMinutes: 5,
    steps: [{ encrypt: 'one' }, { decrypt: 'last' }],
    tell: 'calls',
  },
  options: [
    { outcome: '0', text: { ja: '0回', en: 'never' } },
    { outcome: '1', text: { ja: '1回', en: 'once' } },
    { outcome: '2', text: { ja: '2回', en: 'twice' } },
  ],
});
