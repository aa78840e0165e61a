import { defineMeasuredPrediction } from '../../src/learn/measured-prediction.ts';

export default defineMeasuredPrediction({
  id: 'p12-bucket-key',
  question: {
    ja: 'S3バケットキーを有効にし、1人が続けて20個のファイルをSSE-KMSで保存します。KMSは何回呼ばれるでしょう。',
    en: 'The bucket has an S3 Bucket Key. One person stores 20 files in a row with SSE-KMS. How often is KMS called?',
  },
  measure: { kind: 'store', protection: 'SSE-KMS+BucketKey', objects: 20 },
  options: [
    { outcome: '0', text: { ja: '0回', en: 'never' } },
    { outcome: '1', text: { ja: '1回', en: 'once' } },
    { outcome: '20', text: { ja: '20回', en: '20 times' } },
  ],
});
