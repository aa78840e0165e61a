import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p06-rotate-mac',
  question: {
    ja: 'MAC用のキー（HMAC_256）を、KMSに作らせました。自動ローテーションを有効にすると、どうなるでしょう。',
    en: 'KMS made you a key for MACs (HMAC_256). You switch on automatic rotation. What happens?',
  },
  world: [{ operation: 'CreateKey', input: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, save: 'k1' }],
  run: [{ operation: 'EnableKeyRotation', input: { KeyId: '$k1.KeyMetadata.KeyId' } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '毎年、新しいマテリアルに替わる', en: 'It gets new material every year' } },
    {
      outcome: 'UnsupportedOperationException',
      text: { ja: 'この種類のキーには使えないと断られる', en: 'It is refused: not for this kind of key' },
    },
    {
      outcome: 'KMSInvalidStateException',
      text: { ja: '先に無効化するように言われる', en: 'You are told to disable the key first' },
    },
  ],
});
