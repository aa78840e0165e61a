import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const ARN = '$k1.KeyMetadata.Arn';
const OWN = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const PARTNER = {
  Sid: 'Partner',
  Effect: 'Allow',
  Principal: { AWS: { $principal: 'B:bi' } },
  Action: 'kms:*',
  Resource: '*',
};
const ACROSS = ['describe', 'decrypt', 'datakey', 'grant'];
const TRY = { operation: 'ScheduleKeyDeletion', input: { KeyId: ARN, PendingWindowInDays: 7 }, as: 'B:bi' } as const;
const SCHEDULE = { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 30 }, as: 'admin' } as const;

export default defineExercise({
  id: 'E36',
  section: 'cross-account',
  level: 2,
  mis: ['M52'],
  title: { ja: '越境で消せる？', en: 'Deleted from next door?' },
  task: {
    ja: '取引先（B）のbiに、このキーの片付けまで任せようと、キーポリシーもIAMポリシーもkms:*を許可しました。biとして削除を予約してみて、別のアカウントからできる操作を選んでください。それから、キーを削除待ちの状態にしてください。',
    en: "Partner B's bi was to take care of this key to the end: both the key policy and IAM allow it kms:*. As bi try to schedule the deletion, and choose what can be done from another account. Then bring the key to where it awaits deletion.",
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'partner' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '共同企画書' } }, as: 'app', save: 'c1' },
    { operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [OWN, PARTNER] } } },
    { iam: 'B:bi', statements: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
  ],
  labels: { c1: { ja: '共同企画書', en: 'Joint plan' } },
  bench: {
    operations: [
      'ScheduleKeyDeletion',
      'DisableKey',
      'PutKeyPolicy',
      'DescribeKey',
      'Decrypt',
      'GenerateDataKey',
      'CreateGrant',
      'EnableKeyRotation',
      'CancelKeyDeletion',
    ],
    principals: ['B:bi', 'admin'],
  },
  fields: [
    {
      id: 'across',
      type: 'multi',
      label: { ja: '別のアカウントからできる操作', en: 'What can be done from another account' },
      options: [
        { id: 'describe', text: 'DescribeKey' },
        { id: 'disable', text: 'DisableKey' },
        { id: 'decrypt', text: 'Decrypt' },
        { id: 'policy', text: 'PutKeyPolicy' },
        { id: 'datakey', text: 'GenerateDataKey' },
        { id: 'delete', text: 'ScheduleKeyDeletion' },
        { id: 'grant', text: 'CreateGrant' },
        { id: 'rotation', text: 'EnableKeyRotation' },
      ],
    },
  ],
  checks: [
    {
      id: 'tried',
      say: { ja: 'biの削除の予約が断られるのを見た', en: "bi's attempt to schedule the deletion was seen refused" },
      log: { event: 'ScheduleKeyDeletion', by: 'B:bi', errorCode: 'AccessDenied' },
      atLeast: 1,
    },
    {
      id: 'across',
      say: { ja: '別のアカウントからできる操作を選んだ', en: 'What works from another account was chosen' },
      answer: 'across',
      is: ACROSS,
    },
    {
      id: 'waiting',
      say: { ja: 'キーが削除を待っている', en: 'The key awaits its deletion' },
      state: ARN,
      is: 'PendingDeletion',
    },
  ],
  feedback: {
    tried: {
      say: {
        ja: 'まず、biとして削除を予約してみましょう。別のアカウントのキーなので、キーARNで指定します。',
        en: 'First try to schedule the deletion as bi. The key is in another account, so name it by its key ARN.',
      },
    },
    across: {
      say: {
        ja: 'どれも台の上にあります。biとして一つずつ試せば、できるかどうかが分かります。',
        en: 'All of them are on the bench. Try them as bi, one by one, and you will know.',
      },
    },
    waiting: {
      say: {
        ja: 'キーはまだ削除待ちではありません。これができるのは、キーを持つアカウントの人だけです。',
        en: 'The key does not await deletion yet. Only somebody of the account that owns it can see to that.',
      },
      log: 'ScheduleKeyDeletion',
    },
  },
  hints: [
    {
      ja: 'biとadminを切り替えて、同じ操作を呼び比べてください。',
      en: 'Switch between bi and admin and compare the same call.',
    },
    {
      ja: '別のアカウントに開かれているのは、暗号に使う操作、グラント、キーを調べる一部の操作です。キーの一生を決める操作は、ポリシーに何と書いても開かれません。',
      en: 'What is open to other accounts is cryptographic use, grants and some ways to look at the key. What decides over its life is not, whatever the policy says.',
    },
    {
      ja: 'DescribeKey、Decrypt、GenerateDataKey、CreateGrantを選びます。ScheduleKeyDeletionは、まずbiとして、次にadminとして呼びます。',
      en: 'Choose DescribeKey, Decrypt, GenerateDataKey and CreateGrant. Call ScheduleKeyDeletion first as bi, then as admin.',
    },
  ],
  solution: [
    {
      ...TRY,
      note: { ja: '両方のポリシーが許していても、断られます。', en: 'Refused, though both policies allow it.' },
    },
    {
      answer: 'across',
      is: ACROSS,
      note: {
        ja: '使うことと貸すことは越境でき、管理は越境できません。',
        en: 'Use and lending cross the border; management does not.',
      },
    },
    {
      ...SCHEDULE,
      note: { ja: 'キーを持つアカウントで予約します。', en: 'Schedule it in the account that owns the key.' },
    },
  ],
  alternatives: [
    [
      { operation: 'DisableKey', input: { KeyId: ARN }, as: 'B:bi' },
      { operation: 'DescribeKey', input: { KeyId: ARN }, as: 'B:bi' },
      TRY,
      { operation: 'DisableKey', input: { KeyId }, as: 'admin' },
      SCHEDULE,
      { answer: 'across', is: ACROSS },
    ],
  ],
  wrong: [
    { do: [{ answer: 'across', is: ACROSS }, SCHEDULE], fails: 'tried' },
    { do: [TRY, { answer: 'across', is: [...ACROSS, 'delete'] }, SCHEDULE], fails: 'across' },
    { do: [TRY, { answer: 'across', is: ['decrypt'] }, SCHEDULE], fails: 'across' },
    { do: [TRY, { answer: 'across', is: ACROSS }], fails: 'waiting' },
  ],
  why: {
    stem: {
      ja: 'キーポリシーにkms:*と書いてあるのに、biが削除を予約できないのはなぜでしょう。',
      en: 'Why can bi not schedule the deletion, though the key policy says kms:*?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '削除の予約は、同じアカウントのプリンシパルにしか開かれていない操作だから',
          en: 'Because scheduling deletion is open to principals of the same account only',
        },
        correct: true,
        why: {
          ja: '越境できるかどうかは操作ごとに決まっています。越境できない操作では、許可を書いても働きません。',
          en: 'Each operation is open to other accounts or is not. Where it is not, a permission has no effect.',
        },
      },
      {
        id: 'b',
        text: {
          ja: 'キーポリシーの*に、削除の予約が含まれないから',
          en: 'Because * in a key policy leaves out the scheduling of deletion',
        },
        why: {
          ja: '含まれます。同じ文で許されたAのプリンシパルなら、予約できます。',
          en: 'It does not. A principal of A that the same words allow can schedule it.',
        },
      },
      {
        id: 'c',
        text: { ja: 'biのIAMポリシーが足りないから', en: "Because bi's IAM policy is not enough" },
        why: {
          ja: 'IAMもkms:*を許しています。それでも断られました。',
          en: 'IAM allows kms:* as well, and still it was refused.',
        },
      },
    ],
  },
});
