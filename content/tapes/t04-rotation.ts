import { defineTape } from '../../src/present/tape.ts';

export default defineTape({
  id: 't04-rotation',
  chapter: 'master-keys',
  title: { ja: 'ローテーションの誤解', en: 'What rotation does not do' },
  world: [
    { operation: 'CreateKey', input: { Description: 'orders' }, save: 'k1' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: '注文書' } },
      as: 'app',
      save: 'old',
    },
  ],
  steps: [
    {
      code: '01',
      screen: {
        headline: { ja: '鍵を新しくしたい', en: 'We want a fresh key' },
        lines: [{ ja: '注文書が1通、暗号化されています', en: 'One order is already encrypted' }],
      },
      note: { ja: '鍵1本と暗号文1つの世界を見せる。', en: 'Show the world: one key, one ciphertext.' },
      pace: 30,
    },
    {
      code: '02',
      screen: { headline: { ja: '今すぐローテーションする', en: 'We rotate it now' } },
      note: { ja: '予想を取ってから実行する。', en: 'Take the vote, then run.' },
      pace: 90,
      vote: {
        question: { ja: '古い暗号文は復号できるでしょうか', en: 'Does the old ciphertext still decrypt?' },
        options: [
          { outcome: 'ok', text: { ja: '今までどおり復号できる', en: 'Yes, as before' } },
          {
            outcome: 'InvalidCiphertextException',
            text: { ja: '鍵が替わったので開かない', en: 'No: the key has changed' },
          },
          {
            outcome: 'IncorrectKeyException',
            text: { ja: '古い鍵を指定しないと開かない', en: 'Only if the old key is named' },
          },
        ],
      },
      run: [
        { step: { operation: 'RotateKeyOnDemand', input: { KeyId: '$k1.KeyMetadata.KeyId' } }, expect: 'ok' },
        { step: { operation: 'Decrypt', input: { CiphertextBlob: '$old.CiphertextBlob' }, as: 'app' }, expect: 'ok' },
      ],
    },
    {
      code: '03',
      screen: {
        headline: { ja: '古いマテリアルも残っている', en: 'The old material is still there' },
        lines: [{ ja: 'キーID、ARN、エイリアスは変わりません', en: 'Key id, ARN and aliases stay the same' }],
      },
      note: {
        ja: '新旧のKeyMaterialIdを比べる。漏れた鍵の対策にはならないことを添える。',
        en: 'Compare the two KeyMaterialIds. Add that rotation does not help against a leak.',
      },
      pace: 60,
      run: [
        { step: { operation: 'ListKeyRotations', input: { KeyId: '$k1.KeyMetadata.KeyId' } }, expect: 'ok' },
        {
          step: {
            operation: 'Encrypt',
            input: { KeyId: '$k1.KeyMetadata.KeyId', Plaintext: { $utf8: '注文書' } },
            as: 'app',
            save: 'fresh',
          },
          expect: 'ok',
        },
      ],
    },
    {
      code: '04',
      screen: {
        headline: { ja: '包み直すのはReEncrypt', en: 'ReEncrypt wraps it anew' },
        lines: [{ ja: '平文はKMSの外に出ません', en: 'The plaintext never leaves KMS' }],
      },
      note: { ja: '最後にリンクを出して終わる。', en: 'End with the link.' },
      pace: 60,
      run: [
        {
          step: {
            operation: 'ReEncrypt',
            input: { CiphertextBlob: '$old.CiphertextBlob', DestinationKeyId: '$k1.KeyMetadata.KeyId' },
            as: 'app',
          },
          expect: 'ok',
        },
      ],
    },
  ],
});
