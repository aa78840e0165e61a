import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-grant-at-once',
  question: {
    ja: 'グラントを作った直後に、batchがトークンを添えずに復号します。どうなるでしょう。',
    en: 'The moment the grant is made, batch decrypts without its token. What happens?',
  },
  world: [
    { operation: 'CreateKey', as: 'keyadmin', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
    {
      operation: 'CreateGrant',
      input: { KeyId: '$k1.KeyMetadata.KeyId', GranteePrincipal: { $principal: 'batch' }, Operations: ['Decrypt'] },
      as: 'keyadmin',
      save: 'grant',
    },
  ],
  run: [
    {
      operation: 'Decrypt',
      input: { KeyId: '$k1.KeyMetadata.Arn', CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'batch',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'すぐに復号できる', en: 'It decrypts at once' } },
    { outcome: 'AccessDeniedException', text: { ja: 'まだ拒否される', en: 'It is still refused' } },
  ],
});
