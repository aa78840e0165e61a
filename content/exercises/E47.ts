import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const BATCH = [{ Effect: 'Allow', Action: ['kms:Decrypt'], Resource: '*' }];

export default defineExercise({
  id: 'E47',
  section: 'key-deletion',
  level: 4,
  mis: ['M71'],
  title: { ja: '四半期バッチ', en: 'The quarterly batch' },
  task: {
    ja: 'quarterlyは80日間使われていないので、片付けたいと言われました。けれども、90日ごとに動くbatchがあるそうです。次にbatchが動く日まで含めて、一つのデータも失わずに、このキーの始末を付けてください。残すなら残すで構いません。',
    en: 'The key "quarterly" has not been used for 80 days and is to be cleared away. But there is said to be a batch job every 90 days. Settle the matter without losing anything on the day it runs. Keeping the key is allowed.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'quarterly' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '四半期の締め' } }, as: 'app', save: 'c1' },
    { iam: 'batch', statements: BATCH },
    { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
    { advance: 'P80D' },
  ],
  labels: { c1: { ja: '締めのデータ', en: 'Closing figures' } },
  bench: {
    operations: [
      'DescribeKey',
      'GetKeyLastUsage',
      'DisableKey',
      'EnableKey',
      'ScheduleKeyDeletion',
      'CancelKeyDeletion',
      'CreateKey',
      'ReEncrypt',
      'Decrypt',
    ],
    principals: ['admin', 'batch', 'app'],
  },
  fields: [
    {
      id: 'evidence',
      type: 'choice',
      label: {
        ja: '「80日使われていない」からわかることは、どれでしょう。',
        en: 'What does "not used for 80 days" tell?',
      },
      options: [
        {
          id: 'rare',
          text: {
            ja: '80日より長い周期の利用は、まだわからない',
            en: 'Nothing about uses that come more rarely than that',
          },
        },
        { id: 'unused', text: { ja: 'もう誰も使っていない', en: 'That nobody uses it any more' } },
        { id: 'safe', text: { ja: '7日待てば消しても安全', en: 'That it can go after seven days of waiting' } },
      ],
    },
  ],
  checks: [
    {
      id: 'evidence',
      say: { ja: '80日という数字の意味を言い当てた', en: 'The meaning of 80 days is told' },
      answer: 'evidence',
      is: 'rare',
    },
    {
      id: 'tested',
      say: {
        ja: 'batchとして呼び出し、使う人がいることを確かめた',
        en: 'Calling as batch has shown that somebody uses it',
      },
      log: { event: 'Decrypt', by: 'batch' },
      atLeast: 1,
    },
    {
      id: 'runs',
      say: {
        ja: '次のbatch（10日後）が、締めのデータを読める',
        en: 'The next batch, in ten days, reads the closing figures',
      },
      try: { as: 'batch', operation: 'Decrypt', input: { CiphertextBlob: '$latest.c1.CiphertextBlob' } },
      at: 'P10D',
      is: 'ok',
    },
    {
      id: 'kept',
      say: { ja: '40日後も、締めのデータは失われていない', en: 'In forty days nothing is lost' },
      plain: '$c1',
      at: 'P40D',
      is: 'recoverable',
    },
  ],
  feedback: {
    evidence: {
      say: {
        ja: '最後に使われた日からわかるのは、その日より後のことだけです。',
        en: 'The day of the last use tells only of the days since.',
      },
    },
    tested: {
      say: {
        ja: '推測ではなく、batchとして呼んで確かめましょう。止めてから呼べば、事故にならずに失敗が見られます。',
        en: 'Do not guess: call as batch. If the key is stopped first, the failure shows without an accident.',
      },
    },
    'runs@DisabledException': {
      say: { ja: '止めたままでは、次のbatchが失敗します。', en: 'Left stopped, the next batch fails.' },
      log: 'DisableKey',
    },
    runs: {
      say: {
        ja: '次のbatchが失敗します。batchはまだこのデータを読む必要があります。',
        en: 'The next batch fails. It still has to read this.',
      },
      log: 'ScheduleKeyDeletion',
    },
    kept: {
      say: { ja: '締めのデータが失われます。', en: 'The closing figures are lost.' },
      log: 'ScheduleKeyDeletion',
    },
  },
  hints: [
    {
      ja: '80日前に使ったのは誰か、その人は次にいつ使うかを考えてください。',
      en: 'Who used it 80 days ago, and when will they again?',
    },
    {
      ja: '止めてみれば、使う人が名乗り出ます。消したいなら、データを先に別のキーへ移す手もあります。',
      en: 'Stop the key, and its users come forward. If it must go, its data can move to another key first.',
    },
    {
      ja: 'DisableKey、batchとしてDecrypt、EnableKeyの順で確かめて残すか、新しいキーへReEncryptしてから削除を予約します。',
      en: 'Either DisableKey, Decrypt as batch, EnableKey and keep it, or ReEncrypt under a new key before scheduling.',
    },
  ],
  solution: [
    { answer: 'evidence', is: 'rare' },
    {
      operation: 'DisableKey',
      input: { KeyId },
      note: { ja: '戻せるやり方で止めます。', en: 'Stop it in a way that can be undone.' },
    },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'batch',
      note: { ja: '使う人が見つかりました。', en: 'A user has been found.' },
    },
    {
      operation: 'EnableKey',
      input: { KeyId },
      note: { ja: '次の実行までに、元へ戻します。', en: 'Back to work before the next run.' },
    },
  ],
  alternatives: [
    [
      { answer: 'evidence', is: 'rare' },
      { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
      { operation: 'CreateKey', input: { Description: 'quarterly-new' }, save: 'k2' },
      {
        operation: 'ReEncrypt',
        input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: '$k2.KeyMetadata.KeyId' },
      },
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 30 } },
    ],
    [
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 30 } },
      { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
      { operation: 'CancelKeyDeletion', input: { KeyId } },
      { operation: 'EnableKey', input: { KeyId } },
      { answer: 'evidence', is: 'rare' },
    ],
  ],
  wrong: [
    { do: [{ answer: 'evidence', is: 'unused' }], fails: 'evidence' },
    {
      do: [
        { answer: 'evidence', is: 'rare' },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
      ],
      fails: 'runs',
    },
    {
      do: [
        { answer: 'evidence', is: 'rare' },
        { operation: 'DisableKey', input: { KeyId } },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
      ],
      fails: 'runs',
    },
    { do: [{ answer: 'evidence', is: 'rare' }], fails: 'tested' },
    {
      do: [
        { answer: 'evidence', is: 'rare' },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 30 } },
      ],
      fails: 'runs',
    },
  ],
  why: {
    stem: {
      ja: '消してよいかの判断に、最後の使用日だけでは足りないのはなぜでしょう。',
      en: 'Why is the day of the last use not enough to decide?',
    },
    options: [
      {
        id: 'a',
        text: { ja: 'まれな利用と、もう使わないことを見分けられないから', en: 'It cannot tell rare use from no use' },
        correct: true,
        why: {
          ja: 'だから、止めて様子を見る期間は、いちばん長い周期より長く取ります。',
          en: 'So a key is kept stopped for longer than the longest period.',
        },
      },
      {
        id: 'b',
        text: { ja: '最後の使用日は、KMSのどこにも残らないから', en: 'The day of the last use is kept nowhere in KMS' },
        why: { ja: 'GetKeyLastUsageで調べられます。', en: 'GetKeyLastUsage tells it.' },
      },
      {
        id: 'c',
        text: { ja: '使用日には、復号の呼び出しが含まれないから', en: 'Decryptions do not count as use' },
        why: { ja: '復号も使用に数えられます。', en: 'They do.' },
      },
    ],
  },
});
