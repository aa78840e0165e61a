import { defineExercise, type LogRecord } from '../../src/learn/exercise.ts';

const kms = (id: string, record: LogRecord['record']): LogRecord => ({
  id,
  record: { eventSource: 'kms.amazonaws.com', ...record },
});

/** A morning of CloudTrail, shortened to what tells the events apart. */
const MORNING: readonly LogRecord[] = [
  kms('ok', { eventName: 'Decrypt' }),
  kms('disabledUse', {
    eventName: 'Decrypt',
    errorCode: 'DisabledException',
    errorMessage: 'arn:aws:kms:ap-northeast-1:111122223333:key/1a is disabled.',
  }),
  kms('pendingUse', {
    eventName: 'GenerateDataKey',
    errorCode: 'KMSInvalidStateException',
    errorMessage: 'arn:aws:kms:ap-northeast-1:111122223333:key/2b is pending deletion.',
  }),
  kms('pendingImport', {
    eventName: 'Encrypt',
    errorCode: 'KMSInvalidStateException',
    errorMessage: 'arn:aws:kms:ap-northeast-1:111122223333:key/3c is pending import.',
  }),
  kms('denied', {
    eventName: 'Decrypt',
    errorCode: 'AccessDenied',
    errorMessage: 'User: arn:aws:iam::111122223333:role/batch is not authorized to perform: kms:Decrypt',
  }),
  kms('notFound', { eventName: 'Decrypt', errorCode: 'NotFoundException', errorMessage: 'Alias is not found.' }),
  kms('disable', { eventName: 'DisableKey', requestParameters: { keyId: '1a' } }),
  kms('disableDenied', { eventName: 'DisableKey', errorCode: 'AccessDenied', requestParameters: { keyId: '9z' } }),
  kms('schedule', { eventName: 'ScheduleKeyDeletion', requestParameters: { keyId: '2b', pendingWindowInDays: 7 } }),
  kms('enable', { eventName: 'EnableKey', requestParameters: { keyId: '4d' } }),
  { id: 's3denied', record: { eventSource: 's3.amazonaws.com', eventName: 'GetObject', errorCode: 'AccessDenied' } },
  { id: 's3ok', record: { eventSource: 's3.amazonaws.com', eventName: 'PutObject' } },
];

const USED =
  '{ ($.eventSource = "kms.amazonaws.com") && (($.errorCode = "DisabledException") || ($.errorMessage = "* is pending deletion.")) }';
const STOPPED = '{ ($.eventName = "DisableKey" || $.eventName = "ScheduleKeyDeletion") && $.errorCode NOT EXISTS }';

export default defineExercise({
  id: 'E46',
  section: 'key-deletion',
  level: 3,
  mis: ['M70', 'M73'],
  title: { ja: 'フィルターを書く', en: 'Write the filter' },
  task: {
    ja: 'キーを片付ける間、二つのことを見張りたいと思います。止めたキーや消す予定のキーが使われたことと、誰かがキーを止めたり削除を予約したりしたことです。余計なものを拾わずに見つけるパターンを、2本書いてください。',
    en: 'While keys are being cleared away you want to watch two things: that a stopped or doomed key is used, and that somebody stops a key or schedules its deletion. Write two patterns that find these and nothing else.',
  },
  world: [],
  bench: { operations: [] },
  fields: [
    {
      id: 'used',
      type: 'pattern',
      label: {
        ja: 'パターン1：止めたキー、消す予定のキーが使われた',
        en: 'Pattern 1: a stopped or doomed key was used',
      },
      records: MORNING,
    },
    {
      id: 'stopped',
      type: 'pattern',
      label: {
        ja: 'パターン2：キーが止められた、削除が予約された（失敗した試みは除く）',
        en: 'Pattern 2: a key was stopped or scheduled for deletion, failed attempts left out',
      },
      records: MORNING,
    },
  ],
  checks: [
    {
      id: 'used',
      say: {
        ja: 'パターン1が、利用の失敗2件だけに一致する',
        en: 'Pattern 1 matches the two failed uses and nothing else',
      },
      filter: 'used',
      matches: ['disabledUse', 'pendingUse'],
    },
    {
      id: 'stopped',
      say: {
        ja: 'パターン2が、成功した操作2件だけに一致する',
        en: 'Pattern 2 matches the two successful operations and nothing else',
      },
      filter: 'stopped',
      matches: ['disable', 'schedule'],
    },
  ],
  feedback: {
    'used@missed': {
      say: {
        ja: '拾うべき記録を逃しています。無効のキーのエラーと、削除待ちのキーのエラーは名前が違います。',
        en: 'It misses a record. The errors of a disabled key and of a pending one have different names.',
      },
    },
    'used@tooMany': {
      say: {
        ja: '余計な記録まで拾っています。KMSInvalidStateExceptionは、マテリアル待ちのキーでも返されます。',
        en: 'It matches too much. KMSInvalidStateException also answers for keys that wait for material.',
      },
    },
    'used@invalid': {
      say: {
        ja: 'パターンとして読めません。JSONのパターンは波かっこで囲みます。',
        en: 'This is not a pattern. A JSON pattern stands in curly brackets.',
      },
    },
    used: { say: { ja: 'パターン1を書きましょう。', en: 'Write pattern 1.' } },
    'stopped@tooMany': {
      say: {
        ja: '断られた試みや、ほかの操作まで拾っています。成功した記録には、ない項目があります。',
        en: 'It matches refused attempts or other operations too. A record of a success lacks a member.',
      },
    },
    'stopped@missed': {
      say: {
        ja: '拾うべき記録を逃しています。操作の名前はeventNameにあります。',
        en: 'It misses a record. The name of the operation is in eventName.',
      },
    },
    stopped: { say: { ja: 'パターン2を書きましょう。', en: 'Write pattern 2.' } },
  },
  hints: [
    {
      ja: '拾いたい記録と拾いたくない記録で、どの項目が違うかを見比べてください。',
      en: 'Compare the records that you want with those you do not: which member differs?',
    },
    {
      ja: '利用の失敗はerrorCodeやerrorMessageに、操作はeventNameに現れます。ない項目は、NOT EXISTSで確かめられます。',
      en: 'Failed uses show in errorCode or errorMessage, operations in eventName. NOT EXISTS asks for a missing member.',
    },
    {
      ja: '1本目は($.errorCode = "DisabledException") || ($.errorMessage = "* is pending deletion.")、2本目は二つのeventNameに$.errorCode NOT EXISTSを重ねます。',
      en: 'First: ($.errorCode = "DisabledException") || ($.errorMessage = "* is pending deletion."). Second: both values of eventName, and $.errorCode NOT EXISTS.',
    },
  ],
  solution: [
    {
      answer: 'used',
      is: USED,
      note: {
        ja: '無効は例外の名前で、削除待ちは文の終わりで見分けます。',
        en: 'Disabled shows in the exception, pending deletion in the end of the message.',
      },
    },
    {
      answer: 'stopped',
      is: STOPPED,
      note: { ja: '成功した記録には、errorCodeがありません。', en: 'A success has no errorCode.' },
    },
  ],
  alternatives: [
    [
      {
        answer: 'used',
        is: '{ $.errorCode = "DisabledException" || ($.errorCode = "KMSInvalidStateException" && $.errorMessage = "*pending deletion*") }',
      },
      {
        answer: 'stopped',
        is: '{ ($.eventName = "ScheduleKeyDeletion") || ($.eventName = "DisableKey" && $.errorCode NOT EXISTS) }',
      },
    ],
  ],
  wrong: [
    {
      do: [
        { answer: 'used', is: '{ $.errorCode = "*Exception" }' },
        { answer: 'stopped', is: STOPPED },
      ],
      fails: 'used',
    },
    {
      do: [
        { answer: 'used', is: '{ $.errorCode = "DisabledException" || $.errorCode = "KMSInvalidStateException" }' },
        { answer: 'stopped', is: STOPPED },
      ],
      fails: 'used',
    },
    {
      do: [
        { answer: 'used', is: USED },
        { answer: 'stopped', is: '{ $.eventName = "DisableKey" || $.eventName = "ScheduleKeyDeletion" }' },
      ],
      fails: 'stopped',
    },
    { do: [{ answer: 'used', is: '{ $.errorCode = ' }], fails: 'used' },
    {
      do: [
        { answer: 'used', is: USED },
        { answer: 'stopped', is: '{ $.eventName = "DisableKey" && $.errorCode NOT EXISTS }' },
      ],
      fails: 'stopped',
    },
  ],
  why: {
    stem: {
      ja: '"*Exception"だけで見張ると、何がまずいのでしょう。',
      en: 'What is wrong with watching for "*Exception" alone?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '関係のない失敗で鳴り、権限の拒否は逃す',
          en: 'It rings for unrelated failures, and misses denials',
        },
        correct: true,
        why: {
          ja: '権限の拒否はAccessDeniedと記録され、Exceptionで終わりません。',
          en: 'A denial is recorded as AccessDenied, without Exception at its end.',
        },
      },
      {
        id: 'b',
        text: { ja: '星印が使えないので、何も拾えない', en: 'Asterisks are not allowed, so it matches nothing' },
        why: { ja: '星印は使えます。拾い過ぎるのが問題です。', en: 'They are allowed. It matches too much.' },
      },
      {
        id: 'c',
        text: { ja: '成功した呼び出しまで、すべて拾ってしまう', en: 'It matches every successful call too' },
        why: { ja: '成功した記録には、errorCodeがありません。', en: 'A success has no errorCode.' },
      },
    ],
  },
});
