import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const MANAGE = {
  Sid: 'Manage',
  Effect: 'Allow',
  Principal: { AWS: { $principal: 'keyadmin' } },
  Action: ['kms:PutKeyPolicy', 'kms:GetKeyPolicy', 'kms:DescribeKey'],
  Resource: '*',
};
const USE = {
  Sid: 'Use',
  Effect: 'Allow',
  Principal: { AWS: { $principal: 'app' } },
  Action: ['kms:Encrypt', 'kms:Decrypt'],
  Resource: '*',
};
const DENY = [
  { Sid: 'UseKeys', Effect: 'Allow', Action: ['kms:Encrypt', 'kms:Decrypt'], Resource: '*' },
  { Sid: 'FreezeInMarch', Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' },
];

export default defineExercise({
  id: 'E29',
  section: 'key-policies',
  level: 3,
  mis: ['M44'],
  title: { ja: 'Denyは生きている', en: 'The Deny lives on' },
  task: {
    ja: 'キーポリシーはアプリを名指しで許し、IAMには任せていません。「だからIAMのポリシーは関係ない」はずなのに、アプリは復号を断られます。理由を言い当て、アプリが復号できるようにしてください。',
    en: 'The key policy allows the application by name and does not leave anything to IAM, "so IAM policies do not matter". And yet the application is denied Decrypt. Say why, and let it decrypt.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'frozen' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '3月の締め' } }, as: 'app', save: 'c1' },
    { operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [USE, MANAGE] } }, as: 'keyadmin' },
    { iam: 'app', statements: DENY },
    { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
  ],
  labels: { c1: { ja: '3月の締め', en: 'March closing' } },
  bench: {
    operations: ['Decrypt', 'Encrypt', 'GetKeyPolicy', 'PutKeyPolicy', 'DescribeKey'],
    principals: ['app', 'keyadmin'],
    policiesOf: ['app'],
  },
  fields: [
    {
      id: 'why',
      type: 'choice',
      label: { ja: '断ったのは、どれでしょう。', en: 'What denied it?' },
      options: [
        { id: 'keyPolicy', text: { ja: 'キーポリシーに、許可が足りない', en: 'The key policy allows too little' } },
        {
          id: 'iamDeny',
          text: { ja: 'IAMポリシーが、はっきり拒否している', en: 'The IAM policy denies it explicitly' },
        },
        { id: 'iamMissing', text: { ja: 'IAMポリシーに、許可が足りない', en: 'The IAM policy allows too little' } },
      ],
    },
  ],
  checks: [
    { id: 'why', say: { ja: '断られた理由を言い当てた', en: 'The reason is told' }, answer: 'why', is: 'iamDeny' },
    {
      id: 'usable',
      say: { ja: 'アプリが3月の締めを復号できる', en: 'The application decrypts the March closing' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'ok',
    },
    {
      id: 'narrow',
      say: { ja: '退職者は復号できないまま', en: 'The leaver still cannot' },
      try: { as: 'leaver', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'AccessDeniedException',
    },
  ],
  feedback: {
    why: {
      say: {
        ja: '引き出しの「なぜ?」で、断った文を探しましょう。',
        en: 'Find the statement that denied it, in the drawer "Why?".',
      },
      log: 'Decrypt',
    },
    usable: {
      say: {
        ja: 'まだ断られます。許可をいくら足しても、拒否が一つあれば負けます。',
        en: 'It is still denied. One Deny beats any number of Allows.',
      },
      log: 'PutKeyPolicy',
    },
    narrow: {
      say: { ja: '退職者まで復号できるようになりました。', en: 'Now the leaver can decrypt too.' },
      log: 'PutKeyPolicy',
    },
  },
  hints: [
    {
      ja: 'アプリのIAMポリシーを、最後の文まで読んでください。',
      en: "Read the application's IAM policy to its last statement.",
    },
    {
      ja: 'IAMの許可が効かないキーでも、IAMの拒否は効きます。',
      en: 'Where Allows of IAM do not count, its Denies still do.',
    },
    {
      ja: 'アプリのIAMポリシーから、FreezeInMarchの文を取り除きます。',
      en: "Take the statement FreezeInMarch out of the application's IAM policy.",
    },
  ],
  solution: [
    { answer: 'why', is: 'iamDeny' },
    {
      iam: 'app',
      statements: [DENY[0]],
      note: {
        ja: '拒否の文を外します。許可はキーポリシーにあります。',
        en: 'Take out the Deny. The key policy has the Allow.',
      },
    },
  ],
  alternatives: [
    [
      { iam: 'app', statements: [] },
      { answer: 'why', is: 'iamDeny' },
    ],
  ],
  wrong: [
    { do: [{ answer: 'why', is: 'keyPolicy' }], fails: 'why' },
    {
      do: [
        { answer: 'why', is: 'iamDeny' },
        {
          operation: 'PutKeyPolicy',
          input: { KeyId, Policy: { $policy: [{ ...USE, Action: 'kms:*' }, MANAGE] } },
          as: 'keyadmin',
        },
      ],
      fails: 'usable',
    },
    {
      do: [
        { answer: 'why', is: 'iamDeny' },
        { iam: 'app', statements: [] },
        {
          operation: 'PutKeyPolicy',
          input: {
            KeyId,
            Policy: {
              $policy: [{ ...USE, Principal: { AWS: [{ $principal: 'app' }, { $principal: 'leaver' }] } }, MANAGE],
            },
          },
          as: 'keyadmin',
        },
      ],
      fails: 'narrow',
    },
  ],
  why: {
    stem: {
      ja: 'キーポリシーで許されたアプリを、IAMで止められるのはなぜでしょう。',
      en: 'Why can IAM stop an application that the key policy allows?',
    },
    options: [
      {
        id: 'a',
        text: { ja: 'どのポリシーの拒否も、すべての許可より強いから', en: 'A Deny in any policy beats every Allow' },
        correct: true,
        why: {
          ja: 'だから、非常時に人やアプリを止める手段としても使えます。',
          en: 'Which makes it a means to stop somebody in an emergency.',
        },
      },
      {
        id: 'b',
        text: { ja: 'IAMポリシーが、後から付けられたものだから', en: 'The IAM policy was attached later' },
        why: { ja: '付けた順序は関係ありません。', en: 'The order does not matter.' },
      },
      {
        id: 'c',
        text: { ja: 'キーポリシーがIAMへ任せているから', en: 'The key policy leaves it to IAM' },
        why: {
          ja: 'このキーは任せていません。それでも拒否は効きます。',
          en: 'This one does not, and the Deny counts all the same.',
        },
      },
    ],
  },
});
