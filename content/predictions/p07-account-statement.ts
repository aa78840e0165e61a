import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-account-statement',
  question: {
    ja: '既定のキーポリシーは、アカウント（:root）を許可しています。IAMポリシーを1つも持たないbatchが復号すると、どうなるでしょう。',
    en: 'The default key policy allows the account (:root). batch has no IAM policy at all, and decrypts. What happens?',
  },
  world: [
    { operation: 'CreateKey', as: 'keyadmin', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
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
    {
      outcome: 'ok',
      text: { ja: 'アカウントの一員なので復号できる', en: 'It decrypts: batch belongs to the account' },
    },
    { outcome: 'AccessDeniedException', text: { ja: '拒否される', en: 'It is refused' } },
  ],
});
