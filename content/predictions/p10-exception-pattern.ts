import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p10-exception-pattern',
  question: {
    ja: '権限のないbatchがDecryptを呼び、AccessDeniedExceptionで断られました。$.errorCode="*Exception"は、この記録に一致するでしょうか。',
    en: 'The role batch, which lacks permission, calls Decrypt and gets an AccessDeniedException. Does $.errorCode="*Exception" match the record?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: 'hello' } },
      as: 'app',
      save: 'c1',
    },
  ],
  run: [{ operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' }],
  observe: 'errorCode',
  options: [
    {
      outcome: 'AccessDeniedException',
      text: { ja: '一致する(Exceptionで終わるので)', en: 'Yes: it ends in Exception' },
    },
    {
      outcome: 'AccessDenied',
      text: { ja: '一致しない(記録では別のコードになる)', en: 'No: the record has another code' },
    },
    { outcome: 'ok', text: { ja: '一致しない(記録にerrorCodeがない)', en: 'No: the record has no errorCode' } },
  ],
});
