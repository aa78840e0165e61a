import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const USE = {
  Sid: 'Use',
  Effect: 'Allow',
  Principal: { AWS: { $principal: 'app' } },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:DescribeKey'],
  Resource: '*',
};
const MANAGE = {
  Sid: 'Manage',
  Effect: 'Allow',
  Principal: { AWS: { $principal: 'keyadmin' } },
  Action: ['kms:PutKeyPolicy', 'kms:GetKeyPolicy', 'kms:DescribeKey'],
  Resource: '*',
};
const put = (statements: readonly object[], more: object = {}) =>
  ({
    operation: 'PutKeyPolicy',
    input: { KeyId, Policy: { $policy: statements }, ...more },
    as: 'keyadmin',
  }) as const;

export default defineExercise({
  id: 'E32',
  section: 'key-policies',
  level: 2,
  mis: ['M47'],
  title: { ja: '締め出しガード', en: 'The lockout guard' },
  task: {
    ja: '人事のデータを読めるのはアプリだけにせよ、と言われました。まず、自分（keyadmin）を含まないポリシーを入れるとどうなるかを見てから、アプリだけが復号でき、keyadminがこれからもポリシーを直せる形にしてください。',
    en: 'Only the application is to read the personnel data. First see what comes of a policy without yourself (keyadmin) in it; then get to where only the application decrypts and keyadmin can still mend the policy.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'personnel' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '人事評価' } }, as: 'app', save: 'c1' },
  ],
  labels: { c1: { ja: '人事評価', en: 'Appraisals' } },
  bench: {
    operations: ['GetKeyPolicy', 'PutKeyPolicy', 'Decrypt', 'DescribeKey'],
    principals: ['keyadmin', 'app', 'admin'],
  },
  checks: [
    {
      id: 'seen',
      say: { ja: '自分を締め出すポリシーが断られるのを見た', en: 'A policy that locks you out was seen refused' },
      log: { event: 'PutKeyPolicy', errorCode: 'MalformedPolicyDocumentException' },
      atLeast: 1,
    },
    {
      id: 'app',
      say: { ja: 'アプリが人事評価を復号できる', en: 'The application decrypts the appraisals' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'ok',
    },
    {
      id: 'only',
      say: { ja: 'adminは復号できない', en: 'admin cannot' },
      try: { as: 'admin', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'AccessDeniedException',
    },
    {
      id: 'managed',
      say: { ja: 'keyadminが、これからもポリシーを直せる', en: 'keyadmin can go on mending the policy' },
      try: put([USE, MANAGE]),
      is: 'ok',
    },
  ],
  feedback: {
    seen: {
      say: {
        ja: 'アプリの文だけのポリシーを入れてみましょう。どんな例外で断られるでしょう。',
        en: 'Try a policy with nothing but the application. By what exception is it refused?',
      },
      log: 'PutKeyPolicy',
    },
    app: {
      say: { ja: 'アプリまで締め出されています。', en: 'The application is locked out too.' },
      log: 'PutKeyPolicy',
    },
    only: {
      say: {
        ja: 'adminはまだ読めます。:rootに任せる文がある限り、IAMの許可が効きます。',
        en: 'admin can still read. While a statement leaves it to :root, IAM counts.',
      },
    },
    managed: {
      say: {
        ja: '誰もポリシーを直せないキーになりました。こうなると、AWSサポートに頼むしかありません。元に戻しましょう。',
        en: 'Nobody can mend this policy any more; in AWS only Support could help. Undo it.',
      },
      log: 'PutKeyPolicy',
    },
  },
  hints: [
    {
      ja: '断られたときの文は、あなたが何をできなくなるかを教えています。',
      en: 'The refusal tells what you would no longer be able to do.',
    },
    {
      ja: '検査が見ているのは、ポリシーを入れた本人が、次もポリシーを直せるかどうかです。',
      en: 'What is checked is whether the one who puts the policy could put the next.',
    },
    {
      ja: 'PutKeyPolicyで、appの利用の文と、keyadminの管理の文の2つだけにします。:rootの文は外します。',
      en: 'PutKeyPolicy with two statements: use for app, management for keyadmin. Leave :root out.',
    },
  ],
  solution: [
    { ...put([USE]), note: { ja: '自分がいないポリシーは、断られます。', en: 'A policy without you is refused.' } },
    {
      ...put([USE, MANAGE]),
      note: { ja: '使う人と、直す人を分けて書きます。', en: 'Write users and administrators apart.' },
    },
  ],
  alternatives: [
    [
      { operation: 'GetKeyPolicy', input: { KeyId }, as: 'keyadmin' },
      put([{ ...USE, Action: 'kms:Decrypt' }]),
      put([{ ...USE, Action: 'kms:*' }, MANAGE]),
    ],
  ],
  wrong: [
    { do: [put([USE, MANAGE])], fails: 'seen' },
    { do: [put([USE])], fails: 'only' },
    { do: [put([USE]), put([USE], { BypassPolicyLockoutSafetyCheck: true })], fails: 'managed' },
    { do: [put([USE]), put([MANAGE])], fails: 'app' },
  ],
  why: {
    stem: { ja: '締め出しの検査を、外さないほうがよいのはなぜでしょう。', en: 'Why leave the lockout check on?' },
    options: [
      {
        id: 'a',
        text: {
          ja: '誰も直せないキーは、自分たちでは戻せないから',
          en: 'A key that nobody can mend is beyond your own help',
        },
        correct: true,
        why: {
          ja: '管理者でもルートユーザーでも、キーポリシーにいなければ直せません。',
          en: 'Neither administrators nor the root user can, unless the policy has them.',
        },
      },
      {
        id: 'b',
        text: { ja: '検査を外すと、料金が余分にかかるから', en: 'Skipping the check costs extra' },
        why: { ja: '料金は変わりません。', en: 'It does not.' },
      },
      {
        id: 'c',
        text: { ja: '検査を外すと、キーが無効になるから', en: 'Skipping the check disables the key' },
        why: {
          ja: '無効にはなりません。管理できないまま、使えてしまいます。',
          en: 'It does not: the key goes on working, unmanaged.',
        },
      },
    ],
  },
});
