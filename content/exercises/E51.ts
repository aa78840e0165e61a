import { defineExercise } from '../../src/learn/exercise.ts';

export default defineExercise({
  id: 'E51',
  section: 'client-and-server-side',
  level: 2,
  mis: ['M76'],
  title: { ja: '盗聴してみる', en: 'Listening in' },
  task: {
    ja: 'バケットへ送るファイルを、二人の泥棒が狙っています。一人は通信経路を盗聴し、もう一人は保存先のディスクを盗みます。どの守り方なら、誰に読まれずに済むかを見抜いてください。',
    en: 'Two thieves are after the file that you send to a bucket: one listens on the wire, the other steals the disk. Tell which protection keeps it from whom.',
  },
  world: [],
  bench: { operations: [] },
  fields: [
    {
      id: 'wire',
      type: 'sort',
      label: {
        ja: '通信経路の盗聴者は、中身を読めるでしょうか。',
        en: 'Does the listener on the wire read the contents?',
      },
      rows: [
        { id: 'http', text: { ja: 'HTTPで送る（暗号化なし）', en: 'HTTP, no encryption' } },
        { id: 'httpSse', text: { ja: 'HTTPで送り、サーバーサイド暗号化', en: 'HTTP, server-side encryption' } },
        { id: 'httpCse', text: { ja: 'クライアントサイド暗号化してHTTPで送る', en: 'HTTP, client-side encryption' } },
        { id: 'httpsSse', text: { ja: 'HTTPSで送り、サーバーサイド暗号化', en: 'HTTPS, server-side encryption' } },
      ],
      choices: [
        { id: 'reads', text: { ja: '読める', en: 'reads it' } },
        { id: 'blind', text: { ja: '読めない', en: 'cannot' } },
      ],
    },
    {
      id: 'disk',
      type: 'sort',
      label: {
        ja: 'ディスクを盗んだ人は、中身を読めるでしょうか。',
        en: 'Does the thief of the disk read the contents?',
      },
      rows: [
        { id: 'https', text: { ja: 'HTTPSで送る（保存時の暗号化なし）', en: 'HTTPS, not encrypted at rest' } },
        { id: 'sse', text: { ja: 'サーバーサイド暗号化', en: 'server-side encryption' } },
        { id: 'cse', text: { ja: 'クライアントサイド暗号化', en: 'client-side encryption' } },
      ],
      choices: [
        { id: 'reads', text: { ja: '読める', en: 'reads it' } },
        { id: 'blind', text: { ja: '読めない', en: 'cannot' } },
      ],
    },
  ],
  checks: [
    {
      id: 'wire',
      say: { ja: '盗聴者に読まれる場合を見分けた', en: 'What the listener reads is told' },
      answer: 'wire',
      is: { http: 'reads', httpSse: 'reads', httpCse: 'blind', httpsSse: 'blind' },
    },
    {
      id: 'disk',
      say: { ja: 'ディスク泥棒に読まれる場合を見分けた', en: 'What the thief of the disk reads is told' },
      answer: 'disk',
      is: { https: 'reads', sse: 'blind', cse: 'blind' },
    },
  ],
  feedback: {
    wire: {
      say: {
        ja: '色の付いた行が違います。サーバーサイド暗号化が行われるのは、データが届いた後です。',
        en: 'The marked rows are wrong. Server-side encryption takes place after the data has arrived.',
      },
    },
    disk: {
      say: {
        ja: '色の付いた行が違います。HTTPSは、届いた先で役目を終えます。',
        en: 'The marked rows are wrong. HTTPS has done its work once the data has arrived.',
      },
    },
  },
  hints: [
    {
      ja: 'どの場所で暗号化され、どの場所で元に戻るかを、経路に沿って追ってください。',
      en: 'Follow the way: where is it encrypted, and where is that undone?',
    },
    {
      ja: 'HTTPSは経路だけ、サーバーサイドは保存先だけ、クライアントサイドは両方を守ります。',
      en: 'HTTPS guards the wire, server-side the disk, client-side both.',
    },
    {
      ja: '盗聴者が読めるのは、HTTPの暗号化なしとサーバーサイドです。ディスク泥棒が読めるのは、HTTPSだけの場合です。',
      en: 'The listener reads plain HTTP and HTTP with server-side encryption; the thief reads what had HTTPS alone.',
    },
  ],
  solution: [
    {
      answer: 'wire',
      is: { http: 'reads', httpSse: 'reads', httpCse: 'blind', httpsSse: 'blind' },
      note: {
        ja: 'サーバーサイド暗号化だけでは、経路は守られません。',
        en: 'Server-side encryption alone does not guard the wire.',
      },
    },
    {
      answer: 'disk',
      is: { https: 'reads', sse: 'blind', cse: 'blind' },
      note: { ja: 'HTTPSだけでは、保存先は守られません。', en: 'HTTPS alone does not guard the disk.' },
    },
  ],
  alternatives: [
    [
      { answer: 'disk', is: { cse: 'blind', sse: 'blind', https: 'reads' } },
      { answer: 'wire', is: { httpsSse: 'blind', httpCse: 'blind', httpSse: 'reads', http: 'reads' } },
    ],
  ],
  wrong: [
    {
      do: [{ answer: 'wire', is: { http: 'reads', httpSse: 'blind', httpCse: 'blind', httpsSse: 'blind' } }],
      fails: 'wire',
    },
    {
      do: [
        { answer: 'wire', is: { http: 'reads', httpSse: 'reads', httpCse: 'blind', httpsSse: 'blind' } },
        { answer: 'disk', is: { https: 'blind', sse: 'blind', cse: 'blind' } },
      ],
      fails: 'disk',
    },
  ],
  why: {
    stem: {
      ja: 'クライアントサイド暗号化が、両方の泥棒に強いのはなぜでしょう。',
      en: 'Why does client-side encryption hold against both?',
    },
    options: [
      {
        id: 'a',
        text: {
          ja: '手元を離れる前から、開く時まで暗号文のままだから',
          en: 'It is ciphertext from before it leaves until it is opened',
        },
        correct: true,
        why: {
          ja: 'その代わり、鍵の扱いと実装の責任は自分にあります。',
          en: 'In return, handling keys and code is up to you.',
        },
      },
      {
        id: 'b',
        text: {
          ja: 'サーバーサイド暗号化より、強いアルゴリズムを使うから',
          en: 'Its algorithm is stronger than on the server',
        },
        why: {
          ja: 'どちらもAES-GCMなどで、強さは変わりません。',
          en: 'Both use the likes of AES-GCM. The difference is where.',
        },
      },
      {
        id: 'c',
        text: { ja: 'クライアントサイドなら、必ずHTTPSになるから', en: 'Client-side encryption always goes by HTTPS' },
        why: { ja: '経路の暗号化とは別の話です。', en: 'The wire is another matter.' },
      },
    ],
  },
});
