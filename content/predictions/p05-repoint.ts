import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p05-repoint',
  question: {
    ja: 'alias/appを新しいキーへ付け替えました。アプリは付け替える前に保存した記録を、KeyIdを指定せずに復号します。どうなるでしょう。',
    en: 'alias/app now points to a new key. The application decrypts a record stored before, without naming a key. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'CreateKey', save: 'k2' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
    {
      operation: 'Encrypt',
      input: { KeyId: 'alias/app', Plaintext: { $utf8: 'order 1' } },
      as: 'app',
      save: 'c1',
    },
    { operation: 'UpdateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k2.KeyMetadata.KeyId' } },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'これまでどおり復号できる', en: 'It decrypts as before' } },
    {
      outcome: 'IncorrectKeyException',
      text: { ja: 'エイリアスの指すキーと違うと断られる', en: 'It is refused: the alias points to another key' },
    },
    {
      outcome: 'NotFoundException',
      text: { ja: '元のキーが見つからないと言われる', en: 'The earlier key is said not to exist' },
    },
  ],
});
