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
const DELEGATE = {
  Sid: 'Account',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

export default defineExercise({
  id: 'E26',
  section: 'key-policies',
  level: 3,
  mis: ['M41', 'M50'],
  title: { ja: '管理者なのに拒否', en: 'Denied, though an administrator' },
  task: {
    ja: 'adminはAdministratorAccessを持っているのに、このキーのDescribeKeyさえ断られます。アプリには影響を出さず、ほかの誰にも広げずに、adminがキーを見られるようにしてください。',
    en: 'admin holds AdministratorAccess, and yet even DescribeKey is denied on this key. Let admin see the key, without touching the application and without opening it to anybody else.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'sealed' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '機密' } }, as: 'app', save: 'c1' },
    { operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [USE, MANAGE] } }, as: 'keyadmin' },
    { operation: 'DescribeKey', input: { KeyId }, as: 'admin' },
  ],
  labels: { c1: { ja: '機密文書', en: 'Secret paper' } },
  bench: {
    operations: ['DescribeKey', 'GetKeyPolicy', 'PutKeyPolicy', 'Decrypt', 'CreateGrant'],
    principals: ['admin', 'keyadmin', 'app', 'thief'],
    policiesOf: ['admin'],
  },
  checks: [
    {
      id: 'admin',
      say: { ja: 'adminがDescribeKeyを呼べる', en: 'admin may call DescribeKey' },
      try: { as: 'admin', operation: 'DescribeKey', input: { KeyId } },
      is: 'ok',
    },
    {
      id: 'app',
      say: { ja: 'アプリは今までどおり復号できる', en: 'The application decrypts as before' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'ok',
    },
    {
      id: 'thief',
      say: { ja: '別のアカウントの泥棒は、見ることもできない', en: 'A thief in another account cannot even see it' },
      try: { as: 'thief', operation: 'DescribeKey', input: { KeyId: '$k1.KeyMetadata.Arn' } },
      is: 'AccessDeniedException',
    },
    {
      id: 'managed',
      say: { ja: 'keyadminが、これからもポリシーを直せる', en: 'keyadmin can go on mending the policy' },
      try: { as: 'keyadmin', operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [DELEGATE, MANAGE] } } },
      is: 'ok',
    },
  ],
  feedback: {
    admin: {
      say: {
        ja: 'まだ断られます。IAMの許可が効くのは、キーポリシーがアカウントに任せているときだけです。',
        en: 'It is still denied. What IAM allows counts only if the key policy leaves it to the account.',
      },
      log: 'DescribeKey',
    },
    app: {
      say: { ja: 'アプリの文まで消えてしまいました。', en: 'The statement of the application is gone.' },
      log: 'PutKeyPolicy',
    },
    thief: {
      say: { ja: '"*"は、世界中の誰かまで含みます。', en: '"*" includes anybody in the world.' },
      log: 'PutKeyPolicy',
    },
    managed: {
      say: { ja: 'ポリシーを直せる人がいなくなります。', en: 'Nobody is left to mend the policy.' },
      log: 'PutKeyPolicy',
    },
  },
  hints: [
    {
      ja: 'キーポリシーに、誰の名前があるかを見てください。見られるのは誰でしょう。',
      en: 'Who stands in the key policy? And who may read it?',
    },
    {
      ja: 'キーポリシーが最初の関門です。直せるのは、そこで権限を与えられた人だけです。',
      en: 'The key policy is the first gate. Only those whom it names may change it.',
    },
    {
      ja: 'keyadminとしてPutKeyPolicyを呼び、今の2つの文に、arn:aws:iam::111122223333:rootへ任せる文か、adminを許す文を加えます。',
      en: 'As keyadmin, PutKeyPolicy with the two statements and one more, for arn:aws:iam::111122223333:root or for admin.',
    },
  ],
  solution: [
    {
      operation: 'GetKeyPolicy',
      input: { KeyId },
      as: 'keyadmin',
      note: { ja: 'まず、今のポリシーを読みます。', en: 'First read the policy as it is.' },
    },
    {
      operation: 'PutKeyPolicy',
      input: { KeyId, Policy: { $policy: [DELEGATE, USE, MANAGE] } },
      as: 'keyadmin',
      note: {
        ja: 'アカウントに任せる文を加えます。これで、IAMの許可が効きます。',
        en: 'Add the statement that leaves it to the account: now IAM counts.',
      },
    },
  ],
  alternatives: [
    [
      {
        operation: 'PutKeyPolicy',
        input: {
          KeyId,
          Policy: {
            $policy: [USE, { ...MANAGE, Principal: { AWS: [{ $principal: 'keyadmin' }, { $principal: 'admin' }] } }],
          },
        },
        as: 'keyadmin',
      },
    ],
  ],
  wrong: [
    {
      do: [{ iam: 'admin', statements: [{ Effect: 'Allow', Action: 'kms:DescribeKey', Resource: '*' }] }],
      fails: 'admin',
    },
    {
      do: [{ operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [DELEGATE, USE, MANAGE] } }, as: 'admin' }],
      fails: 'admin',
    },
    {
      do: [
        {
          operation: 'PutKeyPolicy',
          input: {
            KeyId,
            Policy: { $policy: [USE, MANAGE, { ...DELEGATE, Principal: '*', Action: 'kms:DescribeKey' }] },
          },
          as: 'keyadmin',
        },
      ],
      fails: 'thief',
    },
    {
      do: [
        {
          operation: 'PutKeyPolicy',
          input: {
            KeyId,
            Policy: { $policy: [MANAGE, { ...MANAGE, Sid: 'Admin', Principal: { AWS: { $principal: 'admin' } } }] },
          },
          as: 'keyadmin',
        },
      ],
      fails: 'app',
    },
  ],
  why: {
    stem: { ja: 'AdministratorAccessだけでは足りないのはなぜでしょう。', en: 'Why is AdministratorAccess not enough?' },
    options: [
      {
        id: 'a',
        text: {
          ja: 'キーポリシーが許さない限り、IAMの許可は効かない',
          en: 'IAM counts only where the key policy lets it',
        },
        correct: true,
        why: {
          ja: 'ほかの多くのサービスと違い、キーポリシーが必ず関門になります。',
          en: 'Unlike in many services, the key policy is always a gate.',
        },
      },
      {
        id: 'b',
        text: { ja: 'AdministratorAccessは、KMSを含まない', en: 'AdministratorAccess leaves out KMS' },
        why: { ja: '含みます。それでも断られます。', en: 'It includes KMS, and is denied all the same.' },
      },
      {
        id: 'c',
        text: { ja: '作った人だけが、そのキーを見られる', en: 'Only its creator may see a key' },
        why: {
          ja: 'このキーを作ったのはadminです。作った人に特権はありません。',
          en: 'admin created this key. Creators have no privilege.',
        },
      },
    ],
  },
});
