import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p09-iam-only',
  question: {
    ja: 'Bのロールbiに、IAMポリシーでkms:*を許可しました。Aのキーポリシーは既定のままです。Aのキーで復号すると、どうなるでしょう。',
    en: 'IAM in account B allows kms:* to the role bi. The key policy in A is still the default. bi decrypts with the key of A. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
    { iam: 'B:bi', statements: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
  ],
  run: [
    { operation: 'Decrypt', input: { KeyId: '$k1.KeyMetadata.Arn', CiphertextBlob: '$c1.CiphertextBlob' }, as: 'B:bi' },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '復号できる', en: 'It decrypts' } },
    { outcome: 'AccessDeniedException', text: { ja: '拒否される', en: 'It is refused' } },
    { outcome: 'NotFoundException', text: { ja: 'キーが見つからないと言われる', en: 'The key is said not to exist' } },
  ],
});
