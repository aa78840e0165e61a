import { defineExercise } from '../../src/learn/exercise.ts';

const OF_ALIAS = [
  {
    Effect: 'Allow',
    Action: ['kms:Encrypt', 'kms:Decrypt'],
    Resource: 'arn:aws:kms:ap-northeast-1:111122223333:alias/app',
  },
];
const ANY_KEY = 'arn:aws:kms:ap-northeast-1:111122223333:key/*';
const byAlias = (condition: object) => [
  { Effect: 'Allow', Action: ['kms:Encrypt', 'kms:Decrypt'], Resource: ANY_KEY, Condition: condition },
];

export default defineExercise({
  id: 'E21',
  section: 'aliases',
  level: 3,
  mis: ['M30', 'M33'],
  title: { ja: '権限は名札に付くか', en: 'Is permission tied to the label?' },
  task: {
    ja: 'アプリのIAMポリシーは、Resourceにalias/appのARNを書いて許可しています。それなのに、アプリは暗号化を断られます。エイリアスで権限を決めるという要件を守ったまま、アプリがalias/appだけを使えるようにしてください。',
    en: "The application's IAM policy allows it the ARN of alias/app as Resource, and yet Encrypt is denied. Keep permission tied to the alias, and let the application use alias/app and nothing else.",
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'app-key' }, save: 'k1' },
    { operation: 'CreateKey', input: { Description: 'other-key' }, save: 'k2' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
    { operation: 'CreateAlias', input: { AliasName: 'alias/other', TargetKeyId: '$k2.KeyMetadata.KeyId' } },
    { iam: 'app', statements: OF_ALIAS },
    { operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: '試し' } }, as: 'app' },
  ],
  bench: {
    operations: ['Encrypt', 'Decrypt', 'DescribeKey', 'GetKeyPolicy', 'PutKeyPolicy', 'ListAliases'],
    principals: ['app', 'admin'],
    policiesOf: ['app'],
  },
  checks: [
    {
      id: 'app',
      say: { ja: 'アプリがalias/appで暗号化できる', en: 'The application encrypts with alias/app' },
      try: { as: 'app', operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: 'x' } } },
      is: 'ok',
    },
    {
      id: 'other',
      say: { ja: 'アプリはalias/otherでは暗号化できない', en: 'It does not with alias/other' },
      try: { as: 'app', operation: 'Encrypt', input: { KeyId: 'alias/other', Plaintext: { $utf8: 'x' } } },
      is: 'AccessDeniedException',
    },
    {
      id: 'leaver',
      say: { ja: '退職者は、どちらも使えない', en: 'The leaver can use neither' },
      try: { as: 'leaver', operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: 'x' } } },
      is: 'AccessDeniedException',
    },
  ],
  feedback: {
    app: {
      say: {
        ja: 'まだ断られます。権限を調べられるのは名札ではなく、名札の先のキーです。',
        en: 'It is still denied. Permission is asked of the key behind the label, not of the label.',
      },
      log: 'Encrypt',
    },
    other: {
      say: {
        ja: 'alias/appのほかにも許してしまいました。どの名札で呼ばれたかを、条件にできます。',
        en: 'More than alias/app is allowed now. The alias by which a call comes can be a condition.',
      },
    },
    leaver: { say: { ja: '退職者まで使えるようになっています。', en: 'The leaver can use it too.' } },
  },
  hints: [
    {
      ja: '引き出しの「なぜ?」で、どのリソースについて断られたかを見てください。',
      en: 'See in the drawer "Why?" for which resource it was denied.',
    },
    {
      ja: 'ResourceにはキーのARNを書き、Conditionで、呼び出しに使われた名札や、キーに付いた名札を確かめます。',
      en: 'Write keys into Resource, and in Condition ask for the alias used in the request, or the aliases on the key.',
    },
    {
      ja: 'Resourceをarn:aws:kms:ap-northeast-1:111122223333:key/*にし、Conditionに{"StringEquals": {"kms:RequestAlias": "alias/app"}}を加えます。',
      en: 'Resource arn:aws:kms:ap-northeast-1:111122223333:key/*, and Condition {"StringEquals": {"kms:RequestAlias": "alias/app"}}.',
    },
  ],
  solution: [
    {
      iam: 'app',
      statements: byAlias({ StringEquals: { 'kms:RequestAlias': 'alias/app' } }),
      note: { ja: 'キーへの許可に、名札の条件を付けます。', en: 'Allow keys, on condition of the alias.' },
    },
    { operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: '試し' } }, as: 'app' },
  ],
  alternatives: [
    [{ iam: 'app', statements: byAlias({ 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/app' } }) }],
    [
      {
        iam: 'app',
        statements: [{ Effect: 'Allow', Action: ['kms:Encrypt', 'kms:Decrypt'], Resource: '$k1.KeyMetadata.Arn' }],
      },
    ],
  ],
  wrong: [
    {
      do: [{ iam: 'app', statements: [{ Effect: 'Allow', Action: ['kms:Encrypt'], Resource: '*' }] }],
      fails: 'other',
    },
    {
      do: [
        {
          iam: 'app',
          statements: [
            { Effect: 'Allow', Action: ['kms:*'], Resource: 'arn:aws:kms:ap-northeast-1:111122223333:alias/app' },
          ],
        },
      ],
      fails: 'app',
    },
    {
      do: [{ iam: 'app', statements: byAlias({ StringEquals: { 'kms:RequestAlias': 'alias/other' } }) }],
      fails: 'app',
    },
  ],
  remark: {
    ja: '名札で権限を決めると、UpdateAliasできる人は、権限の行き先も変えられます。その操作を誰に許すかも、権限の設計のうちです。',
    en: 'Where permission follows the alias, whoever may UpdateAlias moves the permission too. That call is part of the design.',
  },
  why: {
    stem: {
      ja: 'ResourceにエイリアスのARNを書いても、効かないのはなぜでしょう。',
      en: 'Why does the ARN of an alias in Resource have no effect?',
    },
    options: [
      {
        id: 'a',
        text: { ja: '暗号化が調べるのは、キーというリソースだから', en: 'Encrypt is asked of the key as a resource' },
        correct: true,
        why: {
          ja: 'エイリアスはキーに読み替えられてから、権限が調べられます。',
          en: 'The alias is translated to its key before permission is asked.',
        },
      },
      {
        id: 'b',
        text: { ja: 'エイリアスには、ARNがないから', en: 'An alias has no ARN' },
        why: {
          ja: 'あります。CreateAliasなど、名札への操作には書けます。',
          en: 'It has one, and it is used for CreateAlias and the like.',
        },
      },
      {
        id: 'c',
        text: { ja: 'IAMでは、KMSの権限を決められないから', en: 'IAM cannot allow KMS' },
        why: { ja: '既定のキーポリシーは、IAMに任せています。', en: 'The default key policy leaves it to IAM.' },
      },
    ],
  },
});
