import { defineExercise } from '../../src/learn/exercise.ts';
import { TEACHING_RSA_KEY } from '../teaching-rsa-key.ts';

const idOf = (key: 'k1' | 'k2') => `$${key}.KeyMetadata.KeyId`;
const importing = (key: 'k1' | 'k2', save: string) =>
  [
    {
      operation: 'GetParametersForImport',
      input: { KeyId: idOf(key), WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
      rsaPrivateKey: TEACHING_RSA_KEY,
      save,
    },
    {
      operation: 'ImportKeyMaterial',
      input: {
        KeyId: idOf(key),
        ImportToken: `$${save}.ImportToken`,
        EncryptedKeyMaterial: { $wrapped: { parameters: save, material: 'km-2025.bin' } },
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      },
    },
  ] as const;
const SWAP = {
  operation: 'Decrypt',
  input: { CiphertextBlob: '$c1.CiphertextBlob', KeyId: idOf('k2') },
  as: 'app',
} as const;
const MOVE = {
  operation: 'ReEncrypt',
  input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: idOf('k2') },
  as: 'app',
} as const;
const SCHEDULE = {
  operation: 'ScheduleKeyDeletion',
  input: { KeyId: idOf('k1'), PendingWindowInDays: 7 },
  as: 'admin',
} as const;

export default defineExercise({
  id: 'E24',
  section: 'key-material',
  level: 2,
  mis: ['M37'],
  title: { ja: '同じ素材、ちがう鍵', en: 'Same material, another key' },
  task: {
    ja: '引っ越しのため、古いキーと同じキーマテリアルを、新しいキーにもインポートしました。契約書は古いキーで暗号化されています。新しいキーを指定して復号できるかを確かめ、そのうえで、10日後には古いキーが消えていて、アプリが契約書を読める、という状態にしてください。',
    en: 'For a move, the very key material of the old key was imported into a new one as well. The contract is encrypted under the old key. See whether it decrypts with the new key named; then get to where in ten days the old key is gone and the application reads the contract.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'old-home', Origin: 'EXTERNAL' }, save: 'k1' },
    ...importing('k1', 'p1'),
    { operation: 'CreateKey', input: { Description: 'new-home', Origin: 'EXTERNAL' }, save: 'k2' },
    ...importing('k2', 'p2'),
    { operation: 'Encrypt', input: { KeyId: idOf('k1'), Plaintext: { $utf8: '契約書' } }, as: 'app', save: 'c1' },
  ],
  labels: { c1: { ja: '契約書', en: 'Contract' } },
  bench: {
    operations: [
      'Decrypt',
      'ReEncrypt',
      'Encrypt',
      'DescribeKey',
      'ScheduleKeyDeletion',
      'CancelKeyDeletion',
      'EnableKey',
    ],
    principals: ['app', 'admin'],
  },
  checks: [
    {
      id: 'seen',
      say: {
        ja: '新しいキーを指定した復号が、どうなるかを見た',
        en: 'What comes of decrypting with the new key was seen',
      },
      log: { event: 'Decrypt', errorCode: 'IncorrectKeyException' },
      atLeast: 1,
    },
    {
      id: 'lasting',
      say: {
        ja: '10日後も、アプリが契約書を復号できる',
        en: 'In ten days the application can decrypt the contract',
      },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$latest.c1.CiphertextBlob' } },
      at: 'P10D',
      is: 'ok',
    },
    {
      id: 'gone',
      say: { ja: '10日後には、古いキーが消えている', en: 'In ten days the old key is gone' },
      state: '$k1.KeyMetadata.Arn',
      at: 'P10D',
      is: 'Deleted',
    },
  ],
  feedback: {
    seen: {
      say: {
        ja: '同じ素材のキーで開けられるのか、まず試してみましょう。復号するときに、新しいキーをKeyIdに指定します。',
        en: 'First try whether a key of the same material opens it: decrypt with the new key as KeyId.',
      },
    },
    lasting: {
      say: {
        ja: 'このままでは、契約書は古いキーと一緒に失われます。新しいキーが同じ素材を持っていても、代わりにはなりません。',
        en: 'As things are, the contract is lost together with the old key. The new key has the same material and cannot stand in for it.',
      },
      log: 'ScheduleKeyDeletion',
    },
    'lasting@KMSInvalidStateException': {
      say: {
        ja: '契約書を開けるのは、今も古いキーだけです。削除を待つ間、そのキーは使えません。',
        en: 'It is still the old key alone that opens the contract, and while it awaits deletion it cannot be used.',
      },
      log: 'ScheduleKeyDeletion',
    },
    gone: {
      say: {
        ja: '古いキーが、10日後もまだ残っています。片付けは、いつから始めて何日待つものでしょう。',
        en: 'In ten days the old key is still there. When does its removal start, and how many days does it wait?',
      },
      log: 'ScheduleKeyDeletion',
    },
  },
  hints: [
    {
      ja: '2つのキーのキーIDを見比べてください。素材は同じでも、ここはちがいます。',
      en: 'Compare the key IDs of the two. The material is the same; these are not.',
    },
    {
      ja: '対称キーの暗号文は、それを作ったキーに結び付いています。素材ではなく、キーに結び付いています。古いキーが使えるうちに、暗号文を新しいキーで包み直します。',
      en: 'A symmetric ciphertext is bound to the key that made it: to the key, not to its material. While the old key works, have the ciphertext made anew under the new one.',
    },
    {
      ja: '新しいキーを指定したDecryptが断られるのを見たら、ReEncryptで新しいキーへ移し、古いキーをScheduleKeyDeletionで7日後に予約します。',
      en: 'Having seen Decrypt with the new key refused, move the ciphertext to it with ReEncrypt, then ScheduleKeyDeletion for the old key, seven days.',
    },
  ],
  solution: [
    { ...SWAP, note: { ja: '同じ素材でも、開きません。', en: 'The same material, and it does not open.' } },
    { ...MOVE, note: { ja: '古いキーが使えるうちに移します。', en: 'Move it while the old key works.' } },
    { ...SCHEDULE, note: { ja: 'もう、古いキーは要りません。', en: 'Now the old key is needed no more.' } },
  ],
  alternatives: [
    [
      SCHEDULE,
      SWAP,
      { operation: 'CancelKeyDeletion', input: { KeyId: idOf('k1') }, as: 'admin' },
      { operation: 'EnableKey', input: { KeyId: idOf('k1') }, as: 'admin' },
      SWAP,
      MOVE,
      SCHEDULE,
    ],
  ],
  wrong: [
    { do: [MOVE, SCHEDULE], fails: 'seen' },
    { do: [SWAP, SCHEDULE], fails: 'lasting' },
    { do: [SWAP, SCHEDULE, { advance: 'P2D' }, MOVE], fails: 'lasting' },
    { do: [SWAP, MOVE], fails: 'gone' },
    {
      do: [SWAP, MOVE, { ...SCHEDULE, input: { ...SCHEDULE.input, PendingWindowInDays: 30 } }],
      fails: 'gone',
    },
  ],
  why: {
    stem: {
      ja: '同じ素材を持つ新しいキーで、契約書を開けないのはなぜでしょう。',
      en: 'Why does the new key not open the contract, though its material is the same?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '暗号文が、素材だけでなくキーそのものに結び付いているから',
          en: 'Because the ciphertext is bound to the key itself, not just to the material',
        },
        correct: true,
        why: {
          ja: '同じ素材から互いに開けるのは、マルチリージョンキーとして関係づけられたキーだけです。',
          en: 'Keys of the same material open for each other only where they are related multi-Region keys.',
        },
      },
      {
        id: 'b',
        text: {
          ja: 'インポートするたびに、素材が少しずつ変えられるから',
          en: 'Because every import changes the material a little',
        },
        why: {
          ja: 'インポートしたバイトは、そのまま使われます。変わるのは、それを持つキーです。',
          en: 'The bytes are used as they were imported. What differs is the key that has them.',
        },
      },
      {
        id: 'c',
        text: {
          ja: 'アプリに、新しいキーを使う権限がないから',
          en: 'Because the application may not use the new key',
        },
        why: {
          ja: '権限はあります。断られた理由は、AccessDeniedではありませんでした。',
          en: 'It may. The refusal was not one of access.',
        },
      },
    ],
  },
});
