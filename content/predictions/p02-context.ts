import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p02-context',
  question: {
    ja: '暗号化コンテキストdepartment=payrollで暗号化しました。Payrollと書いて復号すると、どうなるでしょう。',
    en: 'A text was encrypted with the context department=payroll. You decrypt it with Payroll. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'Encrypt',
      input: {
        KeyId: '$k1.KeyMetadata.KeyId',
        Plaintext: { $utf8: 'hello' },
        EncryptionContext: { department: 'payroll' },
      },
      as: 'app',
      save: 'c1',
    },
  ],
  run: [
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob', EncryptionContext: { department: 'Payroll' } },
      as: 'app',
    },
  ],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '大文字と小文字の違いなら復号できる', en: 'It decrypts: only the case differs' } },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '権限がないと断られる', en: 'It is refused for want of permission' },
    },
    {
      outcome: 'InvalidCiphertextException',
      text: { ja: '暗号文が正しくないと断られる', en: 'It is refused: the ciphertext is not valid' },
    },
  ],
});
