import { defineTape } from '../../src/present/tape.ts';

export default defineTape({
  id: 't09-handshake',
  chapter: 'cross-account',
  title: { ja: '片側だけの握手', en: 'A handshake from one side' },
  world: [
    {
      operation: 'CreateKey',
      input: {
        Description: 'shared-report',
        Policy: {
          $policy: [
            {
              Sid: 'Own',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:root' },
              Action: 'kms:*',
              Resource: '*',
            },
            {
              Sid: 'Partner',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:root' },
              Action: ['kms:Decrypt', 'kms:DescribeKey'],
              Resource: '*',
            },
          ],
        },
      },
      save: 'k1',
    },
    {
      operation: 'Encrypt',
      input: { KeyId: '$k1.KeyMetadata.Arn', Plaintext: { $utf8: '報告書' } },
      as: 'app',
      save: 'c1',
    },
  ],
  steps: [
    {
      code: '01',
      screen: {
        headline: { ja: '取引先に鍵を貸した', en: 'We lent the key to a partner' },
        lines: [{ ja: 'キーポリシーにアカウントBを書きました', en: 'The key policy names account B' }],
      },
      note: { ja: 'キーポリシーの2つ目の文を読み上げる。', en: 'Read the second statement of the key policy aloud.' },
      pace: 40,
    },
    {
      code: '02',
      screen: { headline: { ja: 'Bの人が復号を頼む', en: 'Somebody at B decrypts' } },
      note: {
        ja: 'BのIAMには何もないことを口頭で伝えてから投票する。',
        en: 'Say that IAM at B allows nothing yet, then vote.',
      },
      pace: 100,
      vote: {
        question: { ja: '復号できるでしょうか', en: 'Does it decrypt?' },
        options: [
          { outcome: 'ok', text: { ja: 'キーポリシーにあるので開く', en: 'Yes: the key policy says so' } },
          { outcome: 'AccessDeniedException', text: { ja: '片側だけなので断られる', en: 'No: only one side agreed' } },
          {
            outcome: 'NotFoundException',
            text: { ja: '別のアカウントからは見えない', en: 'No: it is not seen from there' },
          },
        ],
      },
      run: [
        {
          step: { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'B:bi' },
          expect: 'AccessDeniedException',
        },
      ],
    },
    {
      code: '03',
      screen: {
        headline: { ja: 'Bの側でも許可する', en: 'B agrees as well' },
        lines: [{ ja: 'IAMポリシーにキーのARNを書きます', en: 'An IAM policy there names the key ARN' }],
      },
      note: { ja: '両側がそろって初めて握手になる。', en: 'Both sides make the handshake.' },
      pace: 60,
      run: [
        {
          step: {
            iam: 'B:bi',
            statements: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '$k1.KeyMetadata.Arn' }],
          },
        },
        {
          step: { operation: 'Decrypt', input: { CiphertextBlob: '$c1.CiphertextBlob' }, as: 'B:bi' },
          expect: 'ok',
        },
      ],
    },
    {
      code: '04',
      screen: { headline: { ja: 'Bの人が鍵を消そうとする', en: 'Somebody at B deletes the key' } },
      note: {
        ja: '越境できる操作は限られる。管理の操作は、ポリシーに書いても通らない。',
        en: 'Few operations cross accounts; management does not, whatever a policy says.',
      },
      pace: 60,
      run: [
        {
          step: { operation: 'ScheduleKeyDeletion', input: { KeyId: '$k1.KeyMetadata.Arn' }, as: 'B:bi' },
          expect: 'AccessDeniedException',
        },
      ],
    },
  ],
});
