import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p06-empty-key',
  question: {
    ja: 'オリジンをEXTERNALにしてキーを作りました。マテリアルはまだ入れていません。すぐに暗号化を頼むと、どうなるでしょう。',
    en: 'You created a key of origin EXTERNAL and have not imported anything yet. You call Encrypt. What happens?',
  },
  world: [{ operation: 'CreateKey', input: { Origin: 'EXTERNAL' }, save: 'k1' }],
  run: [{ operation: 'Encrypt', input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } } }],
  observe: 'answer',
  options: [
    {
      outcome: 'ok',
      text: { ja: 'KMSが仮のマテリアルを作って暗号化する', en: 'KMS makes some material and encrypts' },
    },
    {
      outcome: 'KMSInvalidStateException',
      text: { ja: 'インポート待ちだと断られる', en: 'It is refused: the key waits for its import' },
    },
    { outcome: 'NotFoundException', text: { ja: 'キーが見つからないと言われる', en: 'The key is said not to exist' } },
  ],
});
