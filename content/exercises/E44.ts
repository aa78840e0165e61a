import { defineExercise } from '../../src/learn/exercise.ts';

const TOKYO = 'ap-northeast-1';
const OSAKA = 'ap-northeast-3';

export default defineExercise({
  id: 'E44',
  section: 'key-deletion',
  level: 3,
  mis: ['M69'],
  title: { ja: '消えた後の仕分け', en: 'Sorting what is gone' },
  task: {
    ja: '片付けの最中に、消してはいけないものまで消えました。戻せるものと戻せないものを仕分け、戻せるものは実際に戻してください。',
    en: 'While clearing up, things went that should have stayed. Sort out what can be brought back, and bring it back.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'single' }, save: 'single' },
    { operation: 'CreateKey', input: { Description: 'global', MultiRegion: true }, save: 'primary' },
    {
      operation: 'ReplicateKey',
      input: { KeyId: '$primary.KeyMetadata.KeyId', ReplicaRegion: OSAKA, Description: 'global' },
      save: 'replica',
    },
    { operation: 'CreateKey', input: { Description: 'app-key' }, save: 'k3' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k3.KeyMetadata.KeyId' } },
    {
      operation: 'Encrypt',
      input: { KeyId: '$single.KeyMetadata.KeyId', Plaintext: { $utf8: '古い台帳' } },
      save: 'ledger',
    },
    {
      operation: 'Encrypt',
      input: { KeyId: '$primary.KeyMetadata.KeyId', Plaintext: { $utf8: '名簿' } },
      save: 'roster',
    },
    { advance: 'P1D' },
    { operation: 'DeleteAlias', input: { AliasName: 'alias/app' } },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: '$primary.KeyMetadata.KeyId', PendingWindowInDays: 7 },
      region: OSAKA,
    },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$single.KeyMetadata.KeyId', PendingWindowInDays: 7 } },
    { advance: 'P8D' },
  ],
  labels: { ledger: { ja: '古い台帳', en: 'Old ledger' }, roster: { ja: '名簿', en: 'Roster' } },
  bench: {
    operations: ['CreateAlias', 'ReplicateKey', 'CancelKeyDeletion', 'CreateKey', 'DescribeKey', 'Decrypt'],
    regions: [TOKYO, OSAKA],
    principals: ['admin', 'app'],
  },
  fields: [
    {
      id: 'back',
      type: 'sort',
      label: { ja: 'それぞれ、戻せるでしょうか。', en: 'Can each be brought back?' },
      rows: [
        { id: 'single', text: { ja: '削除が済んだ単一リージョンのキー', en: 'a single-Region key, deleted' } },
        {
          id: 'replica',
          text: {
            ja: '削除が済んだ大阪のレプリカ（東京のプライマリは健在）',
            en: 'the replica in Osaka, deleted while the primary in Tokyo lives',
          },
        },
        { id: 'alias', text: { ja: '削除したエイリアス', en: 'a deleted alias' } },
        {
          id: 'import',
          text: {
            ja: '期限が切れたインポート済みマテリアル（手元に原本あり）',
            en: 'imported material that expired, the original at hand',
          },
        },
        {
          id: 'datakey',
          text: { ja: '唯一の暗号化済みデータキーのファイル', en: 'the only file of an encrypted data key' },
        },
      ],
      choices: [
        { id: 'yes', text: { ja: '戻せる', en: 'yes' } },
        { id: 'no', text: { ja: '戻せない', en: 'no' } },
      ],
    },
  ],
  checks: [
    {
      id: 'sorted',
      say: { ja: '5つを正しく仕分けた', en: 'The five are sorted rightly' },
      answer: 'back',
      is: { single: 'no', replica: 'yes', alias: 'yes', import: 'yes', datakey: 'no' },
    },
    {
      id: 'alias',
      say: { ja: 'エイリアスalias/appが元のキーを指している', en: 'alias/app leads to its key again' },
      alias: 'alias/app',
      is: '$k3.KeyMetadata.Arn',
    },
    {
      id: 'osaka',
      say: { ja: '大阪で名簿を復号できる', en: 'The roster decrypts in Osaka' },
      try: { as: 'app', region: OSAKA, operation: 'Decrypt', input: { CiphertextBlob: '$roster.CiphertextBlob' } },
      at: 'PT1H',
      is: 'ok',
    },
  ],
  feedback: {
    sorted: {
      say: {
        ja: '色の付いた行が違います。鍵の中身が、まだどこかに残っているかを考えてください。',
        en: 'The marked rows are wrong. Does what is inside the key still exist anywhere?',
      },
    },
    alias: {
      say: {
        ja: 'エイリアスは名札です。同じ名前で、同じキーに付け直せます。',
        en: 'An alias is a label: the same name can be put on the same key again.',
      },
    },
    osaka: {
      say: {
        ja: '東京のプライマリから、もう一度複製を作れます。',
        en: 'The primary in Tokyo can make another replica.',
      },
    },
  },
  hints: [
    {
      ja: '消えたものの「中身」が、ほかの場所に残っていないかを調べます。',
      en: 'Look whether what was inside still exists elsewhere.',
    },
    {
      ja: '名札は付け直せ、複製は親から作り直せます。中身が一つしかなかったものは戻りません。',
      en: 'Labels can be put on again, copies made from their parent. What existed once does not come back.',
    },
    {
      ja: '東京でCreateAliasとReplicateKeyを呼びます。単一リージョンのキーとデータキーは戻せません。',
      en: 'In Tokyo call CreateAlias and ReplicateKey. The single-Region key and the data key are gone.',
    },
  ],
  solution: [
    {
      operation: 'CreateAlias',
      input: { AliasName: 'alias/app', TargetKeyId: '$k3.KeyMetadata.KeyId' },
      region: TOKYO,
      note: { ja: '名札を付け直します。', en: 'Put the label on again.' },
    },
    {
      operation: 'ReplicateKey',
      input: { KeyId: '$primary.KeyMetadata.KeyId', ReplicaRegion: OSAKA },
      region: TOKYO,
      note: { ja: 'プライマリから複製を作り直します。', en: 'Make another copy of the primary.' },
    },
    { answer: 'back', is: { single: 'no', replica: 'yes', alias: 'yes', import: 'yes', datakey: 'no' } },
  ],
  alternatives: [
    [
      { answer: 'back', is: { single: 'no', replica: 'yes', alias: 'yes', import: 'yes', datakey: 'no' } },
      {
        operation: 'ReplicateKey',
        input: { KeyId: '$primary.KeyMetadata.KeyId', ReplicaRegion: OSAKA },
        region: TOKYO,
      },
      { advance: 'P1D' },
      {
        operation: 'CreateAlias',
        input: { AliasName: 'alias/app', TargetKeyId: '$k3.KeyMetadata.KeyId' },
        region: TOKYO,
      },
    ],
  ],
  wrong: [
    {
      do: [{ answer: 'back', is: { single: 'yes', replica: 'yes', alias: 'yes', import: 'yes', datakey: 'no' } }],
      fails: 'sorted',
    },
    {
      do: [{ answer: 'back', is: { single: 'no', replica: 'yes', alias: 'yes', import: 'yes', datakey: 'no' } }],
      fails: 'alias',
    },
    {
      do: [
        { answer: 'back', is: { single: 'no', replica: 'yes', alias: 'yes', import: 'yes', datakey: 'no' } },
        {
          operation: 'CreateAlias',
          input: { AliasName: 'alias/app', TargetKeyId: '$k3.KeyMetadata.KeyId' },
          region: TOKYO,
        },
        { operation: 'CreateKey', input: { MultiRegion: true }, region: OSAKA },
      ],
      fails: 'osaka',
    },
  ],
  why: {
    stem: {
      ja: '大阪のレプリカが戻せて、単一リージョンのキーが戻せないのはなぜでしょう。',
      en: 'Why does the replica come back, and the single-Region key not?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '同じマテリアルが、東京のプライマリに残っているから',
          en: 'Its material is still in the primary in Tokyo',
        },
        correct: true,
        why: {
          ja: '戻せるかどうかは、鍵の中身がどこかに残っているかで決まります。',
          en: 'What decides is whether the material still exists somewhere.',
        },
      },
      {
        id: 'b',
        text: { ja: 'レプリカの削除は、30日間は取り消せるから', en: 'A replica can be called back for thirty days' },
        why: {
          ja: '削除が済めば取り消せません。作り直しているのです。',
          en: 'Once deleted it cannot be called back. It is made anew.',
        },
      },
      {
        id: 'c',
        text: { ja: 'マルチリージョンキーは、AWSが控えを取るから', en: 'AWS keeps a backup of multi-Region keys' },
        why: { ja: '消したキーの控えから戻す手段はありません。', en: 'No backup brings a deleted key back.' },
      },
    ],
  },
});
