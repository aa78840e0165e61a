import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const encrypt = (text: string) => ({ operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: text } } }) as const;

export default defineExercise({
  id: 'E01',
  section: 'what-is-kms',
  level: 1,
  mis: ['M02'],
  title: { ja: 'KMSの中をのぞく', en: 'A look inside KMS' },
  task: {
    ja: '「暗号化したデータはKMSに預けてある」と言う人がいます。文を3つ暗号化し、何がKMSに残り、何が手元に返ってくるかを確かめて、KMSの中身を言い当ててください。',
    en: 'Somebody says that encrypted data is kept in KMS. Encrypt three texts, see what stays and what comes back to you, and tell what is inside KMS.',
  },
  world: [{ operation: 'CreateKey', input: { Description: 'first-key' }, save: 'k1' }],
  bench: { operations: ['Encrypt', 'Decrypt', 'DescribeKey', 'GetKeyPolicy', 'ListKeys', 'ListAliases'] },
  fields: [
    {
      id: 'inside',
      type: 'multi',
      label: { ja: 'KMSの中にあるものを、すべて選んでください。', en: 'Pick all that is inside KMS.' },
      options: [
        { id: 'keys', text: { ja: 'キーマテリアル', en: 'key material' } },
        { id: 'policies', text: { ja: 'キーポリシー', en: 'key policies' } },
        { id: 'metadata', text: { ja: 'キーの名前や状態などの情報', en: 'names, states and other facts about keys' } },
        { id: 'ciphertexts', text: { ja: '暗号文', en: 'ciphertexts' } },
        { id: 'plaintexts', text: { ja: '暗号化する前の文', en: 'the texts before encryption' } },
      ],
    },
  ],
  checks: [
    {
      id: 'three',
      say: { ja: '文を3つ暗号化した', en: 'Three texts were encrypted' },
      log: { event: 'Encrypt', errorCode: 'none' },
      atLeast: 3,
    },
    {
      id: 'inside',
      say: { ja: 'KMSの中身を言い当てた', en: 'What is inside KMS is told' },
      answer: 'inside',
      is: ['keys', 'policies', 'metadata'],
    },
  ],
  feedback: {
    three: {
      say: {
        ja: 'まだ3つに足りません。文を変えながら暗号化してみましょう。',
        en: 'That is not three yet. Encrypt some more.',
      },
    },
    inside: {
      say: {
        ja: '暗号文を並べて見せてくれる操作を、KMSから探してみましょう。見つかるのはどこでしょう。',
        en: 'Look for an operation that lists ciphertexts. Where are they?',
      },
      log: 'Encrypt',
    },
  },
  hints: [
    {
      ja: '「手元の暗号文」の棚が、誰のものかを考えてください。',
      en: 'Whose is the shelf with the ciphertexts at hand?',
    },
    {
      ja: '暗号化の答えとして、暗号文は呼んだ人に返されます。',
      en: 'The ciphertext is the answer to the call: it goes to the caller.',
    },
    {
      ja: 'Encryptを3回呼び、マテリアル、ポリシー、キーの情報の3つを選びます。',
      en: 'Encrypt three times, then pick material, policies and facts about keys.',
    },
  ],
  solution: [
    { ...encrypt('一つ目'), note: { ja: '応答に暗号文が入っています。', en: 'The ciphertext is in the answer.' } },
    encrypt('二つ目'),
    encrypt('三つ目'),
    { answer: 'inside', is: ['keys', 'policies', 'metadata'] },
  ],
  alternatives: [
    [
      { answer: 'inside', is: ['metadata', 'policies', 'keys'] },
      encrypt('a'),
      encrypt('a'),
      { operation: 'ListKeys', input: {} },
      encrypt('a'),
    ],
  ],
  wrong: [
    { do: [encrypt('a'), encrypt('b'), { answer: 'inside', is: ['keys', 'policies', 'metadata'] }], fails: 'three' },
    {
      do: [
        encrypt('a'),
        encrypt('b'),
        encrypt('c'),
        { answer: 'inside', is: ['keys', 'policies', 'metadata', 'ciphertexts'] },
      ],
      fails: 'inside',
    },
  ],
  why: {
    stem: {
      ja: 'KMSが暗号文を預からないことで、利用者に何が任されるでしょう。',
      en: 'KMS keeps no ciphertexts. What does that leave to its users?',
    },
    options: [
      {
        id: 'a',
        text: { ja: '暗号文がどこにあるかを、自分で覚えておくこと', en: 'Knowing where their ciphertexts are' },
        correct: true,
        why: {
          ja: 'だからキーを消す前に、暗号文を探すのも利用者の仕事です。',
          en: 'Which is why they must look for them before a key goes.',
        },
      },
      {
        id: 'b',
        text: { ja: 'キーマテリアルの控えを、自分で取っておくこと', en: 'Keeping a backup of the key material' },
        why: { ja: 'KMSが作ったマテリアルは、外へ取り出せません。', en: 'Material made by KMS cannot be taken out.' },
      },
      {
        id: 'c',
        text: { ja: '暗号文を、KMSへ定期的に送り直すこと', en: 'Sending ciphertexts back to KMS now and then' },
        why: {
          ja: '送り直す必要はありません。開けるときに渡すだけです。',
          en: 'There is no need. They are passed when they are opened.',
        },
      },
    ],
  },
});
