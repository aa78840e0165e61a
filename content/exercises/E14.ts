import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E14',
  section: 'master-keys',
  level: 1,
  mis: ['M22'],
  title: { ja: '90日ローテーション', en: 'Every ninety days' },
  task: {
    ja: '社内の規程が「キーは90日ごとにローテーションする」に変わりました。人の手を借りずに守られることを、時計を200日進めて証明してください。アプリのコードと、キーのARNは変えられません。',
    en: 'The rules now say that keys rotate every ninety days. Show, by turning the clock 200 days on, that this happens without anybody. Neither the application nor the ARN of the key may change.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'ledger' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '4月の帳簿' } }, as: 'app', save: 'c1' },
  ],
  labels: { c1: { ja: '4月の帳簿', en: 'April ledger' } },
  bench: {
    operations: [
      'EnableKeyRotation',
      'DisableKeyRotation',
      'GetKeyRotationStatus',
      'RotateKeyOnDemand',
      'CreateKey',
      'Decrypt',
    ],
    principals: ['admin', 'app'],
  },
  checks: [
    {
      id: 'period',
      say: { ja: '周期が90日になっている', en: 'The period is ninety days' },
      rotation: '$k1.KeyMetadata.Arn',
      is: 90,
    },
    {
      id: 'twice',
      say: {
        ja: '時計を200日進める間に、2回ローテーションした',
        en: 'It rotated twice while the clock turned by 200 days',
      },
      log: { event: 'RotateKey' },
      atLeast: 2,
    },
    { id: 'sameKey', say: { ja: '新しいキーは作っていない', en: 'No new key was made' }, never: 'CreateKey' },
    {
      id: 'old',
      say: { ja: '4月の帳簿を、まだ復号できる', en: 'The ledger of April still decrypts' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'ok',
    },
  ],
  feedback: {
    'period@off': {
      say: { ja: '自動ローテーションが、まだ始まっていません。', en: 'Automatic rotation is not on yet.' },
    },
    'period@365': {
      say: { ja: '周期が既定の365日のままです。', en: 'The period is the default of 365 days.' },
      log: 'EnableKeyRotation',
    },
    period: {
      say: { ja: '周期が90日ではありません。', en: 'The period is not ninety days.' },
      log: 'EnableKeyRotation',
    },
    twice: {
      say: {
        ja: '設定はできました。時計を200日進めて、ログに残るかを確かめましょう。',
        en: 'It is set. Turn the clock 200 days on, and look for it in the log.',
      },
    },
    sameKey: {
      say: {
        ja: '別のキーにするとARNが変わり、アプリも直さなければなりません。',
        en: 'Another key has another ARN, and the application would have to change.',
      },
      log: 'CreateKey',
    },
    old: { say: { ja: '古い帳簿が読めなくなっています。', en: 'The old ledger can no longer be read.' } },
  },
  hints: [
    { ja: '自動ローテーションには、周期を決める欄があります。', en: 'Automatic rotation has a field for its period.' },
    {
      ja: '周期は90〜2,560日から選べます。回っても、同じキーの中にマテリアルが増えるだけです。',
      en: 'The period may be 90 to 2,560 days. Rotating adds material inside the same key.',
    },
    {
      ja: 'EnableKeyRotationをRotationPeriodInDays=90で呼び、時計を200日進めます。',
      en: 'EnableKeyRotation with RotationPeriodInDays=90, then turn the clock by 200 days.',
    },
  ],
  solution: [
    {
      operation: 'EnableKeyRotation',
      input: { KeyId, RotationPeriodInDays: 90 },
      note: { ja: '最短の周期が90日です。', en: 'Ninety days is the shortest period.' },
    },
    { advance: 'P200D', note: { ja: '90日目と180日目に回ります。', en: 'It rotates on day 90 and on day 180.' } },
  ],
  alternatives: [
    [
      { operation: 'EnableKeyRotation', input: { KeyId } },
      { operation: 'EnableKeyRotation', input: { KeyId, RotationPeriodInDays: 90 } },
      { advance: 'next' },
      { advance: 'next' },
    ],
  ],
  wrong: [
    { do: [{ operation: 'EnableKeyRotation', input: { KeyId } }, { advance: 'P200D' }], fails: 'period' },
    { do: [{ operation: 'EnableKeyRotation', input: { KeyId, RotationPeriodInDays: 30 } }], fails: 'period' },
    {
      do: [
        { advance: 'P90D' },
        { operation: 'RotateKeyOnDemand', input: { KeyId } },
        { advance: 'P90D' },
        { operation: 'RotateKeyOnDemand', input: { KeyId } },
      ],
      fails: 'period',
    },
    {
      do: [
        { operation: 'EnableKeyRotation', input: { KeyId, RotationPeriodInDays: 90 } },
        { operation: 'CreateKey', input: {} },
        { advance: 'P200D' },
      ],
      fails: 'sameKey',
    },
    { do: [{ operation: 'EnableKeyRotation', input: { KeyId, RotationPeriodInDays: 90 } }], fails: 'twice' },
  ],
  why: {
    stem: {
      ja: 'ローテーションしても、古い暗号文を開けられるのはなぜでしょう。',
      en: 'Why do old ciphertexts still open after a rotation?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '古いマテリアルも、同じキーの中に残っているから',
          en: 'The old material stays inside the same key',
        },
        correct: true,
        why: {
          ja: '暗号化には新しいもの、復号には作ったときのものが使われます。',
          en: 'The newest encrypts; each ciphertext is opened by its own.',
        },
      },
      {
        id: 'b',
        text: { ja: 'KMSが、古い暗号文を包み直してくれるから', en: 'KMS wraps old ciphertexts again' },
        why: { ja: 'KMSは暗号文を預かっていないので、包み直せません。', en: 'KMS holds none, so it cannot.' },
      },
      {
        id: 'c',
        text: { ja: '新しいマテリアルが、古いものから作られるから', en: 'New material is derived from the old' },
        why: { ja: '互いに関係のない乱数です。', en: 'They are unrelated random bytes.' },
      },
    ],
  },
});
