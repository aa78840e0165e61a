import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const CiphertextBlob = '$c1.CiphertextBlob';

export default defineExercise({
  id: 'E09',
  section: 'basics',
  level: 2,
  mis: ['M10'],
  title: { ja: '1文字ちがい', en: 'One letter off' },
  task: {
    ja: '営業部の見積書が、昨日から復号できません。アプリはdept=salesとyear=2026を渡しています。見積書を作り直さず、包み直しもせずに、復号できる呼び方を見つけてください。',
    en: "Sales' quote has not decrypted since yesterday. The application passes dept=sales and year=2026. Find a call that opens it, without making it anew or wrapping it again.",
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'quotes' }, save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { $utf8: '見積書 第12号' }, EncryptionContext: { dept: 'Sales', year: '2026' } },
      as: 'app',
      save: 'c1',
    },
    { advance: 'P1D' },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob, EncryptionContext: { dept: 'sales', year: '2026' } },
      as: 'app',
    },
  ],
  labels: { c1: { ja: '見積書', en: 'Quote' } },
  bench: { operations: ['Decrypt', 'Encrypt', 'ReEncrypt', 'DescribeKey'], principals: ['app', 'admin'] },
  fields: [
    {
      id: 'order',
      type: 'choice',
      label: {
        ja: '2つの組の順序を入れ替えて渡すと、結果は変わるでしょうか。',
        en: 'Does it matter in which order the two pairs are given?',
      },
      options: [
        { id: 'same', text: { ja: '変わらない', en: 'no' } },
        { id: 'differs', text: { ja: '変わる', en: 'yes' } },
      ],
    },
  ],
  checks: [
    {
      id: 'opened',
      say: { ja: 'アプリが見積書を復号した', en: 'The application has decrypted the quote' },
      log: { event: 'Decrypt', by: 'app', errorCode: 'none' },
      atLeast: 1,
    },
    {
      id: 'untouched',
      say: { ja: '見積書を包み直していない', en: 'The quote was not wrapped again' },
      never: 'ReEncrypt',
    },
    {
      id: 'order',
      say: { ja: '順序の影響を言い当てた', en: 'The effect of the order is told' },
      answer: 'order',
      is: 'same',
    },
  ],
  feedback: {
    opened: {
      say: {
        ja: 'まだ復号できていません。ログには、暗号化したときの暗号化コンテキストが残っています。1文字ずつ見比べましょう。',
        en: 'It has not decrypted yet. The log still shows the context with which it was encrypted: compare letter by letter.',
      },
      log: 'Decrypt',
    },
    untouched: {
      say: {
        ja: '包み直さなくても、呼び方を直すだけで開けられます。',
        en: 'There is no need to wrap it again: the call alone was wrong.',
      },
      log: 'ReEncrypt',
    },
    order: { say: { ja: '順序を入れ替えて、実際に復号してみましょう。', en: 'Swap the order and decrypt.' } },
  },
  hints: [
    {
      ja: '「手元の暗号文」に、暗号化したときのコンテキストが出ています。',
      en: 'The bench shows the context with which the quote was encrypted.',
    },
    {
      ja: '暗号化コンテキストは、値の大文字と小文字まで一致しなければなりません。組の順序は関係ありません。',
      en: 'A context must match to the letter, capitals too. The order of its pairs does not matter.',
    },
    {
      ja: 'appとして、EncryptionContextにdept=Sales, year=2026を渡してDecryptを呼びます。',
      en: 'As app, Decrypt with EncryptionContext dept=Sales, year=2026.',
    },
  ],
  solution: [
    {
      operation: 'Decrypt',
      input: { CiphertextBlob, EncryptionContext: { year: '2026', dept: 'Sales' } },
      as: 'app',
      note: {
        ja: '大文字のSalesなら開きます。順序は逆でも構いません。',
        en: 'With a capital S it opens, in either order.',
      },
    },
    { answer: 'order', is: 'same' },
  ],
  alternatives: [
    [
      { answer: 'order', is: 'same' },
      {
        operation: 'Decrypt',
        input: { CiphertextBlob, EncryptionContext: { year: '2026', dept: 'sales' } },
        as: 'app',
      },
      {
        operation: 'Decrypt',
        input: { CiphertextBlob, KeyId, EncryptionContext: { dept: 'Sales', year: '2026' } },
        as: 'app',
      },
    ],
  ],
  wrong: [
    {
      do: [
        {
          operation: 'Decrypt',
          input: { CiphertextBlob, EncryptionContext: { year: '2026', dept: 'sales' } },
          as: 'app',
        },
      ],
      fails: 'opened',
    },
    { do: [{ operation: 'Decrypt', input: { CiphertextBlob }, as: 'app' }], fails: 'opened' },
    {
      do: [
        {
          operation: 'ReEncrypt',
          input: {
            CiphertextBlob,
            SourceEncryptionContext: { dept: 'Sales', year: '2026' },
            DestinationKeyId: KeyId,
          },
          as: 'app',
          save: 'c2',
        },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c2.CiphertextBlob' }, as: 'app' },
      ],
      fails: 'untouched',
    },
    {
      do: [
        {
          operation: 'Decrypt',
          input: { CiphertextBlob, EncryptionContext: { dept: 'Sales', year: '2026' } },
          as: 'app',
        },
        { answer: 'order', is: 'differs' },
      ],
      fails: 'order',
    },
  ],
  why: {
    stem: {
      ja: '1文字違うだけで、まったく開かないのはなぜでしょう。',
      en: 'Why does one letter keep it shut altogether?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: 'コンテキストも、認証タグの計算に入っているから',
          en: 'The context goes into the authentication tag',
        },
        correct: true,
        why: {
          ja: 'どこか一つでも違えばタグが合わず、平文は一切返されません。',
          en: 'If anything differs the tag fails, and no plaintext comes back at all.',
        },
      },
      {
        id: 'b',
        text: { ja: 'コンテキストから、別の鍵が選ばれるから', en: 'The context selects another key' },
        why: {
          ja: '鍵は暗号文の中の情報で決まります。コンテキストでは変わりません。',
          en: 'The ciphertext itself names the key. The context does not change it.',
        },
      },
      {
        id: 'c',
        text: { ja: 'KMSが、元のコンテキストを控えているから', en: 'KMS has kept the original context' },
        why: {
          ja: 'KMSは控えていません。計算が合うかどうかだけで決まります。',
          en: 'It has not. Only the computation decides.',
        },
      },
    ],
  },
});
