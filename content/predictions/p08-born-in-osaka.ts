import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p08-born-in-osaka',
  question: {
    ja: 'マルチリージョンのプライマリを東京に、レプリカを大阪に置きました。東京で作った暗号文を、大阪で復号します。どうなるでしょう。',
    en: 'A multi-Region primary is in Tokyo, its replica in Osaka. A ciphertext made in Tokyo is decrypted in Osaka. What happens?',
  },
  world: [
    { operation: 'CreateKey', input: { MultiRegion: true }, save: 'k1' },
    {
      operation: 'ReplicateKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', ReplicaRegion: 'ap-northeast-3' },
      save: 'r1',
    },
    { advance: 'PT1H' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, region: 'ap-northeast-3', as: 'app' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '大阪のキーで復号できる', en: "It decrypts with Osaka's key" } },
    {
      outcome: 'IncorrectKeyException',
      text: { ja: '東京のキーの暗号文だと断られる', en: "It is refused: a ciphertext of Tokyo's key" },
    },
    {
      outcome: 'NotFoundException',
      text: { ja: 'キーが見つからないと言われる', en: 'The key is said not to exist' },
    },
  ],
});
