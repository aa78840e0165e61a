import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const use = (dept?: string) => [
  {
    Effect: 'Allow',
    Action: ['kms:Encrypt', 'kms:Decrypt'],
    Resource: '*',
    ...(dept !== undefined && { Condition: { StringEquals: { 'kms:EncryptionContext:dept': dept } } }),
  },
];
const deny = (principal: string, dept: string) => ({
  Sid: `Only${dept}`,
  Effect: 'Deny',
  Principal: { AWS: { $principal: principal } },
  Action: ['kms:Encrypt', 'kms:Decrypt'],
  Resource: '*',
  Condition: { StringNotEquals: { 'kms:EncryptionContext:dept': dept } },
});
const OWN = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const read = (as: string, blob: 'c1' | 'c2', dept: string) => ({
  as,
  operation: 'Decrypt' as const,
  input: { CiphertextBlob: `$${blob}.CiphertextBlob`, EncryptionContext: { dept } },
});

export default defineExercise({
  id: 'E57',
  section: 'key-policies',
  level: 4,
  mis: ['M09'],
  title: { ja: '部署ごとの封筒', en: 'An envelope for each department' },
  task: {
    ja: '営業のappと人事のbatchが、1つのキーを使っています。暗号化コンテキストには部署（dept）が入っていますが、今はどちらも相手の文書を読めます。キーを増やさずに、自分の部署の文書だけを読み書きできるようにしてください。',
    en: "Sales (app) and personnel (batch) use one key. The encryption context names the department (dept), and yet each reads the other's documents. Without another key, let each read and write its own documents only.",
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'departments' }, save: 'k1' },
    { iam: 'app', statements: use() },
    { iam: 'batch', statements: use() },
    {
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { $utf8: '見積書' }, EncryptionContext: { dept: 'Sales' } },
      as: 'app',
      save: 'c1',
    },
    {
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { $utf8: '人事評価' }, EncryptionContext: { dept: 'HR' } },
      as: 'batch',
      save: 'c2',
    },
  ],
  labels: { c1: { ja: '見積書', en: 'Quotation' }, c2: { ja: '人事評価', en: 'Appraisals' } },
  bench: {
    operations: ['Encrypt', 'Decrypt', 'GetKeyPolicy', 'PutKeyPolicy', 'DescribeKey'],
    principals: ['admin', 'app', 'batch'],
    policiesOf: ['app', 'batch'],
  },
  checks: [
    {
      id: 'sales',
      say: { ja: 'appが見積書を読める', en: 'app reads the quotation' },
      try: read('app', 'c1', 'Sales'),
      is: 'ok',
    },
    {
      id: 'hr',
      say: { ja: 'batchが人事評価を読める', en: 'batch reads the appraisals' },
      try: read('batch', 'c2', 'HR'),
      is: 'ok',
    },
    {
      id: 'notHr',
      say: { ja: 'appは人事評価を読めない', en: 'app cannot read the appraisals' },
      try: read('app', 'c2', 'HR'),
      is: 'AccessDeniedException',
    },
    {
      id: 'notSales',
      say: { ja: 'batchは見積書を読めない', en: 'batch cannot read the quotation' },
      try: read('batch', 'c1', 'Sales'),
      is: 'AccessDeniedException',
    },
    {
      id: 'bare',
      say: { ja: '部署を書かない暗号化は断られる', en: 'Encrypting with no department is refused' },
      try: { as: 'app', operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: 'x' } } },
      is: 'AccessDeniedException',
    },
  ],
  feedback: {
    sales: {
      say: { ja: 'appが自分の部署の文書まで読めなくなりました。', en: 'app can no longer read even its own.' },
    },
    hr: {
      say: { ja: 'batchが自分の部署の文書まで読めなくなりました。', en: 'batch can no longer read even its own.' },
    },
    notHr: {
      say: { ja: 'appはまだ人事の文書を読めます。', en: 'app still reads the documents of personnel.' },
    },
    notSales: {
      say: { ja: 'batchはまだ営業の文書を読めます。', en: 'batch still reads the documents of Sales.' },
    },
    bare: {
      say: {
        ja: '部署のない暗号化が通ります。キーがないときの条件の働きを考えましょう。IfExistsの付く演算子は、ないものを通します。',
        en: 'Encrypting with no department gets through. Think what a condition does where its key is missing: operators with IfExists let it pass.',
      },
    },
  },
  hints: [
    {
      ja: '2人の許可に、部署のことは書かれていますか。',
      en: 'Do the permissions of the two say anything of departments?',
    },
    {
      ja: '条件キーkms:EncryptionContext:deptで、呼び出しに添えられた部署を比べられます。',
      en: 'The condition key kms:EncryptionContext:dept compares the department that a call brings along.',
    },
    {
      ja: 'appとbatchのIAMポリシーに、それぞれStringEqualsの条件を加え、deptをSalesとHRに限ります。',
      en: 'To the IAM policies of app and batch add a StringEquals condition that keeps dept to Sales and HR.',
    },
  ],
  solution: [
    { iam: 'app', statements: use('Sales'), note: { ja: '営業は営業だけです。', en: 'Sales for Sales.' } },
    { iam: 'batch', statements: use('HR'), note: { ja: '人事は人事だけです。', en: 'Personnel for personnel.' } },
  ],
  alternatives: [
    [
      {
        operation: 'PutKeyPolicy',
        input: { KeyId, Policy: { $policy: [OWN, deny('app', 'Sales'), deny('batch', 'HR')] } },
        as: 'admin',
      },
      { advance: 'PT1H' },
    ],
  ],
  wrong: [
    { do: [{ iam: 'app', statements: use('Sales') }], fails: 'notSales' },
    { do: [{ iam: 'batch', statements: use('HR') }], fails: 'notHr' },
    {
      do: [
        { iam: 'app', statements: use('sales') },
        { iam: 'batch', statements: use('HR') },
      ],
      fails: 'sales',
    },
  ],
  why: {
    stem: {
      ja: '部署名を偽って呼び出しても、他部署の文書を開けないのはなぜでしょう。',
      en: 'Why does lying about the department not open the documents of another?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '暗号化したときと同じコンテキストでなければ、復号できないから',
          en: 'Because it takes the very context of the encryption to decrypt',
        },
        correct: true,
        why: {
          ja: '本当の部署を書けば条件で断られ、偽れば暗号文が開きません。',
          en: 'Tell the truth and the condition refuses; lie and the ciphertext does not open.',
        },
      },
      {
        id: 'b',
        text: {
          ja: '部署名が、秘密として暗号化されているから',
          en: 'Because the name of the department is kept secret',
        },
        why: {
          ja: 'コンテキストは秘密ではなく、ログにもそのまま残ります。',
          en: 'The context is no secret; it stands in the log as it is.',
        },
      },
      {
        id: 'c',
        text: {
          ja: '部署ごとに、別のキーマテリアルが使われるから',
          en: 'Because each department has material of its own',
        },
        why: { ja: 'キーは1つで、素材も同じです。', en: 'There is one key, and its material is the same.' },
      },
    ],
  },
});
