import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p03-stolen',
  question: {
    ja: '泥棒が、ファイルと暗号化済みのデータキーをまるごと持ち出し、自分のAWSアカウントからDecryptを呼びます。どうなるでしょう。',
    en: 'A thief carries off the files with their encrypted data keys and calls Decrypt from an AWS account of their own. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'GenerateDataKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', KeySpec: 'AES_256' },
      as: 'app',
      save: 'd1',
    },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$d1.CiphertextBlob' }, as: 'thief' }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: 'データキーが手に入る', en: 'The thief gets the data key' } },
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
