import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p04-hmac',
  question: {
    ja: 'HMACキーに、EnableKeyRotationを呼びます。どうなるでしょう。',
    en: 'You call EnableKeyRotation on an HMAC key. What happens?',
  },
  world: [{ operation: 'CreateKey', input: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, save: 'k1' }],
  run: [{ operation: 'EnableKeyRotation', input: { KeyId: '$k1.KeyMetadata.KeyId' } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '365日ごとに替わるようになる', en: 'It will rotate every 365 days' } },
    {
      outcome: 'UnsupportedOperationException',
      text: { ja: 'この種類では使えないと断られる', en: 'It is refused: not for this kind of key' },
    },
    {
      outcome: 'ValidationException',
      text: { ja: '周期を指定するように求められる', en: 'You are asked for a period' },
    },
  ],
});
