import { defineMeasuredPrediction } from '../../src/learn/measured-prediction.ts';

export default defineMeasuredPrediction({
  id: 'p12-read',
  question: {
    ja: 'SSE-KMSで保存したファイルを、s3:GetObjectだけを許された人が読み出します。どうなるでしょう。',
    en: 'A file was stored with SSE-KMS. Somebody who is allowed s3:GetObject and nothing else reads it. What happens?',
  },
  measure: { kind: 'read', protection: 'SSE-KMS', allowed: ['s3:GetObject'] },
  options: [
    { outcome: 'ok', text: { ja: 'S3が復号して返す', en: 'S3 decrypts and returns it' } },
    { outcome: 'cipher', text: { ja: '暗号文のまま返る', en: 'The ciphertext comes back' } },
    { outcome: 'AccessDenied', text: { ja: '権限がないと断られる', en: 'It is refused for want of permission' } },
  ],
});
