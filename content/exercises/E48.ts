import { defineExercise } from '../../src/learn/exercise.ts';

export default defineExercise({
  id: 'E48',
  section: 'key-deletion',
  level: 3,
  mis: ['M72'],
  title: { ja: 'アラームの死角', en: "The alarm's blind spots" },
  task: {
    ja: '削除待ちのキーが使われたら鳴るアラームを作りました。証跡のKMSイベントから「is pending deletion」を数える仕組みです。鳴らない使われ方を見抜いてください。下のベンチで、実際に呼んで確かめられます。',
    en: 'An alarm rings when a key that waits for its deletion is used: it counts "is pending deletion" among the KMS events of the trail. Find the uses for which it stays silent. You can try the calls on the bench.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'old-signing' }, save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/old', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: '契約書' } },
      as: 'app',
      save: 'c1',
    },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId', PendingWindowInDays: 30 } },
  ],
  labels: { c1: { ja: '契約書', en: 'Contract' } },
  bench: {
    operations: ['Decrypt', 'Encrypt', 'DescribeKey', 'ListKeys', 'GetKeyPolicy'],
    principals: ['app', 'admin'],
  },
  fields: [
    {
      id: 'rings',
      type: 'sort',
      label: { ja: 'それぞれで、アラームは鳴るでしょうか。', en: 'Does the alarm ring?' },
      rows: [
        { id: 'decrypt', text: { ja: 'アプリがDecryptを呼んだ', en: 'The application calls Decrypt' } },
        {
          id: 'describe',
          text: { ja: '誰かがDescribeKeyやListKeysを呼んだ', en: 'Somebody calls DescribeKey or ListKeys' },
        },
        {
          id: 'public',
          text: {
            ja: 'ダウンロード済みの公開鍵で、KMSの外で署名を検証した',
            en: 'A signature is verified outside KMS with a downloaded public key',
          },
        },
        {
          id: 'memory',
          text: {
            ja: '起動中のサーバーが、メモリーのデータキーでディスクを読んだ',
            en: 'A running server reads its disk with the data key in memory',
          },
        },
        {
          id: 'excluded',
          text: {
            ja: '証跡がKMSのイベントを除外していて、アプリがDecryptを呼んだ',
            en: 'The trail leaves out KMS events, and the application calls Decrypt',
          },
        },
      ],
      choices: [
        { id: 'yes', text: { ja: '鳴る', en: 'it rings' } },
        { id: 'no', text: { ja: '鳴らない', en: 'it is silent' } },
      ],
    },
    {
      id: 'close',
      type: 'choice',
      label: {
        ja: '設定だけですぐに塞げる死角は、どれでしょう。',
        en: 'Which blind spot is closed by a setting alone?',
      },
      options: [
        {
          id: 'excluded',
          text: { ja: '証跡からKMSのイベントを除外しない', en: 'Not leaving KMS events out of the trail' },
        },
        { id: 'public', text: { ja: '配った公開鍵を、使えなくする', en: 'Making the public keys handed out useless' } },
        {
          id: 'memory',
          text: {
            ja: 'サーバーのメモリーから、データキーを消す',
            en: 'Erasing the data key from the memory of servers',
          },
        },
      ],
    },
  ],
  checks: [
    {
      id: 'tried',
      say: { ja: '削除待ちのキーへの呼び出しを、実際に試した', en: 'A call to the waiting key was tried' },
      log: { event: 'Decrypt', errorCode: 'KMSInvalidStateException' },
      atLeast: 1,
    },
    {
      id: 'rings',
      say: { ja: '鳴る場合と鳴らない場合を見分けた', en: 'Ringing and silence are told apart' },
      answer: 'rings',
      is: { decrypt: 'yes', describe: 'no', public: 'no', memory: 'no', excluded: 'no' },
    },
    { id: 'closed', say: { ja: '死角を一つ塞いだ', en: 'One blind spot is closed' }, answer: 'close', is: 'excluded' },
  ],
  feedback: {
    tried: {
      say: {
        ja: 'まず、アプリとして復号し、ログに何が残るかを見ましょう。',
        en: 'First decrypt as the application, and see what the log keeps.',
      },
    },
    rings: {
      say: {
        ja: '色の付いた行が違います。KMSが呼ばれ、失敗し、その記録がログに届いたときにだけ鳴ります。',
        en: 'The marked rows are wrong. It rings only if KMS is called, fails, and the record reaches the log.',
      },
    },
    closed: {
      say: {
        ja: 'KMSの外で起きることは、KMSの設定では変えられません。',
        en: 'What happens outside KMS is not changed by its settings.',
      },
    },
  },
  hints: [
    { ja: 'アラームが数えているのは、どんな記録でしょう。', en: 'What kind of record does the alarm count?' },
    {
      ja: 'KMSを呼ばない使い方と、成功する呼び出しは、失敗の記録を残しません。',
      en: 'A use without KMS, and a call that succeeds, leave no record of a failure.',
    },
    {
      ja: '鳴るのはアプリのDecryptだけです。証跡の除外をやめれば、一つ塞げます。',
      en: 'Only the Decrypt of the application rings. Stop leaving KMS out of the trail to close one.',
    },
  ],
  solution: [
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'app',
      note: { ja: '失敗が記録されます。これは数えられます。', en: 'A failure is recorded: this one counts.' },
    },
    {
      operation: 'DescribeKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId' },
      as: 'admin',
      note: { ja: 'こちらは成功するので、数えられません。', en: 'This succeeds, so it does not.' },
    },
    { answer: 'rings', is: { decrypt: 'yes', describe: 'no', public: 'no', memory: 'no', excluded: 'no' } },
    { answer: 'close', is: 'excluded' },
  ],
  alternatives: [
    [
      { answer: 'close', is: 'excluded' },
      { answer: 'rings', is: { decrypt: 'yes', describe: 'no', public: 'no', memory: 'no', excluded: 'no' } },
      { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'admin' },
    ],
  ],
  wrong: [
    {
      do: [{ answer: 'rings', is: { decrypt: 'yes', describe: 'no', public: 'no', memory: 'no', excluded: 'no' } }],
      fails: 'tried',
    },
    {
      do: [
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
        { answer: 'rings', is: { decrypt: 'yes', describe: 'yes', public: 'no', memory: 'no', excluded: 'no' } },
        { answer: 'close', is: 'excluded' },
      ],
      fails: 'rings',
    },
    {
      do: [
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
        { answer: 'rings', is: { decrypt: 'yes', describe: 'no', public: 'no', memory: 'no', excluded: 'no' } },
        { answer: 'close', is: 'memory' },
      ],
      fails: 'closed',
    },
  ],
  why: {
    stem: {
      ja: 'アラームが30日間鳴らなければ、消しても安全でしょうか。',
      en: 'If the alarm stays silent for thirty days, is deletion safe?',
    },
    options: [
      {
        id: 'a',
        text: { ja: '安全とは限らない。鳴らない使われ方がある', en: 'Not surely: some uses never ring' },
        correct: true,
        why: {
          ja: 'アラームは手がかりの一つです。使う人や暗号文の在りかも調べます。',
          en: 'It is one clue. Users and ciphertexts must be looked for too.',
        },
      },
      {
        id: 'b',
        text: { ja: '安全だ。使われれば必ずKMSが呼ばれる', en: 'Yes: every use calls KMS' },
        why: {
          ja: '公開鍵やメモリーのデータキーは、KMSを呼びません。',
          en: 'Public keys and data keys in memory do not.',
        },
      },
      {
        id: 'c',
        text: { ja: '安全だ。30日は待機期間の最長だから', en: 'Yes: thirty days is the longest wait' },
        why: { ja: '30日より長い周期の利用もあります。', en: 'Some uses come more rarely than that.' },
      },
    ],
  },
});
