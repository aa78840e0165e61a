import { defineExercise } from '../../src/learn/exercise.ts';

const CiphertextBlob = '$c1.CiphertextBlob';

export default defineExercise({
  id: 'E10',
  section: 'basics',
  level: 2,
  mis: ['M11', 'M12'],
  title: { ja: '鍵の名前を言わずに開ける', en: 'Opened without naming the key' },
  task: {
    ja: '引き継いだ暗号文c1が、3本のキーのどれで暗号化されたものか、誰も覚えていません。どのキーかを突き止め、これからは間違ったキーで開けようとしたら必ず失敗する呼び方で開けてください。',
    en: 'Nobody remembers under which of three keys the inherited ciphertext c1 was encrypted. Find out, and open it by a call that is sure to fail with any other key.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'red' }, save: 'red' },
    { operation: 'CreateKey', input: { Description: 'green' }, save: 'green' },
    { operation: 'CreateKey', input: { Description: 'blue' }, save: 'blue' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$green.KeyMetadata.KeyId', Plaintext: { $utf8: '引き継ぎメモ' } },
      as: 'app',
      save: 'c1',
    },
  ],
  labels: { c1: { ja: '引き継ぎメモ', en: 'Handover note' } },
  bench: { operations: ['Decrypt', 'Encrypt', 'DescribeKey'], principals: ['app', 'admin'] },
  fields: [
    {
      id: 'guess',
      type: 'choice',
      label: { ja: '予想：KeyIdに別のキーを書いて復号すると', en: 'Prediction: Decrypt with another key in KeyId' },
      options: [
        { id: 'opens', text: { ja: '正しいキーを探して開けてくれる', en: 'finds the right key and opens it' } },
        { id: 'wrongKey', text: { ja: 'キーが違うと断られる', en: 'is refused: the wrong key' } },
        { id: 'broken', text: { ja: '暗号文が壊れていると言われる', en: 'says the ciphertext is damaged' } },
      ],
    },
  ],
  checks: [
    {
      id: 'guessed',
      say: { ja: '別のキーを書いた結果を予想した', en: 'The result with another key was predicted' },
      answered: 'guess',
    },
    {
      id: 'wrongKey',
      say: { ja: '別のキーを指定して、断られるのを見た', en: 'A call that names another key was seen refused' },
      log: { event: 'Decrypt', errorCode: 'IncorrectKeyException' },
      atLeast: 1,
    },
    {
      id: 'named',
      say: { ja: '正しいキーを指定して開けた', en: 'It was opened by naming its own key' },
      log: { event: 'Decrypt', errorCode: 'none', keyIdNamed: true },
      atLeast: 1,
    },
  ],
  feedback: {
    guessed: { say: { ja: '先に予想を選びましょう。', en: 'Predict first.' } },
    wrongKey: {
      say: {
        ja: 'KeyIdに、わざと別のキーを書いて復号してみましょう。',
        en: 'Name another key in KeyId on purpose, and decrypt.',
      },
    },
    named: {
      say: {
        ja: 'KeyIdを書かずに開けると、どのキーでも開いてしまいます。応答のKeyIdを見て、それを指定しましょう。',
        en: 'Without KeyId any key would do. Look at KeyId in the answer, and name it in the call.',
      },
      log: 'Decrypt',
    },
  },
  hints: [
    {
      ja: 'まず、KeyIdを省いて復号し、応答をよく読んでください。',
      en: 'First decrypt without KeyId, and read the answer.',
    },
    {
      ja: '対称キーの暗号文には、どのキーで作ったかが入っています。指定すれば、それと照らし合わせます。',
      en: 'A symmetric ciphertext knows its key. If you name one, KMS compares.',
    },
    {
      ja: 'redを指定して断られるのを見てから、greenを指定してDecryptを呼びます。',
      en: 'See it refused with red, then Decrypt with green.',
    },
  ],
  solution: [
    { answer: 'guess', is: 'wrongKey' },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob },
      as: 'app',
      note: {
        ja: '省いても開きます。応答にキーのARNがあります。',
        en: 'It opens without; the answer tells the ARN of the key.',
      },
    },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob, KeyId: '$red.KeyMetadata.KeyId' },
      as: 'app',
      note: { ja: '別のキーを指定すると、断られます。', en: 'With another key it is refused.' },
    },
    {
      operation: 'Decrypt',
      input: { CiphertextBlob, KeyId: '$green.KeyMetadata.KeyId' },
      as: 'app',
      note: { ja: '指定して開けるのが、おすすめの呼び方です。', en: 'Naming the key is the better habit.' },
    },
  ],
  alternatives: [
    [
      { answer: 'guess', is: 'opens' },
      { operation: 'Decrypt', input: { CiphertextBlob, KeyId: '$blue.KeyMetadata.Arn' }, as: 'admin' },
      { operation: 'Decrypt', input: { CiphertextBlob, KeyId: '$green.KeyMetadata.Arn' }, as: 'admin' },
    ],
  ],
  wrong: [
    { do: [{ operation: 'Decrypt', input: { CiphertextBlob }, as: 'app' }], fails: 'guessed' },
    {
      do: [
        { answer: 'guess', is: 'opens' },
        { operation: 'Decrypt', input: { CiphertextBlob }, as: 'app' },
      ],
      fails: 'wrongKey',
    },
    {
      do: [
        { answer: 'guess', is: 'opens' },
        { operation: 'Decrypt', input: { CiphertextBlob, KeyId: '$red.KeyMetadata.KeyId' }, as: 'app' },
        { operation: 'Decrypt', input: { CiphertextBlob }, as: 'app' },
      ],
      fails: 'named',
    },
  ],
  why: {
    stem: {
      ja: '省いても開くのに、キーを指定するほうがよいのはなぜでしょう。',
      en: 'It opens without. Why name the key?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '思いがけないキーの暗号文を、受け入れずに済むから',
          en: 'So as not to accept a ciphertext of some unexpected key',
        },
        correct: true,
        why: {
          ja: '他人が自分のキーで作った暗号文を紛れ込ませても、気付けます。',
          en: "A ciphertext slipped in under a stranger's key is noticed.",
        },
      },
      {
        id: 'b',
        text: { ja: 'キーを探す手間が省けて、速く返ってくるから', en: 'It is quicker: KMS need not search' },
        why: {
          ja: '速さは変わりません。暗号文がキーを教えてくれます。',
          en: 'It is not: the ciphertext tells the key.',
        },
      },
      {
        id: 'c',
        text: { ja: '指定しないと、復号の記録が残らないから', en: 'Otherwise the call is not recorded' },
        why: { ja: 'どちらも記録されます。', en: 'Both are recorded.' },
      },
    ],
  },
});
