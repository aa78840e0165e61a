import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const TOKYO = 'ap-northeast-1';
const OSAKA = 'ap-northeast-3';

export default defineExercise({
  id: 'E43',
  section: 'key-deletion',
  level: 3,
  mis: ['M60'],
  title: { ja: '親を消せない', en: 'The parent that would not go' },
  task: {
    ja: '拠点が大阪へ移りました。東京のキーだけを消し、大阪のアプリは今までどおり復号できるようにしてください。',
    en: 'The business has moved to Osaka. Delete the key in Tokyo alone; the application in Osaka must go on decrypting.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'branch', MultiRegion: true }, save: 'k1' },
    { operation: 'ReplicateKey', input: { KeyId, ReplicaRegion: OSAKA, Description: 'branch' }, save: 'replica' },
    { advance: 'PT1H' },
    { operation: 'Encrypt', input: { KeyId, Plaintext: { $utf8: '支店台帳' } }, as: 'app', save: 'c1' },
  ],
  labels: { c1: { ja: '支店台帳', en: 'Branch ledger' } },
  bench: {
    operations: [
      'ScheduleKeyDeletion',
      'CancelKeyDeletion',
      'UpdatePrimaryRegion',
      'DescribeKey',
      'DisableKey',
      'EnableKey',
      'Decrypt',
    ],
    regions: [TOKYO, OSAKA],
    principals: ['admin', 'app'],
  },
  checks: [
    {
      id: 'osaka',
      say: {
        ja: '大阪のアプリが、40日後も台帳を復号できる',
        en: 'In forty days the application in Osaka still decrypts the ledger',
      },
      try: { as: 'app', region: OSAKA, operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' } },
      at: 'P40D',
      is: 'ok',
    },
    {
      id: 'tokyo',
      say: { ja: '東京のキーが、40日後には消えている', en: 'In forty days the key in Tokyo is gone' },
      state: '$k1.KeyMetadata.Arn',
      at: 'P40D',
      is: 'Deleted',
    },
  ],
  feedback: {
    osaka: {
      say: {
        ja: '大阪まで使えなくなってしまいます。消すのは東京だけです。',
        en: 'Osaka would lose it too. Only Tokyo is to go.',
      },
      log: 'ScheduleKeyDeletion',
    },
    'tokyo@PendingReplicaDeletion': {
      say: {
        ja: 'プライマリは、レプリカがなくなるまで待ち続けます。何日待っても消えません。',
        en: 'A primary waits until its replicas are gone. No number of days will do.',
      },
      log: 'ScheduleKeyDeletion',
    },
    'tokyo@Enabled': {
      say: { ja: '東京のキーは、まだ使われ続けます。', en: 'The key in Tokyo lives on.' },
    },
    tokyo: { say: { ja: '東京のキーは、まだ残っています。', en: 'The key in Tokyo is still there.' } },
  },
  hints: [
    {
      ja: '東京のキーを予約したときの、状態の名前をよく見てください。',
      en: 'Look closely at the state that the key in Tokyo takes when scheduled.',
    },
    { ja: '先に、どちらを親にするかを変えられます。', en: 'Which of them is the parent can be changed first.' },
    {
      ja: '東京でUpdatePrimaryRegionを呼んで大阪をプライマリにし、1時間待ってから、東京でScheduleKeyDeletionを呼びます。',
      en: 'In Tokyo, UpdatePrimaryRegion to Osaka; wait an hour; then ScheduleKeyDeletion in Tokyo.',
    },
  ],
  solution: [
    {
      operation: 'UpdatePrimaryRegion',
      input: { KeyId, PrimaryRegion: OSAKA },
      region: TOKYO,
      note: {
        ja: '大阪をプライマリにします。東京はレプリカになります。',
        en: 'Osaka becomes the primary, Tokyo a replica.',
      },
    },
    { advance: 'PT1H', note: { ja: '切り替えが済むまで待ちます。', en: 'Wait for the change.' } },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId, PendingWindowInDays: 7 },
      region: TOKYO,
      note: { ja: 'レプリカなら、単独で消せます。', en: 'A replica can go alone.' },
    },
  ],
  alternatives: [
    [
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 }, region: TOKYO },
      { operation: 'CancelKeyDeletion', input: { KeyId }, region: TOKYO },
      { operation: 'EnableKey', input: { KeyId }, region: TOKYO },
      { operation: 'UpdatePrimaryRegion', input: { KeyId, PrimaryRegion: OSAKA }, region: TOKYO },
      { advance: 'P1D' },
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 30 }, region: TOKYO },
    ],
  ],
  wrong: [
    {
      do: [{ operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 }, region: TOKYO }],
      fails: 'tokyo',
    },
    {
      do: [{ operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 }, region: OSAKA }],
      fails: 'osaka',
    },
    {
      do: [
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 }, region: TOKYO },
        { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 }, region: OSAKA },
      ],
      fails: 'osaka',
    },
  ],
  why: {
    stem: {
      ja: 'プライマリが、レプリカより先に消えられないのはなぜでしょう。',
      en: 'Why can a primary not go before its replicas?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '複製やローテーションの設定を担う親がいなくなるから',
          en: 'The set would lose the one that is replicated and rotated',
        },
        correct: true,
        why: {
          ja: '共有される性質はプライマリで決まるので、親のいない組は作れません。',
          en: 'Shared properties are set on the primary, so no set is without one.',
        },
      },
      {
        id: 'b',
        text: {
          ja: 'レプリカが、復号のたびにプライマリを呼ぶから',
          en: 'A replica calls the primary for every decryption',
        },
        why: { ja: 'レプリカは自分だけで復号できます。', en: 'A replica decrypts by itself.' },
      },
      {
        id: 'c',
        text: {
          ja: '先に作られたキーは、後から消す決まりだから',
          en: 'Keys are deleted in the reverse order of their making',
        },
        why: {
          ja: '作られた順ではなく、役割で決まります。だから役割を移せば消せます。',
          en: 'Roles decide, not ages: which is why moving the role helps.',
        },
      },
    ],
  },
});
