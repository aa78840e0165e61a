import { defineWorld } from '../../src/learn/start-world.ts';

/** A key whose policy names an administrator and an application, and has no statement for the account. */
export default defineWorld({
  id: 'key-policies',
  steps: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, as: 'keyadmin', save: 'payroll' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$payroll.KeyMetadata.KeyId', Plaintext: { $utf8: '2026年3月分 給与明細' } },
      as: 'app',
      save: 'payslip',
    },
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$payroll.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            {
              Sid: 'Administrators',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'keyadmin' } },
              Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
              Resource: '*',
            },
            {
              Sid: 'Users',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'app' } },
              Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
              Resource: '*',
            },
          ],
        },
      },
      as: 'keyadmin',
    },
    {
      operation: 'Decrypt',
      input: { KeyId: '$payroll.KeyMetadata.Arn', CiphertextBlob: '$payslip.CiphertextBlob' },
      as: 'admin',
    },
  ],
  labels: { payslip: { ja: '給与明細 2026年3月', en: 'Payslip, March 2026' } },
});
