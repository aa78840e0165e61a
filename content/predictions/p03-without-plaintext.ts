import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p03-without-plaintext',
  question: {
    ja: 'GenerateDataKeyWithoutPlaintextで作ったデータキーを、kms:Decryptの権限がある別の担当が復号します。どうなるでしょう。',
    en: 'One party made a data key with GenerateDataKeyWithoutPlaintext. Another, who has kms:Decrypt, decrypts it. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'GenerateDataKeyWithoutPlaintext',
      input: { KeyId: '$k1.KeyMetadata.KeyId', KeySpec: 'AES_256' },
      as: 'maker',
      save: 'd1',
    },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$d1.CiphertextBlob' }, as: 'writer' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '平文のデータキーが返る', en: 'The plaintext data key comes back' } },
    {
      outcome: 'InvalidCiphertextException',
      text: { ja: '平文のないデータキーなので復号できない', en: 'It cannot: this data key has no plaintext' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '作った担当にしか復号できない', en: 'Only the party that made it can decrypt it' },
    },
  ],
});
