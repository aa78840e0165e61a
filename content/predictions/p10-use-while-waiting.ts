import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p10-use-while-waiting',
  question: {
    ja: '削除を30日後に予約しました。翌日、アプリがこのキーで復号します。どうなるでしょう。',
    en: 'A deletion is scheduled in 30 days. The next day an application decrypts with the key. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId', PendingWindowInDays: 30 } },
    { advance: 'P1D' },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '期日まではまだ復号できる', en: 'It still decrypts until the date' } },
    {
      outcome: 'KMSInvalidStateException',
      text: { ja: '削除待ちだと断られる', en: 'It is refused: the key waits for its deletion' },
    },
    { outcome: 'NotFoundException', text: { ja: 'キーが見つからないと言われる', en: 'The key is said not to exist' } },
  ],
});
