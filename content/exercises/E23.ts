import { defineExercise } from '../../src/learn/exercise.ts';
import { TEACHING_RSA_KEY } from '../teaching-rsa-key.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const parameters = (save: string) =>
  ({
    operation: 'GetParametersForImport',
    input: { KeyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
    rsaPrivateKey: TEACHING_RSA_KEY,
    save,
  }) as const;
const importing = (from: string, material: string, expires: object) =>
  ({
    operation: 'ImportKeyMaterial',
    input: {
      KeyId,
      ImportToken: `$${from}.ImportToken`,
      EncryptedKeyMaterial: { $wrapped: { parameters: from, material } },
      ...expires,
    },
  }) as const;
const NEVER = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };

export default defineExercise({
  id: 'E23',
  section: 'key-material',
  level: 3,
  mis: ['M34', 'M35', 'M36'],
  title: { ja: '期限切れの朝', en: 'The morning it expired' },
  task: {
    ja: '今朝から、アプリが何も復号できません。インポートしたキーマテリアルの期限が、昨夜切れていました。保管庫には、よく似た名前のファイルが3つあります。復旧し、同じ朝が二度と来ないようにしてください。',
    en: 'Since this morning the application decrypts nothing: the imported key material expired last night. In the vault are three files with similar names. Get it working, and see that this morning never comes again.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'own-material', Origin: 'EXTERNAL' }, save: 'k1' },
    parameters('p1'),
    importing('p1', 'km-2025.bin', { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: { $days: 30 } }),
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '会員名簿' } }, as: 'app', save: 'c1' },
    { advance: 'P30D' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
  ],
  labels: { c1: { ja: '会員名簿', en: 'Members' } },
  bench: {
    operations: [
      'DescribeKey',
      'GetParametersForImport',
      'ImportKeyMaterial',
      'EnableKey',
      'ScheduleKeyDeletion',
      'Decrypt',
    ],
    principals: ['admin', 'app'],
    materials: ['km-2024.bin', 'km-2025.bin', 'km-new.bin'],
  },
  checks: [
    {
      id: 'usable',
      say: { ja: 'アプリが会員名簿を復号できる', en: 'The application decrypts the members' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      is: 'ok',
    },
    {
      id: 'lasting',
      say: { ja: '1年後も復号できる', en: 'In a year it still does' },
      try: { as: 'app', operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      at: 'P365D',
      is: 'ok',
    },
    {
      id: 'kept',
      say: { ja: 'キーの削除を予約していない', en: 'No deletion was scheduled' },
      never: 'ScheduleKeyDeletion',
    },
  ],
  feedback: {
    usable: {
      say: {
        ja: 'キーは、マテリアルを待っています。このキーが受け取るのは、前と同じマテリアルだけです。',
        en: 'The key waits for material, and takes none but what it had before.',
      },
      log: 'ImportKeyMaterial',
    },
    lasting: {
      say: {
        ja: 'また期限が付いています。期限の有無は、インポートのときに選びます。',
        en: 'It expires again. Whether it does is chosen when importing.',
      },
      log: 'ImportKeyMaterial',
    },
    kept: {
      say: { ja: 'キーを消しても、名簿は戻りません。', en: 'Deleting the key does not bring the members back.' },
      log: 'ScheduleKeyDeletion',
    },
  },
  hints: [
    {
      ja: 'DescribeKeyで、キーの状態を見てください。無効とは違う状態です。',
      en: 'Ask DescribeKey for the state: it is not disabled.',
    },
    {
      ja: '期限が切れると、マテリアルだけが消えます。同じものを入れ直せば、同じキーとしてよみがえります。',
      en: 'Only the material is gone. Put the same back, and it is the same key again.',
    },
    {
      ja: 'GetParametersForImport（RSAES_OAEP_SHA_256、RSA_2048）のあと、km-2025.binをKEY_MATERIAL_DOES_NOT_EXPIREでImportKeyMaterialします。',
      en: 'GetParametersForImport (RSAES_OAEP_SHA_256, RSA_2048), then ImportKeyMaterial with km-2025.bin and KEY_MATERIAL_DOES_NOT_EXPIRE.',
    },
  ],
  solution: [
    {
      ...parameters('p2'),
      note: { ja: '包むための公開鍵と、トークンを受け取ります。', en: 'Get a public key to wrap with, and a token.' },
    },
    {
      ...importing('p2', 'km-2025.bin', NEVER),
      note: { ja: '前と同じファイルを、期限なしで入れ直します。', en: 'Put the same file back, without an end.' },
    },
  ],
  alternatives: [
    [
      parameters('p2'),
      importing('p2', 'km-new.bin', NEVER),
      importing('p2', 'km-2024.bin', NEVER),
      importing('p2', 'km-2025.bin', { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: { $days: 360 } }),
      parameters('p3'),
      importing('p3', 'km-2025.bin', NEVER),
    ],
  ],
  wrong: [
    { do: [parameters('p2'), importing('p2', 'km-new.bin', NEVER)], fails: 'usable' },
    { do: [{ operation: 'EnableKey', input: { KeyId } }], fails: 'usable' },
    {
      do: [
        parameters('p2'),
        importing('p2', 'km-2025.bin', { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: { $days: 90 } }),
      ],
      fails: 'lasting',
    },
    { do: [{ operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } }], fails: 'usable' },
  ],
  why: {
    stem: {
      ja: '「期限なし」にしても、原本を保管しておくのはなぜでしょう。',
      en: 'Why keep the original even if nothing expires?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '消えたときに戻せるのは、原本を持つ人だけだから',
          en: 'Only who has the original can bring it back',
        },
        correct: true,
        why: {
          ja: '取り込んだマテリアルは、KMSから取り出せません。持続させる責任は自分にあります。',
          en: 'Imported material cannot be taken out of KMS. Its durability is yours to ensure.',
        },
      },
      {
        id: 'b',
        text: { ja: '復号のたびに、原本との照合が行われるから', en: 'Each decryption compares with the original' },
        why: { ja: '照合は行われません。', en: 'Nothing is compared.' },
      },
      {
        id: 'c',
        text: { ja: '原本があれば、KMSの外でも復号できるから', en: 'The original decrypts outside KMS too' },
        why: {
          ja: '同じマテリアルでも、KMSの暗号文は外では開けません。',
          en: 'Even with the same material, no ciphertext of KMS opens outside it.',
        },
      },
    ],
  },
});
