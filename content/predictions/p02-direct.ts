import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p02-direct',
  question: {
    ja: 'データキーを作らずに、短い文をそのままKMSのEncryptに渡します。どうなるでしょう。',
    en: 'You make no data key and hand a short text straight to Encrypt. What happens?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: '会議室の鍵は受付にあります' } },
      as: 'app',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '暗号化できる', en: 'It is encrypted' } },
    {
      outcome: 'ValidationException',
      text: { ja: '先にデータキーを作るように言われる', en: 'You are told to make a data key first' },
    },
    {
      outcome: 'InvalidKeyUsageException',
      text: { ja: 'KMSキーではデータを暗号化できないと断られる', en: 'It is refused: a KMS key encrypts no data' },
    },
  ],
});
