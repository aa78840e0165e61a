import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const NEXT = '$k2.KeyMetadata.KeyId';
const NAME = 'alias/app';
const DISABLE = { operation: 'DisableKey', input: { KeyId } } as const;
const BY_LABEL = { operation: 'DisableKey', input: { KeyId: NAME } } as const;
const DELETE = { operation: 'DeleteAlias', input: { AliasName: NAME } } as const;
const CREATE = { operation: 'CreateAlias', input: { AliasName: NAME, TargetKeyId: NEXT } } as const;

export default defineExercise({
  id: 'E20',
  section: 'aliases',
  level: 2,
  mis: ['M29', 'M32'],
  title: { ja: '名札では命令できない', en: 'A label takes no orders' },
  task: {
    ja: 'alias/appのキーを、対称キーからRSAのキーに切り替えます。これからはalias/appという名前がRSAのキーを指し、古い対称キーは無効になっている、という状態にしてください。',
    en: 'alias/app moves from a symmetric key to an RSA key. Get to where the name alias/app stands for the RSA key and the old symmetric key is disabled.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'symmetric' }, save: 'k1' },
    {
      operation: 'CreateKey',
      input: { Description: 'rsa', KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
      save: 'k2',
    },
    { operation: 'CreateAlias', input: { AliasName: NAME, TargetKeyId: KeyId } },
  ],
  bench: {
    operations: [
      'DisableKey',
      'EnableKey',
      'UpdateAlias',
      'DeleteAlias',
      'CreateAlias',
      'ListAliases',
      'DescribeKey',
      'ScheduleKeyDeletion',
    ],
  },
  checks: [
    {
      id: 'old',
      say: { ja: '古い対称キーが無効になっている', en: 'The old symmetric key is disabled' },
      state: '$k1.KeyMetadata.Arn',
      is: 'Disabled',
    },
    {
      id: 'label',
      say: { ja: 'alias/appがRSAのキーを指している', en: 'alias/app stands for the RSA key' },
      alias: NAME,
      is: '$k2.KeyMetadata.Arn',
    },
    {
      id: 'alive',
      say: { ja: 'RSAのキーは使える', en: 'The RSA key can be used' },
      state: '$k2.KeyMetadata.Arn',
      is: 'Enabled',
    },
  ],
  feedback: {
    old: {
      say: {
        ja: '古いキーはまだ有効です。キーの状態を変える操作は、エイリアスを受け付けません。キーIDかキーARNで指定しましょう。',
        en: 'The old key is still enabled. Operations that change the state of a key take no alias: name it by key ID or key ARN.',
      },
      log: 'DisableKey',
    },
    'old@PendingDeletion': {
      say: {
        ja: '古いキーは削除待ちです。頼まれたのは無効にすることで、消すことではありません。',
        en: 'The old key awaits deletion. You were asked to disable it, not to destroy it.',
      },
      log: 'ScheduleKeyDeletion',
    },
    label: {
      say: {
        ja: 'alias/appはまだ対称キーを指しています。付け替えられるのは、同じ種類、同じ用途のキーの間だけです。',
        en: 'alias/app still stands for the symmetric key. A label moves only between keys of the same type and use.',
      },
      log: 'UpdateAlias',
    },
    'label@none': {
      say: {
        ja: '名札は外れました。今は、alias/appという名前がどこにもありません。もう一度付けましょう。',
        en: 'The label is off, and now nothing is called alias/app. Put it on again.',
      },
      log: 'DeleteAlias',
    },
    alive: {
      say: {
        ja: 'これから使うRSAのキーまで無効になっています。',
        en: 'The RSA key, which is to be used from now on, is disabled too.',
      },
      log: 'DisableKey',
    },
  },
  hints: [
    {
      ja: '断られた呼び出しのエラーの文を読んでください。何が受け付けられなかったのでしょう。',
      en: 'Read the messages of what was refused. What was it that was not accepted?',
    },
    {
      ja: 'キーの管理にはキーIDかキーARNを使います。種類のちがうキーへは、名札を動かせません。外して、付け直します。',
      en: 'Keys are managed by key ID or key ARN. A label does not move to a key of another type: take it off and put it on anew.',
    },
    {
      ja: 'DisableKeyをキーIDで呼びます。次にDeleteAliasで名札を外し、CreateAliasでRSAのキーに付けます。',
      en: 'Call DisableKey with the key ID. Then take the label off with DeleteAlias and put it on the RSA key with CreateAlias.',
    },
  ],
  solution: [
    {
      ...DISABLE,
      note: { ja: 'キーIDで指定して、無効にします。', en: 'Disable it, named by its key ID.' },
    },
    { ...DELETE, note: { ja: '名札を外します。', en: 'Take the label off.' } },
    { ...CREATE, note: { ja: '同じ名前を、RSAのキーに付けます。', en: 'Put the same name on the RSA key.' } },
  ],
  alternatives: [
    [
      BY_LABEL,
      { operation: 'UpdateAlias', input: { AliasName: NAME, TargetKeyId: NEXT } },
      DELETE,
      CREATE,
      { operation: 'DisableKey', input: { KeyId: '$k1.KeyMetadata.Arn' } },
    ],
  ],
  wrong: [
    { do: [BY_LABEL, DELETE, CREATE], fails: 'old' },
    { do: [DISABLE, { operation: 'UpdateAlias', input: { AliasName: NAME, TargetKeyId: NEXT } }], fails: 'label' },
    { do: [DISABLE, DELETE], fails: 'label' },
    { do: [DELETE, CREATE, { operation: 'ScheduleKeyDeletion', input: { KeyId } }], fails: 'old' },
    { do: [DISABLE, DELETE, CREATE, { operation: 'DisableKey', input: { KeyId: NEXT } }], fails: 'alive' },
  ],
  why: {
    stem: {
      ja: '種類のちがうキーへエイリアスを付け替えられないと、何が防げるのでしょう。',
      en: 'What does it prevent that an alias cannot move to a key of another type?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '同じ名前を呼んでいるコードが、突然動かなくなること',
          en: 'Code that calls the name suddenly ceasing to work',
        },
        correct: true,
        why: {
          ja: '種類が変われば、使えるオペレーションもアルゴリズムも変わります。名前だけを信じているコードは、それに気づけません。',
          en: 'Another type means other operations and other algorithms, and code that trusts the name has no way to notice.',
        },
      },
      {
        id: 'b',
        text: { ja: '古いキーの暗号文が、開けなくなること', en: 'Ciphertexts of the old key becoming unreadable' },
        why: {
          ja: '名札がどこにあっても、古い暗号文は古いキーで開けます。エイリアスは暗号文に関わりません。',
          en: 'Wherever the label is, the old key opens its ciphertexts. Aliases have no part in them.',
        },
      },
      {
        id: 'c',
        text: {
          ja: '1つのキーに、いくつもの名札が付いてしまうこと',
          en: 'One key coming to have several labels',
        },
        why: {
          ja: '1つのキーに、エイリアスはいくつでも付けられます。',
          en: 'A key may have several aliases as it is.',
        },
      },
    ],
  },
});
