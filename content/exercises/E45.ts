import { defineExercise } from '../../src/learn/exercise.ts';

export default defineExercise({
  id: 'E45',
  section: 'key-deletion',
  level: 2,
  mis: ['M70'],
  title: { ja: 'ログから状態を当てる', en: 'Read the state off the log' },
  task: {
    ja: '夜の間に、いくつもの呼び出しが失敗しました。ログに残ったエラーだけを見て、何が起きていたのかを仕分けてください。',
    en: 'Several calls failed overnight. From the errors in the log alone, sort out what was the matter with each.',
  },
  world: [],
  bench: { operations: [] },
  fields: [
    {
      id: 'cause',
      type: 'sort',
      label: { ja: 'それぞれの失敗の原因は、どれでしょう。', en: 'What caused each failure?' },
      rows: [
        { id: 'disabled', text: 'Decrypt → DisabledException: arn:aws:kms:…:key/1a is disabled.' },
        { id: 'pending', text: 'Decrypt → KMSInvalidStateException: arn:aws:kms:…:key/2b is pending deletion.' },
        { id: 'import', text: 'GenerateDataKey → KMSInvalidStateException: arn:aws:kms:…:key/3c is pending import.' },
        { id: 'policy', text: 'Decrypt → AccessDenied: User: …:role/batch is not authorized to perform: kms:Decrypt' },
        {
          id: 'replica',
          text: 'Encrypt → KMSInvalidStateException: arn:aws:kms:…:key/mrk-4d is pending replica deletion.',
        },
        { id: 'context', text: 'Decrypt → InvalidCiphertextException' },
      ],
      choices: [
        { id: 'off', text: { ja: '無効にされたキー', en: 'a disabled key' } },
        { id: 'going', text: { ja: '削除が予約されたキー', en: 'a key scheduled for deletion' } },
        { id: 'material', text: { ja: 'マテリアルのないキー', en: 'a key without material' } },
        { id: 'allowed', text: { ja: '権限', en: 'permission' } },
        { id: 'input', text: { ja: '呼び出し方', en: 'the way it was called' } },
      ],
    },
    {
      id: 'odd',
      type: 'choice',
      label: {
        ja: '次の記録のうち、実際のKMSが書くはずのないものはどれでしょう。',
        en: 'Which of these records would the real KMS never write?',
      },
      options: [
        { id: 'a', text: '{"errorCode": "DisabledException", "errorMessage": "… is disabled."}' },
        { id: 'b', text: '{"errorCode": "KMSInvalidStateException", "errorMessage": "… is disabled."}' },
        { id: 'c', text: '{"errorCode": "KMSInvalidStateException", "errorMessage": "… is pending deletion."}' },
      ],
    },
  ],
  checks: [
    {
      id: 'causes',
      say: { ja: '6つの失敗の原因を見分けた', en: 'The causes of the six failures are told apart' },
      answer: 'cause',
      is: {
        disabled: 'off',
        pending: 'going',
        import: 'material',
        policy: 'allowed',
        replica: 'going',
        context: 'input',
      },
    },
    {
      id: 'odd',
      say: { ja: 'あり得ない記録を見つけた', en: 'The impossible record is found' },
      answer: 'odd',
      is: 'b',
    },
  ],
  feedback: {
    causes: {
      say: {
        ja: '色の付いた行が違います。errorCodeだけで決めず、errorMessageの最後まで読みましょう。',
        en: 'The marked rows are wrong. Do not decide by errorCode alone: read errorMessage to its end.',
      },
    },
    odd: {
      say: {
        ja: '無効のキーのエラーには、専用の名前があります。',
        en: 'The error of a disabled key has a name of its own.',
      },
    },
  },
  hints: [
    { ja: 'errorMessageの、isの後に続く言葉を見てください。', en: 'Look at the words after "is" in errorMessage.' },
    {
      ja: 'KMSInvalidStateExceptionは、いくつもの状態で返されます。無効だけは別の例外です。',
      en: 'KMSInvalidStateException answers for several states. Only disabled keys have another exception.',
    },
    {
      ja: 'is disabledは無効、pending deletionとpending replica deletionは削除待ち、pending importはマテリアル待ちです。',
      en: '"is disabled" is disabled; "pending deletion" and "pending replica deletion" wait to go; "pending import" waits for material.',
    },
  ],
  solution: [
    {
      answer: 'cause',
      is: {
        disabled: 'off',
        pending: 'going',
        import: 'material',
        policy: 'allowed',
        replica: 'going',
        context: 'input',
      },
      note: {
        ja: 'メッセージの最後の言葉が、状態を教えてくれます。',
        en: 'The last words of the message name the state.',
      },
    },
    {
      answer: 'odd',
      is: 'b',
      note: { ja: '無効のキーはDisabledExceptionです。', en: 'A disabled key answers DisabledException.' },
    },
  ],
  alternatives: [
    [
      { answer: 'odd', is: 'b' },
      {
        answer: 'cause',
        is: {
          context: 'input',
          replica: 'going',
          policy: 'allowed',
          import: 'material',
          pending: 'going',
          disabled: 'off',
        },
      },
    ],
  ],
  wrong: [
    {
      do: [
        {
          answer: 'cause',
          is: {
            disabled: 'off',
            pending: 'off',
            import: 'material',
            policy: 'allowed',
            replica: 'going',
            context: 'input',
          },
        },
        { answer: 'odd', is: 'b' },
      ],
      fails: 'causes',
    },
    {
      do: [
        {
          answer: 'cause',
          is: {
            disabled: 'off',
            pending: 'going',
            import: 'material',
            policy: 'allowed',
            replica: 'going',
            context: 'input',
          },
        },
        { answer: 'odd', is: 'a' },
      ],
      fails: 'odd',
    },
  ],
  why: {
    stem: {
      ja: '無効と削除待ちを、早く見分けたいのはなぜでしょう。',
      en: 'Why tell disabled and pending deletion apart quickly?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '削除待ちには期日があり、過ぎると戻せないから',
          en: 'A pending deletion has a date, and past it nothing helps',
        },
        correct: true,
        why: {
          ja: '無効なら慌てなくても大丈夫ですが、削除待ちは時間との勝負です。',
          en: 'A disabled key can wait. A pending deletion cannot.',
        },
      },
      {
        id: 'b',
        text: { ja: '無効のキーは、元に戻すのに時間がかかるから', en: 'A disabled key takes long to come back' },
        why: { ja: 'EnableKeyで、すぐに戻せます。', en: 'EnableKey brings it back at once.' },
      },
      {
        id: 'c',
        text: { ja: '片方だけが、CloudTrailに記録されるから', en: 'Only one of the two is recorded in CloudTrail' },
        why: { ja: 'どちらの失敗も記録されます。', en: 'Both failures are recorded.' },
      },
    ],
  },
});
