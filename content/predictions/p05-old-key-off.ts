import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p05-old-key-off',
  question: {
    ja: '付け替えが済んだので、古いキーを無効化しました。アプリが古い記録を復号します。どうなるでしょう。',
    en: 'With the alias moved, the old key is disabled. The application decrypts an old record. What happens?',
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
    { operation: 'DisableKey', input: { KeyId: '$k1.KeyMetadata.KeyId' } },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '新しいキーが代わりに復号する', en: 'The new key decrypts in its place' } },
    { outcome: 'DisabledException', text: { ja: '無効なキーだと断られる', en: 'It is refused: the key is disabled' } },
    {
      outcome: 'NotFoundException',
      text: { ja: 'エイリアスのないキーは見つからない', en: 'A key without an alias is not found' },
    },
  ],
});
