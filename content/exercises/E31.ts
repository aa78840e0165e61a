import { defineExercise, type LogRecord } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const ROOT = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const READ = { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'keyadmin' } as const;
const ALLOW_SELF = {
  operation: 'PutKeyPolicy',
  input: {
    KeyId,
    Policy: {
      $policy: [
        ROOT,
        {
          Sid: 'Self',
          Effect: 'Allow',
          Principal: { AWS: { $principal: 'keyadmin' } },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
    },
  },
  as: 'keyadmin',
} as const;
const LEND_SELF = {
  operation: 'CreateGrant',
  input: { KeyId, GranteePrincipal: { $principal: 'keyadmin' }, Operations: ['Decrypt'] },
  as: 'keyadmin',
} as const;

const event = (id: string, eventName: string, more: object = {}): LogRecord => ({
  id,
  record: { eventSource: 'kms.amazonaws.com', eventName, readOnly: true, ...more },
});
const NIGHT: readonly LogRecord[] = [
  event('describe', 'DescribeKey'),
  event('refused', 'Decrypt', { errorCode: 'AccessDenied' }),
  event('read-policy', 'GetKeyPolicy'),
  event('policy', 'PutKeyPolicy', { readOnly: false }),
  event('list-grants', 'ListGrants'),
  event('grant', 'CreateGrant', { readOnly: false }),
  event('decrypt', 'Decrypt'),
  event('retire', 'RetireGrant', { readOnly: false }),
  event('alias', 'CreateAlias', { readOnly: false }),
];
const WATCH = '{ $.eventName = "PutKeyPolicy" || $.eventName = "CreateGrant" }';

export default defineExercise({
  id: 'E31',
  section: 'key-policies',
  level: 2,
  mis: ['M46'],
  title: { ja: '管理者は読めるか', en: 'Can the administrator read?' },
  task: {
    ja: 'keyadminの仕事はキーの管理で、復号は許されていません。ではkeyadminは、役員会の議事録を読めないのでしょうか。まず普通に試し、それから、自分の権限だけで読めるところまで行けるかを確かめてください。最後に、その抜け道の入口となる操作だけを拾うフィルタパターンを書いてください。',
    en: 'keyadmin manages keys and is not allowed to decrypt. So are the board minutes safe from keyadmin? First just try; then see whether keyadmin can get to read them with nothing but its own permissions. At last write a filter pattern for the operations by which that way begins, and for nothing else.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'board' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '役員会議事録' } }, as: 'app', save: 'c1' },
  ],
  labels: { c1: { ja: '役員会議事録', en: 'Board minutes' } },
  bench: {
    operations: ['Decrypt', 'GetKeyPolicy', 'PutKeyPolicy', 'CreateGrant', 'ListGrants', 'DescribeKey'],
    principals: ['keyadmin', 'app'],
  },
  fields: [
    {
      id: 'watch',
      type: 'pattern',
      label: {
        ja: 'フィルタパターン：権限を広げる操作',
        en: 'Filter pattern: operations that widen permissions',
      },
      records: NIGHT,
    },
  ],
  checks: [
    {
      id: 'refused',
      say: { ja: 'keyadminの復号が断られるのを見た', en: 'keyadmin was seen refused' },
      log: { event: 'Decrypt', by: 'keyadmin', errorCode: 'AccessDenied' },
      atLeast: 1,
    },
    {
      id: 'read',
      say: { ja: 'keyadminが議事録を復号した', en: 'keyadmin has decrypted the minutes' },
      log: { event: 'Decrypt', by: 'keyadmin', errorCode: 'none' },
      atLeast: 1,
    },
    {
      id: 'watch',
      say: {
        ja: 'パターンが、権限を広げる2件だけに一致する',
        en: 'The pattern matches the two events that widen permissions and nothing else',
      },
      filter: 'watch',
      matches: ['policy', 'grant'],
    },
  ],
  feedback: {
    refused: {
      say: {
        ja: 'まず、keyadminのまま何も変えずに、議事録を復号してみましょう。',
        en: 'First try to decrypt the minutes as keyadmin, with nothing changed.',
      },
    },
    read: {
      say: {
        ja: 'keyadminはまだ読めていません。keyadminに許された操作の中に、誰に何を許すかを決めるものがあります。決めた後、もう一度復号してみましょう。',
        en: 'keyadmin has not read them yet. Among what it may do is deciding who may do what. Having decided, decrypt again.',
      },
      log: 'Decrypt',
    },
    watch: {
      say: {
        ja: '権限を広げる操作を拾うパターンを書きましょう。',
        en: 'Write a pattern for the operations that widen permissions.',
      },
    },
    'watch@missed': {
      say: {
        ja: '拾いもれがあります。権限を広げる道は、1つではありません。',
        en: 'Something is missed. There is more than one way to widen permissions.',
      },
    },
    'watch@tooMany': {
      say: {
        ja: '関係のない出来事まで拾っています。見るだけの操作や、権限を返す操作は外しましょう。',
        en: 'Too much is matched. Leave out what only looks, and what gives permission back.',
      },
    },
    'watch@invalid': {
      say: { ja: 'パターンの書き方が正しくありません。', en: 'This is not a valid pattern.' },
    },
  },
  hints: [
    {
      ja: 'keyadminのIAMポリシーで、許されている操作を見てください。',
      en: "Look at what keyadmin's IAM policy allows.",
    },
    {
      ja: '許可を書き換えられる人は、自分への許可も書けます。書く場所は2つあり、キーポリシーとグラントです。',
      en: 'Who can write permissions can write one for itself. There are two places to write them: the key policy and grants.',
    },
    {
      ja: 'PutKeyPolicyで自分にkms:Decryptを許し、Decryptを呼びます。パターンでは、eventNameがPutKeyPolicyかCreateGrantであるものを拾います。',
      en: 'Allow yourself kms:Decrypt with PutKeyPolicy and call Decrypt. In the pattern, take an eventName of PutKeyPolicy or CreateGrant.',
    },
  ],
  solution: [
    { ...READ, note: { ja: 'そのままでは断られます。', en: 'As things are, it is refused.' } },
    { ...ALLOW_SELF, note: { ja: '自分への許可を書きます。', en: 'Write a permission for yourself.' } },
    { advance: 'PT1H', note: { ja: '行き渡るのを待ちます。', en: 'Wait until it is known everywhere.' } },
    { ...READ, note: { ja: '読めてしまいました。', en: 'And it reads.' } },
    {
      answer: 'watch',
      is: WATCH,
      note: { ja: '止めきれない道は、見張ります。', en: 'What cannot be shut is watched.' },
    },
  ],
  alternatives: [
    [
      READ,
      LEND_SELF,
      { ...READ, input: { ...READ.input, GrantTokens: ['$made.CreateGrant.GrantToken'] } },
      { answer: 'watch', is: '{ ($.eventName = CreateGrant) || ($.eventName = PutKeyPolicy) }' },
    ],
  ],
  wrong: [
    { do: [ALLOW_SELF, { advance: 'PT1H' }, READ, { answer: 'watch', is: WATCH }], fails: 'refused' },
    { do: [READ, { answer: 'watch', is: WATCH }], fails: 'read' },
    {
      do: [READ, ALLOW_SELF, { advance: 'PT1H' }, READ, { answer: 'watch', is: '{ $.eventName = "PutKeyPolicy" }' }],
      fails: 'watch',
    },
    {
      do: [READ, ALLOW_SELF, { advance: 'PT1H' }, READ, { answer: 'watch', is: '{ $.readOnly IS FALSE }' }],
      fails: 'watch',
    },
  ],
  why: {
    stem: {
      ja: '復号を許されていない管理者を、それでも見張るのはなぜでしょう。',
      en: 'Why watch an administrator who is not allowed to decrypt?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '許可を決められる人は、自分への許可も決められるから',
          en: 'Because who decides on permissions can decide on its own',
        },
        correct: true,
        why: {
          ja: '管理と利用を分けても、間には一歩の距離しかありません。その一歩は必ず記録に残ります。',
          en: 'Management and use are kept apart by a single step. That step always leaves a record.',
        },
      },
      {
        id: 'b',
        text: {
          ja: '管理者は、KMSの中のキーマテリアルを取り出せるから',
          en: 'Because administrators can take the key material out of KMS',
        },
        why: {
          ja: 'KMSで作られた対称キーのマテリアルは、管理者にも取り出せません。',
          en: 'The material of a symmetric key made in KMS is not to be had, for administrators either.',
        },
      },
      {
        id: 'c',
        text: {
          ja: '管理者の呼び出しは、CloudTrailに記録されないから',
          en: "Because CloudTrail does not record an administrator's calls",
        },
        why: {
          ja: '管理者の呼び出しも記録されます。だからこそ、見張れます。',
          en: 'It records them like any other, which is why they can be watched.',
        },
      },
    ],
  },
});
