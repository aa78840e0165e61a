import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E39',
  section: 'key-deletion',
  level: 1,
  mis: ['M63'],
  title: { ja: 'まず止めてみる', en: 'Stop it first' },
  task: {
    ja: '「archiveはもう誰も使っていないから消していい」と言われました。本当に誰も困らないかを、やり直しのきくやり方で確かめ、削除の予約まで進めてください。',
    en: 'You are told that nobody uses "archive" any more and that it can go. Find out whether anybody is hurt, in a way that can be undone, and get as far as scheduling its deletion.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'archive' }, save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { $utf8: '2019年 監査資料' } },
      as: 'app',
      save: 'c1',
    },
    { advance: 'P60D' },
  ],
  labels: { c1: { ja: '監査資料', en: 'Audit papers' } },
  bench: {
    operations: ['DescribeKey', 'DisableKey', 'EnableKey', 'Decrypt', 'ScheduleKeyDeletion', 'CancelKeyDeletion'],
    principals: ['admin', 'app'],
  },
  checks: [
    {
      id: 'seen',
      say: {
        ja: '止めた影響を、アプリの失敗として見た',
        en: 'The effect was seen as a failure of the application',
      },
      log: { event: 'Decrypt', errorCode: 'DisabledException', by: 'app' },
      atLeast: 1,
    },
    {
      id: 'order',
      say: { ja: '止めてから、削除を予約した', en: 'It was stopped before its deletion was scheduled' },
      before: ['DisableKey', 'ScheduleKeyDeletion'],
    },
    {
      id: 'rescue',
      say: { ja: '困る人が出ても、まだ間に合う', en: 'If anybody is hurt there is still time' },
      plain: '$c1',
      is: 'recoverable',
    },
  ],
  feedback: {
    seen: {
      say: {
        ja: '止めたあと、アプリとして監査資料を復号してみましょう。使う人がいるかどうかは、失敗の記録でわかります。',
        en: 'After stopping it, decrypt the audit papers as the application. A recorded failure tells that somebody uses the key.',
      },
      log: 'DisableKey',
    },
    'order@first missing': {
      say: {
        ja: 'いきなり削除を予約しても使えなくなりますが、期日を過ぎると取り返しがつきません。もっと手軽に止める方法があります。',
        en: 'Scheduling its deletion stops it too, but past the date nothing helps. There is a gentler way to stop it.',
      },
      log: 'ScheduleKeyDeletion',
    },
    'order@second missing': {
      say: {
        ja: '影響は確かめられました。では、削除の予約まで進めましょう。',
        en: 'You have seen the effect. Now go on to schedule the deletion.',
      },
    },
    'order@reversed': {
      say: {
        ja: '順序が逆です。予約のあとで止めても、期日は近付いてきます。',
        en: 'The order is reversed: stopping it after scheduling does not hold the date back.',
      },
      log: 'ScheduleKeyDeletion',
    },
    rescue: {
      say: {
        ja: '時計が期日を過ぎ、監査資料は失われました。',
        en: 'The clock passed the date, and the audit papers are lost.',
      },
    },
  },
  hints: [
    {
      ja: '「使えなくする」方法は二つあります。やり直しがきくのはどちらでしょう。',
      en: 'There are two ways to make a key unusable. Which one can be taken back?',
    },
    {
      ja: '無効化は、いつでも戻せます。止めておいて、誰かの呼び出しが失敗するかを見ます。',
      en: 'Disabling can be undone at any time. Stop the key and see whether anybody runs into a failure.',
    },
    {
      ja: 'DisableKeyのあと、appとしてDecryptを呼び、それからScheduleKeyDeletionへ進みます。',
      en: 'DisableKey, then Decrypt as app, and only then ScheduleKeyDeletion.',
    },
  ],
  solution: [
    {
      operation: 'DisableKey',
      input: { KeyId },
      note: { ja: '戻せるやり方で止めます。', en: 'Stop it in a way that can be undone.' },
    },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob' },
      as: 'app',
      note: {
        ja: 'アプリは失敗します。使う人がいれば、こうして見つかります。',
        en: 'The application fails: this is how a user is found.',
      },
    },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId, PendingWindowInDays: 30 },
      note: {
        ja: '誰も困らないと確かめてから、長めの待機期間で予約します。',
        en: 'Once nobody is hurt, schedule with a long waiting period.',
      },
    },
  ],
  alternatives: [
    [
      { operation: 'DisableKey', input: { KeyId } },
      { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
      { operation: 'EnableKey', input: { KeyId } },
      { advance: 'P30D' },
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
    ],
  ],
  wrong: [
    { do: [{ operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } }], fails: 'seen' },
    {
      do: [
        { operation: 'DisableKey', input: { KeyId } },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
      ],
      fails: 'order',
    },
    {
      do: [
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
        { operation: 'CancelKeyDeletion', input: { KeyId } },
        { operation: 'DisableKey', input: { KeyId } },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
      ],
      fails: 'order',
    },
    {
      do: [
        { operation: 'DisableKey', input: { KeyId } },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
        { advance: 'P7D' },
      ],
      fails: 'rescue',
    },
  ],
  why: {
    stem: {
      ja: '削除の予約ではなく、無効化から始めるのはなぜでしょう。',
      en: 'Why begin by disabling the key rather than by scheduling its deletion?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '期限なしに待てて、いつでも戻せるから',
          en: 'It may last as long as needed and be undone at any time',
        },
        correct: true,
        why: {
          ja: '四半期に一度しか動かない処理もあります。無効化なら、その日まで待てます。',
          en: 'Some jobs run once a quarter. A disabled key can wait for that day.',
        },
      },
      {
        id: 'b',
        text: { ja: '無効なキーには、料金が一切かからないから', en: 'A disabled key costs nothing at all' },
        why: { ja: '無効にしても、キーの料金は続きます。', en: 'A disabled key is still charged for.' },
      },
      {
        id: 'c',
        text: {
          ja: '無効にしないと、予約が受け付けられないから',
          en: 'A deletion is only accepted for a disabled key',
        },
        why: {
          ja: '有効なキーでも予約できます。だから危ないのです。',
          en: 'An enabled key can be scheduled too. That is the danger.',
        },
      },
    ],
  },
});
