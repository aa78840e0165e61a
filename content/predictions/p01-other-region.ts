import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p01-other-region',
  question: {
    ja: '東京で作ったキーを、バージニア北部のエンドポイントに尋ねます。キーIDは合っています。どうなるでしょう。',
    en: 'You made a key in Tokyo and ask the endpoint in N. Virginia about it, by its right key id. What happens?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [{ operation: 'DescribeKey', input: { KeyId: '$k1.KeyMetadata.KeyId' }, region: 'us-east-1' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '同じキーの詳細が返る', en: 'It describes the same key' } },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '権限がないと断られる', en: 'It is refused for lack of permission' },
    },
    { outcome: 'NotFoundException', text: { ja: 'そんなキーはないと言われる', en: 'It says there is no such key' } },
  ],
});
