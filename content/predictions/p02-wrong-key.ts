import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p02-wrong-key',
  question: {
    ja: 'キーAで暗号化した文を、KeyIdにキーBを指定して復号します。どちらのキーも使える人が呼びます。どうなるでしょう。',
    en: 'A text was encrypted under key A. Somebody who may use both keys decrypts it and names key B. What happens?',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'A' }, save: 'a' },
    { operation: 'CreateKey', input: { Description: 'B' }, save: 'b' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$a.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
  ],
  run: [
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob', KeyId: '$b.KeyMetadata.KeyId' },
      as: 'app',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'KMSが正しいキーAを見つけて復号する', en: 'KMS finds the right key and decrypts' } },
    {
      outcome: 'IncorrectKeyException',
      text: { ja: 'キーが違うと断られる', en: 'It is refused: that is another key' },
    },
    { outcome: 'NotFoundException', text: { ja: 'キーが見つからないと言われる', en: 'The key is said not to exist' } },
  ],
});
