import { defineWorld } from '../../src/learn/start-world.ts';

/** A key in use, one already on its way out that somebody still needs, and a paper under each. */
export default defineWorld({
  id: 'key-deletion',
  steps: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'payroll' },
    { operation: 'CreateKey', input: { Description: 'archive-2019' }, save: 'archive' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$payroll.KeyMetadata.KeyId', Plaintext: { $utf8: '2026年3月分 給与明細' } },
      as: 'app',
      save: 'payslip',
    },
    {
      operation: 'Encrypt',
      input: { KeyId: '$archive.KeyMetadata.KeyId', Plaintext: { $utf8: '2019年 監査資料' } },
      as: 'app',
      save: 'audit',
    },
    { advance: 'P10D' },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: '$archive.KeyMetadata.KeyId', PendingWindowInDays: 7 },
    },
    { advance: 'P2D' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$audit.CiphertextBlob' }, as: 'app' },
    { operation: 'DescribeKey', input: { KeyId: '$archive.KeyMetadata.KeyId' }, as: 'batch' },
    { advance: 'P2D' },
  ],
  labels: {
    payslip: { ja: '給与明細 2026年3月', en: 'Payslip, March 2026' },
    audit: { ja: '監査資料 2019年', en: 'Audit papers, 2019' },
  },
});
