import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const MANAGE = {
  Sid: 'Manage',
  Effect: 'Allow',
  Principal: { AWS: { $principal: 'keyadmin' } },
  Action: [
    'kms:CreateGrant',
    'kms:ListGrants',
    'kms:RevokeGrant',
    'kms:DescribeKey',
    'kms:PutKeyPolicy',
    'kms:GetKeyPolicy',
  ],
  Resource: '*',
};
const LEND = {
  operation: 'CreateGrant',
  input: { KeyId, GranteePrincipal: { $principal: 'batch' }, Operations: ['Decrypt'] },
  as: 'keyadmin',
  save: 'loan',
} as const;

export default defineExercise({
  id: 'E30',
  section: 'key-policies',
  level: 3,
  mis: ['M45', 'M49'],
  title: { ja: '今日だけの鍵貸し', en: 'Lent for a day' },
  task: {
    ja: 'batchが、今日の締め処理のために、今すぐ復号したいそうです。明日には使えないようにしてください。キーポリシーは監査中で、書き換えられません。',
    en: "batch has to decrypt at once, for today's closing. By tomorrow it must not be able to. The key policy is being audited and may not be changed.",
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'closing' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '本日の締め' } }, as: 'app', save: 'c1' },
    { operation: 'PutKeyPolicy', input: { KeyId, Policy: { $policy: [MANAGE] } }, as: 'keyadmin' },
  ],
  labels: { c1: { ja: '本日の締め', en: "Today's closing" } },
  bench: {
    operations: ['CreateGrant', 'Decrypt', 'ListGrants', 'RevokeGrant', 'RetireGrant', 'PutKeyPolicy', 'DescribeKey'],
    principals: ['keyadmin', 'batch', 'admin'],
  },
  checks: [
    {
      id: 'used',
      say: { ja: 'batchが締めのデータを復号した', en: 'batch has decrypted the closing' },
      log: { event: 'Decrypt', by: 'batch', errorCode: 'none' },
      atLeast: 1,
    },
    {
      id: 'policy',
      say: { ja: 'キーポリシーは書き換えていない', en: 'The key policy was left alone' },
      never: 'PutKeyPolicy',
    },
    {
      id: 'tomorrow',
      say: { ja: '明日のbatchは、もう復号できない', en: 'Tomorrow batch can decrypt no more' },
      try: { as: 'batch', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      at: 'P1D',
      is: 'AccessDeniedException',
    },
  ],
  feedback: {
    used: {
      say: {
        ja: 'batchはまだ復号できていません。貸してすぐの権限は、行き渡るまで数分かかります。待つか、貸したときに渡されたものを添えましょう。',
        en: 'batch has not decrypted yet. What was just lent takes minutes to be known everywhere: wait, or send along what you were handed.',
      },
      log: 'Decrypt',
    },
    policy: {
      say: {
        ja: 'キーポリシーに触れずに貸す方法があります。',
        en: 'There is a way to lend without touching the policy.',
      },
      log: 'PutKeyPolicy',
    },
    tomorrow: {
      say: {
        ja: '貸しっぱなしです。グラントに期限はなく、誰かが終わらせるまで続きます。',
        en: 'It is still lent. A grant has no end until somebody ends it.',
      },
      log: 'CreateGrant',
    },
  },
  hints: [
    { ja: 'keyadminに許されている操作を見てください。', en: 'Look at what keyadmin may do.' },
    {
      ja: '貸し借りにはグラントを使います。すぐ使いたいときは、作ったときに返されるトークンを添えます。',
      en: 'Lending is what grants are for. To use one at once, pass the token that its creation answers.',
    },
    {
      ja: 'keyadminとしてCreateGrantを呼び、batchとしてGrantTokensを添えてDecrypt、最後にkeyadminとしてRevokeGrantを呼びます。',
      en: 'As keyadmin CreateGrant; as batch Decrypt with GrantTokens; at last, as keyadmin, RevokeGrant.',
    },
  ],
  solution: [
    { ...LEND, note: { ja: '復号だけを貸します。', en: 'Lend nothing but Decrypt.' } },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob', GrantTokens: ['$made.CreateGrant.GrantToken'] },
      as: 'batch',
      note: { ja: 'トークンを添えれば、今すぐ使えます。', en: 'With the token it works at once.' },
    },
    {
      operation: 'RevokeGrant',
      input: { KeyId, GrantId: '$made.CreateGrant.GrantId' },
      as: 'keyadmin',
      note: { ja: '用が済んだら、取り上げます。', en: 'When done, take it back.' },
    },
  ],
  alternatives: [
    [
      { ...LEND, input: { ...LEND.input, RetiringPrincipal: { $principal: 'batch' } } },
      { advance: 'PT1H' },
      { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
      { operation: 'RetireGrant', input: { GrantToken: '$made.CreateGrant.GrantToken' }, as: 'batch' },
    ],
  ],
  wrong: [
    {
      do: [LEND, { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' }],
      fails: 'used',
    },
    {
      do: [
        LEND,
        {
          operation: 'Decrypt',
          input: { CiphertextBlob: '$c1.CiphertextBlob', GrantTokens: ['$made.CreateGrant.GrantToken'] },
          as: 'batch',
        },
      ],
      fails: 'tomorrow',
    },
    {
      do: [
        {
          operation: 'PutKeyPolicy',
          input: {
            KeyId,
            Policy: {
              $policy: [
                MANAGE,
                { ...MANAGE, Sid: 'Batch', Principal: { AWS: { $principal: 'batch' } }, Action: ['kms:Decrypt'] },
              ],
            },
          },
          as: 'keyadmin',
        },
        { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'batch' },
      ],
      fails: 'policy',
    },
  ],
  why: {
    stem: {
      ja: '今日だけの許可に、キーポリシーよりグラントが向くのはなぜでしょう。',
      en: 'Why does a grant suit a permission for one day better than the key policy?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: 'ほかの許可に触れずに、一つずつ足したり消したりできる',
          en: 'It is added and ended by itself, leaving all else alone',
        },
        correct: true,
        why: {
          ja: 'キーポリシーは1枚しかなく、書き換えは全体に及びます。',
          en: 'There is one key policy, and changing it touches everything.',
        },
      },
      {
        id: 'b',
        text: { ja: 'グラントは、1日で自動的に消える', en: 'A grant ends by itself after a day' },
        why: { ja: '自動では消えません。終わらせる人が要ります。', en: 'It does not. Somebody must end it.' },
      },
      {
        id: 'c',
        text: { ja: 'グラントなら、明示的なDenyにも勝てる', en: 'A grant overrides an explicit Deny' },
        why: { ja: '明示的なDenyには、何も勝てません。', en: 'Nothing overrides an explicit Deny.' },
      },
    ],
  },
});
