import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E41',
  section: 'key-deletion',
  level: 2,
  mis: ['M65'],
  title: { ja: '削除をやめたのに使えない', en: 'Called off, yet unusable' },
  task: {
    ja: '給与のキーが、間違って削除予定になっています。5日後には消えてしまいます。アプリが給与明細をまた読めるようにしてください。',
    en: 'The payroll key was scheduled for deletion by mistake and will be gone in five days. Let the application read the payslip again.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { $utf8: '2026年3月分 給与明細' } },
      as: 'app',
      save: 'c1',
    },
    { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 }, as: 'keyadmin' },
    { advance: 'P2D' },
  ],
  labels: { c1: { ja: '給与明細', en: 'Payslip' } },
  bench: {
    operations: [
      'DescribeKey',
      'CancelKeyDeletion',
      'EnableKey',
      'DisableKey',
      'CreateKey',
      'ScheduleKeyDeletion',
      'Decrypt',
    ],
    principals: ['admin', 'app'],
  },
  checks: [
    {
      id: 'usable',
      say: { ja: 'アプリが給与明細を復号できる', en: 'The application can decrypt the payslip' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'ok',
    },
    {
      id: 'lasting',
      say: { ja: '10日後も復号できる', en: 'It still can in ten days' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      at: 'P10D',
      is: 'ok',
    },
  ],
  feedback: {
    'usable@KMSInvalidStateException': {
      say: {
        ja: 'キーはまだ削除待ちです。削除待ちの間は、どの暗号化オペレーションにも使えません。',
        en: 'The key still waits for its deletion. While it waits it serves no cryptographic operation.',
      },
    },
    'usable@DisabledException': {
      say: {
        ja: '予約は取り消せました。では、キーの今の状態は何でしょう。DescribeKeyで確かめてみましょう。',
        en: 'The deletion is called off. So what state is the key in now? Ask DescribeKey.',
      },
      log: 'CancelKeyDeletion',
    },
    'usable@AccessDeniedException': {
      say: {
        ja: '期日が過ぎて、キーは消えました。給与明細を開ける鍵は、もうどこにもありません。',
        en: 'The date has passed and the key is gone. Nothing anywhere opens the payslip any more.',
      },
    },
  },
  hints: [
    {
      ja: 'キーの状態を見てください。復号が断られた理由は、エラーの文に書かれています。',
      en: 'Look at the state of the key. The error message says why Decrypt is refused.',
    },
    {
      ja: '予約の取り消しと、使えるようにすることは、別の操作です。取り消したキーは、無効の状態に着地します。',
      en: 'Calling off the deletion and making the key usable are two things. A key that was called off lands disabled.',
    },
    {
      ja: 'CancelKeyDeletionで取り消してから、EnableKeyで有効にします。',
      en: 'Call it off with CancelKeyDeletion, then switch it on with EnableKey.',
    },
  ],
  solution: [
    {
      operation: 'CancelKeyDeletion',
      input: { KeyId },
      note: {
        ja: 'まず、予約を取り消します。キーはDisabledになります。',
        en: 'First call off the deletion: the key becomes Disabled.',
      },
    },
    {
      operation: 'EnableKey',
      input: { KeyId },
      note: { ja: '続けて有効にします。', en: 'Then enable it.' },
    },
  ],
  alternatives: [
    [
      { operation: 'DescribeKey', input: { KeyId } },
      { operation: 'CancelKeyDeletion', input: { KeyId } },
      { advance: 'P1D' },
      { operation: 'EnableKey', input: { KeyId } },
    ],
  ],
  wrong: [
    { do: [{ operation: 'CancelKeyDeletion', input: { KeyId } }], fails: 'usable' },
    { do: [{ operation: 'EnableKey', input: { KeyId } }], fails: 'usable' },
    { do: [{ operation: 'CreateKey', input: {} }], fails: 'usable' },
    { do: [{ advance: 'P6D' }, { operation: 'CancelKeyDeletion', input: { KeyId } }], fails: 'usable' },
    {
      do: [
        { operation: 'CancelKeyDeletion', input: { KeyId } },
        { operation: 'EnableKey', input: { KeyId } },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 30 } },
      ],
      fails: 'usable',
    },
  ],
  why: {
    stem: {
      ja: '取り消したキーが、すぐには使えない状態に戻るのはなぜでしょう。',
      en: 'Why does a key that was called off not become usable at once?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '使い始めるかどうかを、改めて人が決められるようにするため',
          en: 'So that somebody decides anew whether it is to be used',
        },
        correct: true,
        why: {
          ja: '予約には理由があったはずです。取り消しは消さないという判断だけで、使うという判断は別に求められます。',
          en: 'There was some reason to schedule it. Calling it off decides that it stays; that it is used is another decision.',
        },
      },
      {
        id: 'b',
        text: {
          ja: 'キーマテリアルを作り直すのに、しばらく時間がかかるため',
          en: 'Because making its key material anew takes a while',
        },
        why: {
          ja: 'キーマテリアルは期日まで消えません。作り直すこともありません。',
          en: 'The material stays until the date. It is never made anew.',
        },
      },
      {
        id: 'c',
        text: {
          ja: '予約する前に、誰かがキーを無効にしていたはずだから',
          en: 'Because somebody must have disabled it before scheduling',
        },
        why: {
          ja: 'このキーは有効なまま予約されました。それでも着地する状態は同じです。',
          en: 'This key was enabled when it was scheduled. It lands disabled all the same.',
        },
      },
    ],
  },
});
