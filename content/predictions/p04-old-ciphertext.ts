import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p04-old-ciphertext',
  question: {
    ja: 'キーを2回ローテーションしました。最初のマテリアルで作った暗号文を、アプリが復号します。どうなるでしょう。',
    en: 'A key has been rotated twice. An application decrypts a ciphertext of its first material. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
    { operation: 'RotateKeyOnDemand', input: { KeyId: '$k1.KeyMetadata.KeyId' } },
    { advance: 'P30D' },
    { operation: 'RotateKeyOnDemand', input: { KeyId: '$k1.KeyMetadata.KeyId' } },
    { advance: 'P30D' },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'そのまま復号できる', en: 'It decrypts as it is' } },
    {
      outcome: 'InvalidCiphertextException',
      text: { ja: '古いマテリアルの暗号文は開けない', en: 'A ciphertext of old material does not open' },
    },
    {
      outcome: 'IncorrectKeyException',
      text: { ja: 'キーが変わったと断られる', en: 'It is refused: the key is another one now' },
    },
  ],
});
