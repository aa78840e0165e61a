import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p01-large-file',
  question: {
    ja: '5,000バイトのファイルを、そのままEncryptに渡します。どうなるでしょう。',
    en: 'You hand a file of 5,000 bytes to Encrypt. What happens?',
  },
  world: [{ operation: 'CreateKey', save: 'k1' }],
  run: [{ operation: 'Encrypt', input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $bytes: 5000 } } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '暗号文が返ってくる', en: 'A ciphertext comes back' } },
    { outcome: 'ValidationException', text: { ja: '長すぎると断られる', en: 'It is refused as too long' } },
    {
      outcome: 'LimitExceededException',
      text: { ja: 'クォータを超えたと言われる', en: 'It is said to exceed a quota' },
    },
  ],
});
