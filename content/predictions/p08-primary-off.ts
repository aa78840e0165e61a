import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p08-primary-off',
  question: {
    ja: '東京のプライマリを無効化しました。大阪のアプリが、大阪のレプリカで復号します。どうなるでしょう。',
    en: 'The primary in Tokyo is disabled. An application in Osaka decrypts with the replica there. What happens?',
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
    { operation: 'DisableKey', input: { KeyId: '$k1.KeyMetadata.KeyId' } },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, region: 'ap-northeast-3', as: 'app' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '大阪ではこれまでどおり復号できる', en: 'In Osaka it decrypts as before' } },
    {
      outcome: 'DisabledException',
      text: { ja: '大阪でも無効なキーだと断られる', en: 'It is refused in Osaka too: the key is disabled' },
    },
    {
      outcome: 'KMSInvalidStateException',
      text: { ja: 'プライマリを待つように求められる', en: 'It is refused until the primary is back' },
    },
  ],
});
