import { defineMeasuredPrediction } from '../../src/learn/measured-prediction.ts';

const encrypt = (order: number) => ({ encrypt: `order ${order}`, context: { order: String(order) } });

export default defineMeasuredPrediction({
  id: 'p11-contexts',
  question: {
    ja: '注文番号を暗号化コンテキストに入れ、番号の違う5件をキャッシュ越しに暗号化します。KMSは何回呼ばれるでしょう。',
    en: 'The order number is the encryption context. Five orders with five numbers are encrypted through a cache. How often is KMS called?',
  },
  measure: { kind: 'cache', maxAgeMinutes: 5, steps: [1, 2, 3, 4, 5].map(encrypt), tell: 'calls' },
  options: [
    { outcome: '0', text: { ja: '0回', en: 'never' } },
    { outcome: '1', text: { ja: '1回', en: 'once' } },
    { outcome: '5', text: { ja: '5回', en: 'five times' } },
  ],
});
