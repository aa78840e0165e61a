import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const ARN = '$k1.KeyMetadata.Arn';
const OWNER = {
  Sid: 'Account',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const PARTNER = {
  Sid: 'Partner',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:DescribeKey'],
  Resource: '*',
};
const ALLOW = [{ Effect: 'Allow', Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:DescribeKey'], Resource: ARN }];

export default defineExercise({
  id: 'E35',
  section: 'cross-account',
  level: 3,
  mis: ['M51', 'M53'],
  title: { ja: '片側だけの握手', en: 'A handshake with one hand' },
  task: {
    ja: '提携先Bのbiが、共有した分析データを復号できません。こちらのキーポリシーは、もうBを許しています。biだけが復号でき、biが同じキーで暗号化もできるところまで直してください。',
    en: 'bi, of partner B, cannot decrypt the data that we share, although our key policy allows B. Get to where bi alone decrypts it, and encrypts with the same key too.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'shared' }, save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/shared', TargetKeyId: KeyId } },
    { operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [OWNER, PARTNER] } } },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '分析データ' } }, as: 'app', save: 'c1' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'B:bi' },
  ],
  labels: { c1: { ja: '分析データ', en: 'Shared data' } },
  bench: {
    operations: ['Decrypt', 'Encrypt', 'DescribeKey', 'GetKeyPolicy', 'PutKeyPolicy'],
    principals: ['B:bi', 'admin'],
    policiesOf: ['B:bi'],
  },
  checks: [
    {
      id: 'bi',
      say: { ja: 'biが分析データを復号できる', en: 'bi can decrypt the shared data' },
      try: { as: 'B:bi', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob', KeyId: ARN } },
      is: 'ok',
    },
    {
      id: 'encrypted',
      say: { ja: 'biが、このキーで暗号化した', en: 'bi has encrypted with this key' },
      log: { event: 'Encrypt', by: 'B:bi', errorCode: 'none' },
      atLeast: 1,
    },
    {
      id: 'other',
      say: { ja: 'Bのほかの人は、復号できない', en: 'Nobody else in B can' },
      try: { as: 'B:other', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob', KeyId: ARN } },
      is: 'AccessDeniedException',
    },
    {
      id: 'thief',
      say: { ja: '関係のないアカウントは、復号できない', en: 'No unrelated account can' },
      try: { as: 'thief', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob', KeyId: ARN } },
      is: 'AccessDeniedException',
    },
  ],
  feedback: {
    bi: {
      say: {
        ja: 'こちらは許しています。握手には、もう片方の手も要ります。',
        en: 'Our side allows it. A handshake needs the other hand too.',
      },
      log: 'Decrypt',
    },
    encrypted: {
      say: {
        ja: 'biとして暗号化してみましょう。エイリアス名で呼ぶと、biのアカウントの中が探されます。',
        en: "Encrypt as bi. By alias name, KMS looks in bi's own account.",
      },
      log: 'Encrypt',
    },
    other: {
      say: { ja: 'Bのほかの人まで読めてしまいます。', en: 'Others in B can read it too.' },
      log: 'PutKeyPolicy',
    },
    thief: {
      say: { ja: '見知らぬアカウントまで読めてしまいます。', en: 'A stranger can read it too.' },
      log: 'PutKeyPolicy',
    },
  },
  hints: [
    {
      ja: '引き出しの「なぜ?」で、どちらのポリシーが断ったかを見てください。',
      en: 'See in the drawer "Why?" which policy denied it.',
    },
    {
      ja: '別のアカウントからは、キーポリシーとIAMポリシーの両方が許す必要があります。',
      en: 'From another account, the key policy and an IAM policy must both allow it.',
    },
    {
      ja: 'B:biのIAMポリシーで、このキーのARNへのkms:Decryptとkms:Encryptを許し、KeyIdにはキーARNを書いて呼びます。',
      en: "In B:bi's IAM policy allow kms:Decrypt and kms:Encrypt on the key's ARN, and call with the key ARN as KeyId.",
    },
  ],
  solution: [
    { iam: 'B:bi', statements: ALLOW, note: { ja: 'もう片方の手を差し出します。', en: 'Hold out the other hand.' } },
    {
      operation: 'Encrypt',
      input: { KeyId: ARN, Plaintext: { $utf8: '返信' } },
      as: 'B:bi',
      note: {
        ja: '別のアカウントのキーは、キーARNで指定します。',
        en: 'A key of another account is named by its ARN.',
      },
    },
  ],
  alternatives: [
    [
      { iam: 'B:bi', statements: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] },
      { operation: 'Encrypt', input: { KeyId: 'alias/shared', Plaintext: { $utf8: '返信' } }, as: 'B:bi' },
      {
        operation: 'Encrypt',
        input: { KeyId: 'arn:aws:kms:ap-northeast-1:111122223333:alias/shared', Plaintext: { $utf8: '返信' } },
        as: 'B:bi',
      },
    ],
  ],
  wrong: [
    {
      do: [
        {
          operation: 'PutKeyPolicy',
          input: { KeyId, Policy: { $policy: [OWNER, { ...PARTNER, Principal: { AWS: '*' } }] } },
          as: 'admin',
        },
      ],
      fails: 'bi',
    },
    {
      do: [
        { iam: 'B:bi', statements: ALLOW },
        { operation: 'Encrypt', input: { KeyId: 'alias/shared', Plaintext: { $utf8: '返信' } }, as: 'B:bi' },
      ],
      fails: 'encrypted',
    },
    {
      do: [
        { iam: 'B:bi', statements: ALLOW },
        {
          operation: 'PutKeyPolicy',
          input: { KeyId, Policy: { $policy: [OWNER, { ...PARTNER, Principal: { AWS: '*' } }] } },
          as: 'admin',
        },
        { operation: 'Encrypt', input: { KeyId: ARN, Plaintext: { $utf8: '返信' } }, as: 'B:bi' },
      ],
      fails: 'thief',
    },
    { do: [{ iam: 'B:bi', statements: [] }], fails: 'bi' },
  ],
  why: {
    stem: {
      ja: 'アカウントをまたぐときだけ、両方の許可が要るのはなぜでしょう。',
      en: 'Why are both needed across accounts?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '持ち主と使う側が、それぞれ自分の責任で決めるため',
          en: 'Owner and user each answer for their own side',
        },
        correct: true,
        why: {
          ja: '持ち主だけの許可で、よその人の権限が増えることはありません。',
          en: 'No owner can widen what another account lets its people do.',
        },
      },
      {
        id: 'b',
        text: {
          ja: '別のアカウントには、キーポリシーが見えないから',
          en: 'The other account cannot see the key policy',
        },
        why: { ja: '見えるかどうかは関係ありません。KMSが両方を調べます。', en: 'KMS asks both, whoever sees them.' },
      },
      {
        id: 'c',
        text: { ja: '暗号文が、アカウントごとに分けて作られるから', en: 'Ciphertexts are made for each account' },
        why: { ja: '暗号文はキーごとに作られます。', en: 'They are made for keys.' },
      },
    ],
  },
});
