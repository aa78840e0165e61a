import { defineMeasuredPrediction } from '../../src/learn/measured-prediction.ts';

export default defineMeasuredPrediction({
  id: 'p11-disabled',
  question: {
    ja: '最大有効期間は5分です。1通暗号化した直後にKMSキーを無効化し、1分後にもう1通暗号化します。どうなるでしょう。',
    en: 'Max age is five minutes. You encrypt a message, disable the KMS key at once, and encrypt another a minute later. What happens?',
  },
  measure: {
    kind: 'cache',
    maxAgeMinutes: 5,
    steps: [{ encrypt: 'one' }, { operation: 'DisableKey' }, { minutes: 1 }, { encrypt: 'two' }],
    tell: 'answer',
  },
  options: [
    { outcome: 'ok', text: { ja: '暗号化できてしまう', en: 'It is encrypted all the same' } },
    {
      outcome: 'DisabledException',
      text: { ja: 'キーが無効だと断られる', en: 'It is refused: the key is disabled' },
    },
    {
      outcome: 'dataKeyNotDecrypted',
      text: { ja: 'キャッシュが空になり失敗する', en: 'It fails: the cache has been emptied' },
    },
  ],
});
