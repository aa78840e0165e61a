import { defineExercise } from '../../src/learn/exercise.ts';

const KeyId = '$k1.KeyMetadata.KeyId';

export default defineExercise({
  id: 'E42',
  section: 'key-deletion',
  level: 3,
  mis: ['M67'],
  title: { ja: '動き続けるサーバー', en: 'The server that kept running' },
  task: {
    ja: '10時にディスクのキーを無効にしました。10時5分、サーバーは平気で動いています。12時に再起動すると、立ち上がらなくなりました。何が起きたのかを言い当て、サーバーを起動できるようにしてください。',
    en: "The disk's key was disabled at 10:00. At 10:05 the server runs as if nothing had happened. After a restart at 12:00 it does not come up. Say what happened, and get the server to start.",
  },
  world: [
    { operation: 'CreateKey', input: { Description: 'disk' }, save: 'k1' },
    {
      operation: 'GenerateDataKeyWithoutPlaintext',
      input: { KeyId, KeySpec: 'AES_256' },
      save: 'volume',
    },
    { operation: 'Decrypt', input: { CiphertextBlob: '$volume.CiphertextBlob' }, as: 'app', via: 'ec2' },
    { advance: 'PT1H' },
    { operation: 'DisableKey', input: { KeyId } },
    { advance: 'PT2H' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$volume.CiphertextBlob' }, as: 'app', via: 'ec2' },
  ],
  labels: { volume: { ja: 'ディスクのデータキー（暗号化済み）', en: "The disk's data key, encrypted" } },
  bench: {
    operations: ['DescribeKey', 'EnableKey', 'DisableKey', 'Decrypt', 'CreateKey', 'ReEncrypt'],
    principals: ['admin', 'app'],
  },
  fields: [
    {
      id: 'when',
      type: 'sort',
      label: {
        ja: 'それぞれの時点で、ディスクは読めるでしょうか。',
        en: 'Can the disk be read at each of these times?',
      },
      rows: [
        { id: 't1005', text: { ja: '10:05、動いたまま', en: '10:05, still running' } },
        { id: 't1200', text: { ja: '12:00、再起動', en: '12:00, restarted' } },
        { id: 'enabled', text: { ja: 'キーを有効に戻して再起動', en: 'restarted with the key enabled again' } },
      ],
      choices: [
        { id: 'yes', text: { ja: '読める', en: 'yes' } },
        { id: 'no', text: { ja: '読めない', en: 'no' } },
      ],
    },
    {
      id: 'where',
      type: 'choice',
      label: { ja: '10時5分に読めたのは、何のおかげでしょう。', en: 'What made it readable at 10:05?' },
      options: [
        {
          id: 'memory',
          text: { ja: '平文のデータキーがメモリーに残っていた', en: 'The plaintext data key was still in memory' },
        },
        { id: 'delay', text: { ja: '無効化が届くまで時間がかかった', en: 'The disabling took its time to arrive' } },
        { id: 'copy', text: { ja: 'KMSがディスクの平文を持っていた', en: 'KMS kept a plaintext copy of the disk' } },
      ],
    },
  ],
  checks: [
    {
      id: 'times',
      say: { ja: '3つの時点を正しく言い当てた', en: 'The three times are told rightly' },
      answer: 'when',
      is: { t1005: 'yes', t1200: 'no', enabled: 'yes' },
    },
    {
      id: 'reason',
      say: { ja: '動き続けた理由を言い当てた', en: 'The reason for running on is told' },
      answer: 'where',
      is: 'memory',
    },
    {
      id: 'starts',
      say: { ja: 'サーバーがディスクのデータキーを開ける', en: "The server can open the disk's data key" },
      try: { as: 'app', via: 'ec2', operation: 'Decrypt', input: { CiphertextBlob: '$volume.CiphertextBlob' } },
      is: 'ok',
    },
  ],
  feedback: {
    times: {
      say: {
        ja: 'ディスクを読むたびにKMSが呼ばれるわけではありません。KMSが呼ばれるのはいつでしょう。',
        en: 'KMS is not called each time the disk is read. When is it called?',
      },
    },
    reason: {
      say: {
        ja: '最初にボリュームをつないだとき、何が返されたかを思い出しましょう。',
        en: 'Remember what was handed out when the volume was first attached.',
      },
    },
    starts: {
      say: {
        ja: '理由はわかりました。では、起動できるようにしましょう。',
        en: 'You know the reason. Now make it start.',
      },
      log: 'Decrypt',
    },
  },
  hints: [
    { ja: 'ログにあるDecryptは、いつ呼ばれていますか。', en: 'When was Decrypt called, according to the log?' },
    {
      ja: 'ボリュームをつなぐときだけKMSが呼ばれ、返された平文のデータキーはメモリーに置かれます。',
      en: 'KMS is called only when the volume is attached; the plaintext data key it returns stays in memory.',
    },
    {
      ja: 'キーはまだあります。EnableKeyで有効に戻せば、次の起動でデータキーを開けます。',
      en: 'The key still exists: EnableKey, and the next start opens the data key.',
    },
  ],
  solution: [
    { answer: 'when', is: { t1005: 'yes', t1200: 'no', enabled: 'yes' } },
    { answer: 'where', is: 'memory' },
    {
      operation: 'EnableKey',
      input: { KeyId },
      note: {
        ja: 'データキーを開けるキーを、使える状態に戻します。',
        en: 'Make the key that opens the data key usable again.',
      },
    },
  ],
  alternatives: [
    [
      { operation: 'DescribeKey', input: { KeyId } },
      { operation: 'EnableKey', input: { KeyId } },
      { operation: 'Decrypt', input: { CiphertextBlob: '$volume.CiphertextBlob' }, as: 'app' },
      { answer: 'when', is: { t1005: 'yes', t1200: 'no', enabled: 'yes' } },
      { answer: 'where', is: 'memory' },
    ],
  ],
  wrong: [
    {
      do: [
        { answer: 'when', is: { t1005: 'no', t1200: 'no', enabled: 'yes' } },
        { operation: 'EnableKey', input: { KeyId } },
      ],
      fails: 'times',
    },
    {
      do: [
        { answer: 'when', is: { t1005: 'yes', t1200: 'no', enabled: 'yes' } },
        { answer: 'where', is: 'delay' },
        { operation: 'EnableKey', input: { KeyId } },
      ],
      fails: 'reason',
    },
    {
      do: [
        { answer: 'when', is: { t1005: 'yes', t1200: 'no', enabled: 'yes' } },
        { answer: 'where', is: 'memory' },
        { operation: 'CreateKey', input: {}, save: 'k2' },
        {
          operation: 'ReEncrypt',
          input: { CiphertextBlob: '$volume.CiphertextBlob', DestinationKeyId: '$k2.KeyMetadata.KeyId' },
        },
      ],
      fails: 'starts',
    },
  ],
  why: {
    stem: {
      ja: 'キーを無効にして「すぐ止まらなかった」ことから、何を学べるでしょう。',
      en: 'The server did not stop at once. What does that teach?',
    },
    options: [
      {
        id: 'a',
        text: { ja: '影響は、次にKMSを呼ぶ時まで現れない', en: 'Nothing shows until KMS is called the next time' },
        correct: true,
        why: {
          ja: 'だから、止めてからしばらく様子を見る必要があります。',
          en: 'Which is why one waits after stopping a key.',
        },
      },
      {
        id: 'b',
        text: { ja: 'ディスクのキーは、無効にしても意味がない', en: 'Disabling the key of a disk is pointless' },
        why: { ja: '次につなぐときには、必ず失敗します。', en: 'The next attachment is sure to fail.' },
      },
      {
        id: 'c',
        text: { ja: '急ぐときは、無効化より削除が速い', en: 'In a hurry, deletion is quicker than disabling' },
        why: { ja: 'メモリーのデータキーには、どちらも届きません。', en: 'Neither reaches a data key in memory.' },
      },
    ],
  },
});
