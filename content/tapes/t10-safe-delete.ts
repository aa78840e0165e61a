import { defineTape } from '../../src/present/tape.ts';

export default defineTape({
  id: 't10-safe-delete',
  chapter: 'key-deletion',
  title: { ja: '削除をやめたのに使えない', en: 'Cancelled, and still of no use' },
  world: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: '給与明細' } },
      as: 'app',
      save: 'c1',
    },
  ],
  steps: [
    {
      code: '01',
      screen: {
        headline: { ja: 'この鍵、もう使っていないらしい', en: 'Nobody uses this key any more, they say' },
        lines: [{ ja: 'payrollの削除を予約します', en: 'We schedule payroll for deletion' }],
      },
      note: {
        ja: '状況を一文で。鍵は有効で、暗号文が1つあることを見せる。',
        en: 'One sentence on the situation. Show that the key is enabled and one ciphertext exists.',
      },
      pace: 30,
      run: [
        {
          step: {
            operation: 'ScheduleKeyDeletion',
            input: { KeyId: '$k1.KeyMetadata.KeyId', PendingWindowInDays: 7 },
          },
          expect: 'ok',
        },
      ],
    },
    {
      code: '02',
      screen: {
        headline: { ja: '翌朝、アプリが復号を頼む', en: 'The next morning the application decrypts' },
        lines: [{ ja: '期日まではあと6日あります', en: 'Six days are left' }],
      },
      note: {
        ja: '挙手で予想を取る。多数派の理由を一人に聞く。',
        en: 'Take the vote. Ask one of the majority why.',
      },
      pace: 75,
      vote: {
        question: { ja: '復号できるでしょうか', en: 'Does it decrypt?' },
        options: [
          { outcome: 'ok', text: { ja: '期日までは復号できる', en: 'Yes, until the date' } },
          {
            outcome: 'KMSInvalidStateException',
            text: { ja: '削除待ちだと断られる', en: 'No, it waits for deletion' },
          },
          { outcome: 'NotFoundException', text: { ja: 'キーが見つからない', en: 'The key is not found' } },
        ],
      },
      run: [
        { step: { advance: 'P1D' } },
        {
          step: { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
          expect: 'KMSInvalidStateException',
        },
      ],
    },
    {
      code: '03',
      conceals: true,
      screen: {
        headline: { ja: 'あわてて予約を取り消す', en: 'In a hurry, we cancel' },
        lines: [{ ja: 'CancelKeyDeletionは成功します', en: 'CancelKeyDeletion succeeds' }],
      },
      note: {
        ja: '成功したことだけを見せ、状態はまだ言わない。',
        en: 'Show that it succeeds; do not name the state yet.',
      },
      pace: 30,
      run: [{ step: { operation: 'CancelKeyDeletion', input: { KeyId: '$k1.KeyMetadata.KeyId' } }, expect: 'ok' }],
    },
    {
      code: '04',
      screen: { headline: { ja: 'もう一度、復号を頼む', en: 'We decrypt once more' } },
      note: {
        ja: 'ここが本題。投票のあと隣と90秒話してもらい、もう一度投票する。',
        en: 'This is the point. Vote, let neighbours talk for 90 seconds, vote again.',
      },
      pace: 120,
      vote: {
        question: { ja: '今度は復号できるでしょうか', en: 'Does it decrypt now?' },
        options: [
          { outcome: 'ok', text: { ja: '取り消したので復号できる', en: 'Yes: it was cancelled' } },
          { outcome: 'DisabledException', text: { ja: '無効だと断られる', en: 'No: the key is disabled' } },
          { outcome: 'KMSInvalidStateException', text: { ja: 'まだ削除待ちだと断られる', en: 'No: it still waits' } },
        ],
      },
      run: [
        {
          step: { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
          expect: 'DisabledException',
        },
      ],
    },
    {
      code: '05',
      screen: {
        headline: { ja: '取り消しの先は、無効', en: 'Cancelling leads to Disabled' },
        lines: [{ ja: 'EnableKeyを呼んで、初めて使えます', en: 'Only EnableKey makes it usable again' }],
      },
      note: {
        ja: '有効に戻して復号する。手元で試せるリンクを出して終わる。',
        en: 'Enable it and decrypt. End with the link for everybody.',
      },
      pace: 45,
      run: [
        { step: { operation: 'EnableKey', input: { KeyId: '$k1.KeyMetadata.KeyId' } }, expect: 'ok' },
        {
          step: { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'app' },
          expect: 'ok',
        },
      ],
    },
  ],
});
