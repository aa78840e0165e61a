import { defineExercise } from '../../src/learn/exercise.ts';

const OLD = '$old.KeyMetadata.KeyId';
const NEW = '$new.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E19',
  section: 'aliases',
  level: 3,
  mis: ['M28'],
  title: { ja: '手動ローテーションの落とし穴', en: 'The pit in manual rotation' },
  task: {
    ja: '運用チームがalias/appを新しいキーに付け替え、古いキーの削除を7日後に予約しました。「エイリアスを替えたから、もう古いキーは要らない」そうです。期日が来ても、アプリがすべてのデータを読めるようにしてください。',
    en: 'Operations pointed alias/app to a new key and scheduled the old one to go in seven days: "the alias has moved, so nobody needs the old key". See to it that the application can read everything when the day has come.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'app-2025' }, save: 'old' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: OLD } },
    { operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: '顧客一覧' } }, as: 'app', save: 'c1' },
    { operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: '契約一覧' } }, as: 'app', save: 'c2' },
    { advance: 'P30D' },
    { operation: 'CreateKey', input: { Description: 'app-2026' }, save: 'new' },
    { operation: 'UpdateAlias', input: { AliasName: 'alias/app', TargetKeyId: NEW } },
    { operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: '請求一覧' } }, as: 'app', save: 'c3' },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: OLD, PendingWindowInDays: 7 } },
    { advance: 'P1D' },
  ],
  labels: {
    c1: { ja: '顧客一覧', en: 'Customers' },
    c2: { ja: '契約一覧', en: 'Contracts' },
    c3: { ja: '請求一覧', en: 'Invoices' },
  },
  bench: {
    operations: [
      'CancelKeyDeletion',
      'EnableKey',
      'ReEncrypt',
      'UpdateAlias',
      'ScheduleKeyDeletion',
      'DescribeKey',
      'Decrypt',
    ],
    principals: ['admin', 'app'],
  },
  checks: [
    {
      id: 'customers',
      say: { ja: '8日後も、アプリが顧客一覧を読める', en: 'In eight days the application still reads the customers' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$latest.c1.CiphertextBlob' } },
      at: 'P8D',
      is: 'ok',
    },
    {
      id: 'contracts',
      say: { ja: '8日後も、アプリが契約一覧を読める', en: 'In eight days the application still reads the contracts' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$latest.c2.CiphertextBlob' } },
      at: 'P8D',
      is: 'ok',
    },
    {
      id: 'invoices',
      say: { ja: '8日後も、アプリが請求一覧を読める', en: 'In eight days the application still reads the invoices' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$latest.c3.CiphertextBlob' } },
      at: 'P8D',
      is: 'ok',
    },
    {
      id: 'newData',
      say: { ja: 'これから暗号化するデータは、新しいキーを使う', en: 'What is encrypted from now on uses the new key' },
      alias: 'alias/app',
      is: '$new.KeyMetadata.Arn',
    },
  ],
  feedback: {
    'customers@DisabledException': {
      say: {
        ja: '予約は取り消せましたが、古いキーは無効のままです。',
        en: 'The deletion is called off, but the old key is disabled.',
      },
      log: 'CancelKeyDeletion',
    },
    customers: {
      say: {
        ja: '顧客一覧は、古いキーでしか開けません。8日後には、そのキーがありません。',
        en: 'Only the old key opens the customers, and in eight days it is gone.',
      },
    },
    contracts: {
      say: {
        ja: '契約一覧が残っています。古いキーの暗号文は、一つではありません。',
        en: 'The contracts are left: the old key has more than one ciphertext.',
      },
    },
    invoices: {
      say: { ja: '新しいキーの請求一覧まで読めなくなります。', en: 'The invoices under the new key are lost too.' },
    },
    newData: {
      say: {
        ja: 'エイリアスを古いキーに戻すと、新しいデータがまた古いキーに積み上がります。',
        en: 'With the alias back on the old key, new data piles up under it again.',
      },
      log: 'UpdateAlias',
    },
  },
  hints: [
    {
      ja: '3つの暗号文が、それぞれどのキーで作られたかを見てください。',
      en: 'See under which key each of the three ciphertexts was made.',
    },
    {
      ja: '名札を付け替えても、もう作られた暗号文は変わりません。キーを残すか、包み直すかです。',
      en: 'Moving a label changes no ciphertext. Either the key stays, or they are wrapped again.',
    },
    {
      ja: 'CancelKeyDeletionのあとEnableKeyで残します。消したいなら、続けて2つを新しいキーへReEncryptしてから予約します。',
      en: 'CancelKeyDeletion, then EnableKey to keep it. To delete it, first ReEncrypt both under the new key.',
    },
  ],
  solution: [
    {
      operation: 'CancelKeyDeletion',
      input: { KeyId: OLD },
      note: { ja: 'まず、期日を止めます。', en: 'First stop the date.' },
    },
    {
      operation: 'EnableKey',
      input: { KeyId: OLD },
      note: { ja: '取り消しただけでは使えません。', en: 'Calling it off does not make it usable.' },
    },
    {
      operation: 'ReEncrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: NEW },
      note: { ja: '古い暗号文を、KMSの中で包み直します。', en: 'Wrap the old ciphertexts again inside KMS.' },
    },
    { operation: 'ReEncrypt', input: { CiphertextBlob: '$c2.CiphertextBlob', DestinationKeyId: NEW } },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: OLD, PendingWindowInDays: 7 },
      note: { ja: 'これで、古いキーは安心して消せます。', en: 'Now the old key may go.' },
    },
  ],
  alternatives: [
    [
      { operation: 'CancelKeyDeletion', input: { KeyId: OLD } },
      { operation: 'EnableKey', input: { KeyId: OLD } },
    ],
  ],
  wrong: [
    { do: [{ operation: 'CancelKeyDeletion', input: { KeyId: OLD } }], fails: 'customers' },
    {
      do: [{ operation: 'ReEncrypt', input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: NEW } }],
      fails: 'customers',
    },
    {
      do: [
        { operation: 'CancelKeyDeletion', input: { KeyId: OLD } },
        { operation: 'EnableKey', input: { KeyId: OLD } },
        { operation: 'ReEncrypt', input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: NEW } },
        { operation: 'ScheduleKeyDeletion', input: { KeyId: OLD, PendingWindowInDays: 7 } },
      ],
      fails: 'contracts',
    },
    {
      do: [
        { operation: 'CancelKeyDeletion', input: { KeyId: OLD } },
        { operation: 'EnableKey', input: { KeyId: OLD } },
        { operation: 'UpdateAlias', input: { AliasName: 'alias/app', TargetKeyId: OLD } },
      ],
      fails: 'newData',
    },
  ],
  remark: {
    ja: 'キーを残すのも、包み直して消すのも正解です。残せば料金がかかり、包み直せば手間がかかります。',
    en: 'Keeping the key and wrapping its data again are both right: the one costs money, the other work.',
  },
  why: {
    stem: {
      ja: 'エイリアスを付け替えても、古いキーが要るのはなぜでしょう。',
      en: 'The alias has moved. Why is the old key needed?',
    },
    options: [
      {
        id: 'a',
        text: { ja: '暗号文は、作られたときのキーを覚えているから', en: 'A ciphertext knows the key that made it' },
        correct: true,
        why: {
          ja: '復号のときに見られるのは暗号文の中のキーで、エイリアスではありません。',
          en: 'Decrypt looks at the key inside the ciphertext, not at the alias.',
        },
      },
      {
        id: 'b',
        text: { ja: 'エイリアスは、古いキーも指し続けるから', en: 'The alias still leads to the old key as well' },
        why: { ja: 'エイリアスが指すのは、いつも1本だけです。', en: 'An alias leads to one key only.' },
      },
      {
        id: 'c',
        text: { ja: '新しいキーが、古いキーで包まれているから', en: 'The new key is wrapped under the old' },
        why: { ja: '2本のキーに関係はありません。', en: 'The two are unrelated.' },
      },
    ],
  },
});
