import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p04-thirty-days',
  question: {
    ja: '自動ローテーションの周期に、30日を指定します。どうなるでしょう。',
    en: 'You ask for automatic rotation every 30 days. What happens?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [{ operation: 'EnableKeyRotation', input: { KeyId: '$k1.KeyMetadata.KeyId', RotationPeriodInDays: 30 } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '30日ごとのローテーションになる', en: 'It rotates every 30 days' } },
    { outcome: 'ValidationException', text: { ja: '範囲の外だと断られる', en: 'It is refused: out of range' } },
    {
      outcome: 'UnsupportedOperationException',
      text: { ja: '周期は選べないと断られる', en: 'It is refused: the period is not yours to choose' },
    },
  ],
});
