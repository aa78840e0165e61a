import { defineExercise } from '../../src/learn/exercise.ts';

const K1 = '$k1.KeyMetadata.KeyId';
const K2 = '$k2.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E18',
  section: 'aliases',
  level: 1,
  mis: ['M26', 'M27'],
  title: { ja: '名札を捨てる、家を壊す', en: 'Take off the label, pull down the house' },
  task: {
    ja: 'alias/aの付いたk1と、alias/bの付いたk2があります。k1はキーを残したままエイリアスだけを外し、k2はキーごと片付けてください。それぞれ、もう一方がどうなるかを予想してから始めましょう。',
    en: 'k1 bears alias/a and k2 bears alias/b. Take the alias off k1 and keep the key; clear k2 away altogether. First predict what happens to the other half of each.',
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'k1' }, save: 'k1' },
    { operation: 'CreateKey', input: { Description: 'k2' }, save: 'k2' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/a', TargetKeyId: K1 } },
    { operation: 'CreateAlias', input: { AliasName: 'alias/b', TargetKeyId: K2 } },
  ],
  bench: { operations: ['DeleteAlias', 'ScheduleKeyDeletion', 'CancelKeyDeletion', 'DescribeKey', 'ListAliases'] },
  fields: [
    {
      id: 'label',
      type: 'choice',
      label: { ja: '予想：エイリアスを削除すると、キーは', en: 'Prediction: the alias is deleted, and the key' },
      options: [
        { id: 'stays', text: { ja: '今までどおり使える', en: 'works as before' } },
        { id: 'off', text: { ja: '無効になる', en: 'is disabled' } },
        { id: 'gone', text: { ja: '一緒に消える', en: 'goes with it' } },
      ],
    },
    {
      id: 'house',
      type: 'choice',
      label: { ja: '予想：キーの削除が済むと、エイリアスは', en: 'Prediction: the key is deleted, and its alias' },
      options: [
        { id: 'dangling', text: { ja: '行き先のないまま残る', en: 'stays and leads nowhere' } },
        { id: 'gone', text: { ja: '一緒に消える', en: 'goes with it' } },
        { id: 'other', text: { ja: '別のキーに付け替わる', en: 'moves to another key' } },
      ],
    },
  ],
  checks: [
    { id: 'label', say: { ja: '一つ目を予想した', en: 'The first was predicted' }, answered: 'label' },
    { id: 'house', say: { ja: '二つ目を予想した', en: 'The second was predicted' }, answered: 'house' },
    { id: 'noA', say: { ja: 'alias/aがない', en: 'There is no alias/a' }, alias: 'alias/a', is: 'none' },
    { id: 'k1', say: { ja: 'k1は有効なまま', en: 'k1 is enabled' }, state: '$k1.KeyMetadata.Arn', is: 'Enabled' },
    { id: 'k2', say: { ja: 'k2の削除が済んだ', en: 'k2 is deleted' }, state: '$k2.KeyMetadata.Arn', is: 'Deleted' },
    { id: 'noB', say: { ja: 'alias/bもない', en: 'There is no alias/b either' }, alias: 'alias/b', is: 'none' },
  ],
  feedback: {
    label: { say: { ja: '一つ目の予想を選びましょう。', en: 'Choose the first prediction.' } },
    house: { say: { ja: '二つ目の予想を選びましょう。', en: 'Choose the second prediction.' } },
    noA: {
      say: {
        ja: 'alias/aはまだ付いています。名札を外す操作があります。',
        en: 'alias/a is still there. There is an operation for taking it off.',
      },
    },
    k1: {
      say: { ja: 'k1は残すはずでした。名札だけを外します。', en: 'k1 was to stay: only its label goes.' },
      log: 'ScheduleKeyDeletion',
    },
    'k2@PendingDeletion': {
      say: {
        ja: 'k2は削除待ちです。時計を期日まで進めましょう。',
        en: 'k2 waits for its deletion. Turn the clock to the date.',
      },
    },
    k2: { say: { ja: 'k2がまだ残っています。', en: 'k2 is still there.' } },
  },
  hints: [
    {
      ja: '名札に対する操作と、キーに対する操作は別です。',
      en: 'Operations on labels and operations on keys are different ones.',
    },
    {
      ja: 'エイリアスはキーとは別のリソースですが、キーが消えるときは道連れになります。',
      en: 'An alias is a resource of its own, but it goes down with its key.',
    },
    {
      ja: 'DeleteAliasでalias/aを外し、k2をScheduleKeyDeletionして、時計を進めます。',
      en: 'DeleteAlias for alias/a, ScheduleKeyDeletion for k2, then turn the clock.',
    },
  ],
  solution: [
    { answer: 'label', is: 'stays' },
    { answer: 'house', is: 'gone' },
    {
      operation: 'DeleteAlias',
      input: { AliasName: 'alias/a' },
      note: { ja: '名札だけが外れ、キーは有効なままです。', en: 'Only the label goes; the key works on.' },
    },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: K2, PendingWindowInDays: 7 } },
    {
      advance: 'P7D',
      note: { ja: 'キーが消えると、エイリアスも消えます。', en: 'With the key its alias is gone too.' },
    },
  ],
  alternatives: [
    [
      { operation: 'DeleteAlias', input: { AliasName: 'alias/b' } },
      { operation: 'DeleteAlias', input: { AliasName: 'alias/a' } },
      { operation: 'ScheduleKeyDeletion', input: { KeyId: K2 } },
      { advance: 'next' },
      { answer: 'label', is: 'off' },
      { answer: 'house', is: 'dangling' },
    ],
  ],
  wrong: [
    { do: [{ operation: 'DeleteAlias', input: { AliasName: 'alias/a' } }], fails: 'label' },
    {
      do: [
        { answer: 'label', is: 'gone' },
        { answer: 'house', is: 'gone' },
        { operation: 'ScheduleKeyDeletion', input: { KeyId: K1, PendingWindowInDays: 7 } },
        { advance: 'P7D' },
      ],
      fails: 'k1',
    },
    {
      do: [
        { answer: 'label', is: 'stays' },
        { answer: 'house', is: 'gone' },
        { operation: 'DeleteAlias', input: { AliasName: 'alias/a' } },
        { operation: 'DeleteAlias', input: { AliasName: 'alias/b' } },
      ],
      fails: 'k2',
    },
    {
      do: [
        { answer: 'label', is: 'stays' },
        { answer: 'house', is: 'gone' },
      ],
      fails: 'noA',
    },
  ],
  why: {
    stem: {
      ja: 'エイリアスを消しても、古い暗号文を復号できるのはなぜでしょう。',
      en: 'The alias is gone. Why do its ciphertexts still open?',
    },
    options: [
      {
        id: 'a',
        text: { ja: '暗号文が覚えているのは、キーそのものだから', en: 'They remember the key itself' },
        correct: true,
        why: {
          ja: 'エイリアスは、呼び出しのときにキーへ読み替えられるだけです。',
          en: 'An alias is only translated to its key when a call is made.',
        },
      },
      {
        id: 'b',
        text: { ja: '消したエイリアスが、しばらく残っているから', en: 'A deleted alias lingers for a while' },
        why: { ja: '残っていなくても開きます。', en: 'They open without it.' },
      },
      {
        id: 'c',
        text: { ja: 'KMSが、別の名札を自動で付けるから', en: 'KMS puts on another label' },
        why: { ja: '名札が自動で付くことはありません。', en: 'It never does.' },
      },
    ],
  },
});
