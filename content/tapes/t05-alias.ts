import { defineTape } from '../../src/present/tape.ts';

export default defineTape({
  id: 't05-alias',
  chapter: 'aliases',
  title: { ja: '名札を付け替えた翌週', en: 'A week after the alias moved' },
  world: [
    { operation: 'CreateKey', input: { Description: 'orders-2025' }, save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
    {
      operation: 'Encrypt',
      input: { KeyId: 'alias/app', Plaintext: { $utf8: '注文書' } },
      as: 'app',
      save: 'old',
    },
    { operation: 'CreateKey', input: { Description: 'orders-2026' }, save: 'k2' },
  ],
  steps: [
    {
      code: '01',
      screen: {
        headline: { ja: '新しい鍵に付け替える', en: 'We move to a new key' },
        lines: [{ ja: 'アプリはalias/appしか知りません', en: 'The application knows alias/app only' }],
      },
      note: {
        ja: '手作業のローテーション。アプリを変えずに鍵を替えられることを見せる。',
        en: 'A rotation by hand. Show that the key changes and the application does not.',
      },
      pace: 40,
      run: [
        {
          step: { operation: 'UpdateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k2.KeyMetadata.KeyId' } },
          expect: 'ok',
        },
        {
          step: {
            operation: 'Encrypt',
            input: { KeyId: 'alias/app', Plaintext: { $utf8: '新しい注文書' } },
            as: 'app',
            save: 'new',
          },
          expect: 'ok',
        },
      ],
    },
    {
      code: '02',
      screen: { headline: { ja: '昔の注文書を開く', en: 'We open an old order' } },
      note: {
        ja: 'キーIDを渡していないことを確認してから投票する。',
        en: 'Point out that no key id is given, then vote.',
      },
      pace: 90,
      vote: {
        question: { ja: '復号できるでしょうか', en: 'Does it decrypt?' },
        options: [
          { outcome: 'ok', text: { ja: '古い鍵が自動で選ばれる', en: 'Yes: the old key is found' } },
          { outcome: 'IncorrectKeyException', text: { ja: '鍵が違うと断られる', en: 'No: it is the wrong key' } },
          { outcome: 'NotFoundException', text: { ja: '古い鍵は見つからない', en: 'No: the old key is not found' } },
        ],
      },
      run: [
        { step: { operation: 'Decrypt', input: { CiphertextBlob: '$old.CiphertextBlob' }, as: 'app' }, expect: 'ok' },
      ],
    },
    {
      code: '03',
      screen: {
        headline: { ja: '古い鍵を片付ける', en: 'We clear the old key away' },
        lines: [{ ja: '名札が外れた鍵の削除を予約します', en: 'It has no alias any more: we schedule it' }],
      },
      note: { ja: 'ここで誰かが「待って」と言うかを待つ。', en: 'Wait whether somebody says stop.' },
      pace: 40,
      conceals: true,
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
      code: '04',
      screen: { headline: { ja: '翌週、昔の注文書を開く', en: 'A week later, the old order' } },
      note: {
        ja: '実行後、失われたものは戻らないことを伝える。ReEncryptで移してから消すのが正解。',
        en: 'After the run say that it is lost. The right way was to ReEncrypt first.',
      },
      pace: 120,
      vote: {
        question: { ja: '今度は復号できるでしょうか', en: 'Does it decrypt now?' },
        options: [
          { outcome: 'ok', text: { ja: '名札は新しい鍵なので開く', en: 'Yes: the alias has the new key' } },
          { outcome: 'AccessDeniedException', text: { ja: '断られ、二度と開かない', en: 'No, and never again' } },
          {
            outcome: 'KMSInvalidStateException',
            text: { ja: '削除待ちだと断られる', en: 'No: it waits for deletion' },
          },
        ],
      },
      run: [
        { step: { advance: 'P8D' } },
        {
          step: { operation: 'Decrypt', input: { CiphertextBlob: '$old.CiphertextBlob' }, as: 'app' },
          expect: 'AccessDeniedException',
        },
      ],
    },
  ],
});
