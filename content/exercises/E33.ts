import { defineExercise } from '../../src/learn/exercise.ts';

const TOKYO = 'ap-northeast-1';
const OSAKA = 'ap-northeast-3';
const KeyId = '$k1.KeyMetadata.KeyId';
const NEW = '$made.CreateKey.KeyMetadata.KeyId';
const inOsaka = (name: string) =>
  ({
    as: 'app',
    region: OSAKA,
    operation: 'Decrypt',
    input: { CiphertextBlob: `$latest.${name}.CiphertextBlob` },
  }) as const;

export default defineExercise({
  id: 'E33',
  section: 'multi-region-keys',
  level: 2,
  mis: ['M56', 'M57'],
  title: { ja: 'あとから世界へ', en: 'Abroad, later on' },
  task: {
    ja: '東京のキーで暗号化した2つの台帳を、大阪のアプリでも復号できるようにしてください。東京のキーは、単一リージョンのキーとして作られています。',
    en: 'Two ledgers are encrypted under a key in Tokyo, which was made as a single-Region key. Let the application in Osaka decrypt them.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'tokyo-only' }, save: 'k1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '台帳その1' } }, as: 'app', save: 'c1' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '台帳その2' } }, as: 'app', save: 'c2' },
  ],
  labels: { c1: { ja: '台帳その1', en: 'Ledger one' }, c2: { ja: '台帳その2', en: 'Ledger two' } },
  bench: {
    operations: ['CreateKey', 'ReplicateKey', 'ReEncrypt', 'Decrypt', 'DescribeKey'],
    regions: [TOKYO, OSAKA],
    principals: ['admin', 'app'],
  },
  checks: [
    {
      id: 'one',
      say: { ja: '大阪のアプリが、台帳その1を復号できる', en: 'In Osaka the application decrypts ledger one' },
      try: inOsaka('c1'),
      at: 'PT1H',
      is: 'ok',
    },
    {
      id: 'two',
      say: { ja: '大阪のアプリが、台帳その2を復号できる', en: 'In Osaka the application decrypts ledger two' },
      try: inOsaka('c2'),
      at: 'PT1H',
      is: 'ok',
    },
  ],
  feedback: {
    one: {
      say: {
        ja: '大阪には、台帳その1を開けるキーがありません。古い暗号文は、今も東京だけのキーのものです。',
        en: 'Nothing in Osaka opens ledger one. The old ciphertext still belongs to the key that is in Tokyo alone.',
      },
    },
    two: { say: { ja: '台帳その2が残っています。', en: 'Ledger two is left.' } },
  },
  hints: [
    {
      ja: '東京のキーを複製しようとすると、どんなエラーになりますか。',
      en: 'What error comes when you try to replicate the key in Tokyo?',
    },
    {
      ja: '単一リージョンのキーは、後からマルチリージョンキーに変えられません。新しく作り、複製し、データを包み直します。',
      en: 'A single-Region key never becomes a multi-Region key. Make a new one, copy it, and wrap the data again.',
    },
    {
      ja: '東京でMultiRegionを付けてCreateKey、ReplicateKeyで大阪へ、そして2つをReEncryptします。',
      en: 'In Tokyo CreateKey with MultiRegion, ReplicateKey to Osaka, and ReEncrypt both.',
    },
  ],
  solution: [
    {
      operation: 'CreateKey',
      input: { Description: 'both', MultiRegion: true },
      region: TOKYO,
      note: {
        ja: 'マルチリージョンかどうかは、作るときに決まります。',
        en: 'Multi-Region or not is decided at birth.',
      },
    },
    {
      operation: 'ReplicateKey',
      input: { KeyId: NEW, ReplicaRegion: OSAKA },
      region: TOKYO,
      note: { ja: '大阪に複製します。', en: 'Copy it to Osaka.' },
    },
    {
      operation: 'ReEncrypt',
      input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: NEW },
      region: TOKYO,
      note: {
        ja: '東京のキーで開け、新しいキーで包み直します。',
        en: 'Opened with the key in Tokyo, wrapped under the new one.',
      },
    },
    { operation: 'ReEncrypt', input: { CiphertextBlob: '$c2.CiphertextBlob', DestinationKeyId: NEW }, region: TOKYO },
  ],
  alternatives: [
    [
      { operation: 'CreateKey', input: { MultiRegion: true }, region: TOKYO },
      {
        operation: 'ReEncrypt',
        input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: NEW },
        region: TOKYO,
        as: 'app',
      },
      {
        operation: 'ReEncrypt',
        input: { CiphertextBlob: '$c2.CiphertextBlob', DestinationKeyId: NEW },
        region: TOKYO,
        as: 'app',
      },
      { operation: 'ReplicateKey', input: { KeyId: NEW, ReplicaRegion: OSAKA }, region: TOKYO },
    ],
  ],
  wrong: [
    { do: [{ operation: 'ReplicateKey', input: { KeyId, ReplicaRegion: OSAKA }, region: TOKYO }], fails: 'one' },
    {
      do: [
        { operation: 'CreateKey', input: { MultiRegion: true }, region: TOKYO },
        { operation: 'ReplicateKey', input: { KeyId: NEW, ReplicaRegion: OSAKA }, region: TOKYO },
      ],
      fails: 'one',
    },
    {
      do: [
        { operation: 'CreateKey', input: { MultiRegion: true }, region: TOKYO },
        { operation: 'ReplicateKey', input: { KeyId: NEW, ReplicaRegion: OSAKA }, region: TOKYO },
        {
          operation: 'ReEncrypt',
          input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: NEW },
          region: TOKYO,
        },
      ],
      fails: 'two',
    },
    { do: [{ operation: 'CreateKey', input: {}, region: OSAKA }], fails: 'one' },
  ],
  why: {
    stem: {
      ja: '単一リージョンのキーを、後から変えられないのはなぜでしょう。',
      en: 'Why can a single-Region key not be changed later?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: 'リージョンの外に出ないという約束を、守り続けるため',
          en: 'So that its promise never to leave the Region holds',
        },
        correct: true,
        why: {
          ja: '後から変えられるなら、所在地の約束に意味がなくなります。',
          en: 'If it could change later, the promise would mean nothing.',
        },
      },
      {
        id: 'b',
        text: { ja: '単一リージョンのキーには、マテリアルがないから', en: 'A single-Region key has no material' },
        why: { ja: 'あります。外へ複製できないだけです。', en: 'It has. It just cannot be copied out.' },
      },
      {
        id: 'c',
        text: { ja: '一度でも暗号化に使うと、変更できなくなるから', en: 'Having encrypted once, a key is frozen' },
        why: { ja: '使っていなくても変えられません。', en: 'An unused one cannot be changed either.' },
      },
    ],
  },
});
