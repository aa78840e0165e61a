import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E40',
  section: 'key-deletion',
  level: 1,
  mis: ['M64', 'M66', 'M68'],
  title: { ja: '予約した瞬間に', en: 'The moment it is scheduled' },
  task: {
    ja: '「新年度なので、去年のキーは今週中に消したい。期日までは使えるよね」と頼まれました。どこが思い違いかを、予想してから最後までやってみせてください。',
    en: 'You are asked: "Last year\'s key must go this week. We can use it until then, right?" Predict what is wrong with that, then show it to the end.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'fy2025' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '2025年度 決算' } }, as: 'app', save: 'c1' },
  ],
  labels: { c1: { ja: '決算資料', en: 'Annual accounts' } },
  bench: {
    operations: ['ScheduleKeyDeletion', 'CancelKeyDeletion', 'DescribeKey', 'Decrypt', 'Encrypt'],
    principals: ['admin', 'app'],
  },
  fields: [
    {
      id: 'p1',
      type: 'choice',
      label: { ja: '予想1：待機期間を3日にすると', en: 'Prediction 1: a waiting period of three days' },
      options: [
        { id: 'ok', text: { ja: '3日後に消える', en: 'is taken, and the key goes in three days' } },
        { id: 'refused', text: { ja: '日数が短すぎると断られる', en: 'is refused as too short' } },
      ],
    },
    {
      id: 'p2',
      type: 'choice',
      label: { ja: '予想2：予約した直後のアプリの復号は', en: 'Prediction 2: the application decrypts right after' },
      options: [
        { id: 'ok', text: { ja: '期日まで成功する', en: 'and succeeds until the date' } },
        { id: 'refused', text: { ja: 'もう失敗する', en: 'and fails already' } },
      ],
    },
  ],
  checks: [
    { id: 'predicted1', say: { ja: '一つ目を予想した', en: 'The first was predicted' }, answered: 'p1' },
    { id: 'predicted2', say: { ja: '二つ目を予想した', en: 'The second was predicted' }, answered: 'p2' },
    {
      id: 'scheduled',
      say: { ja: '短すぎない日数で、削除が予約された', en: 'The deletion was scheduled with enough days' },
      log: { event: 'ScheduleKeyDeletion' },
      atLeast: 1,
    },
    {
      id: 'seen',
      say: { ja: '期日より前に、アプリの復号の失敗を見た', en: 'The application was seen to fail before the date' },
      log: { event: 'Decrypt', by: 'app', errorCode: 'KMSInvalidStateException' },
      atLeast: 1,
    },
    {
      id: 'gone',
      say: { ja: 'キーが本当に消えた', en: 'The key is really gone' },
      state: '$k1.KeyMetadata.Arn',
      is: 'Deleted',
    },
  ],
  feedback: {
    predicted1: {
      say: { ja: '先に予想を選びましょう。外れても構いません。', en: 'Choose a prediction first. It may be wrong.' },
    },
    predicted2: { say: { ja: '二つ目の予想も選びましょう。', en: 'Choose the second prediction too.' } },
    scheduled: {
      say: {
        ja: 'まだ予約されていません。受け付けられる日数を探しましょう。',
        en: 'Nothing is scheduled yet. Find a number of days that is accepted.',
      },
      log: 'ScheduleKeyDeletion',
    },
    seen: {
      say: {
        ja: '予約したあと、期日が来る前に、アプリとして復号してみましょう。',
        en: 'After scheduling, and before the date, decrypt as the application.',
      },
      log: 'ScheduleKeyDeletion',
    },
    'gone@PendingDeletion': {
      say: {
        ja: 'まだ待機期間です。時計を期日まで進めましょう。',
        en: 'It is still waiting. Turn the clock to the date.',
      },
    },
    gone: { say: { ja: 'キーはまだあります。', en: 'The key is still there.' } },
  },
  hints: [
    { ja: 'エラーの文には、受け付けられる範囲が書かれています。', en: 'The error message names what is accepted.' },
    {
      ja: '削除待ちは「使える期間」ではなく「止まって困る人を探す期間」です。',
      en: 'The waiting period is not for use, but for finding whoever is hurt.',
    },
    {
      ja: 'ScheduleKeyDeletionを7日で呼び、appとしてDecryptを試し、時計を7日進めます。',
      en: 'ScheduleKeyDeletion with 7 days, Decrypt as app, then turn the clock by 7 days.',
    },
  ],
  solution: [
    { answer: 'p1', is: 'refused' },
    { answer: 'p2', is: 'refused' },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId, PendingWindowInDays: 7 },
      note: { ja: '最短は7日です。', en: 'Seven days is the least.' },
    },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'app',
      note: { ja: '予約した瞬間から使えません。', en: 'From that moment it is of no use.' },
    },
    {
      advance: 'P7D',
      note: {
        ja: '期日に消えます。実際のAWSでは、最大24時間遅れます。',
        en: 'It goes on the date; in AWS up to 24 hours later.',
      },
    },
  ],
  alternatives: [
    [
      { answer: 'p1', is: 'ok' },
      { answer: 'p2', is: 'ok' },
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 3 } },
      { operation: 'ScheduleKeyDeletion', input: { KeyId } },
      { advance: 'P1D' },
      { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
      { advance: 'P30D' },
    ],
  ],
  wrong: [
    { do: [{ operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } }], fails: 'predicted1' },
    {
      do: [
        { answer: 'p1', is: 'ok' },
        { answer: 'p2', is: 'ok' },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
        { advance: 'P7D' },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
      ],
      fails: 'seen',
    },
    {
      do: [
        { answer: 'p1', is: 'ok' },
        { answer: 'p2', is: 'ok' },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
        { advance: 'P3D' },
      ],
      fails: 'gone',
    },
  ],
  why: {
    stem: {
      ja: '待機期間に、わざわざ使えなくするのはなぜでしょう。',
      en: 'Why is the key made useless while it waits?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '使っている人がいれば、消える前に気付けるから',
          en: 'So that whoever uses it notices before it is gone',
        },
        correct: true,
        why: { ja: '失敗は取り返せますが、削除は取り返せません。', en: 'A failure can be mended, a deletion cannot.' },
      },
      {
        id: 'b',
        text: {
          ja: '消す準備として、暗号文を集めて消しているから',
          en: 'Because its ciphertexts are being collected and erased',
        },
        why: { ja: 'KMSは暗号文を預かっていません。', en: 'KMS holds no ciphertexts.' },
      },
      {
        id: 'c',
        text: { ja: '待機期間の分の料金を、かからなくするため', en: 'So that the waiting period costs nothing' },
        why: {
          ja: '待機期間に料金がかからないのは事実ですが、使えなくする理由ではありません。',
          en: 'Waiting is free indeed, but that is not why it is useless.',
        },
      },
    ],
  },
});
