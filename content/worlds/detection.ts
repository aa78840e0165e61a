import { defineWorld } from '../../src/learn/start-world.ts';

/**
 * A week of a company's log: daily work, and in it all that a filter pattern should find or leave alone. A disabled key
 * and one pending deletion are still called; somebody lacks permission; a key waits for its material; keys are disabled
 * and scheduled, once in vain; S3 uses a key for a user.
 */
export default defineWorld({
  id: 'detection',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders' }, save: 'orders' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/orders', TargetKeyId: '$orders.KeyMetadata.KeyId' } },
    { operation: 'CreateKey', input: { Description: 'reports-2022' }, save: 'reports' },
    { operation: 'CreateKey', input: { Description: 'backup-old' }, save: 'backup' },
    { operation: 'CreateKey', input: { Description: 'partner', Origin: 'EXTERNAL' }, save: 'partner' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$reports.KeyMetadata.KeyId', Plaintext: { $utf8: '2022' } },
      as: 'app',
      save: 'report',
    },
    {
      operation: 'Encrypt',
      input: { KeyId: '$backup.KeyMetadata.KeyId', Plaintext: { $utf8: 'backup' } },
      as: 'app',
      save: 'archive',
    },
    { advance: 'P1D' },
    {
      operation: 'GenerateDataKey',
      input: {
        KeyId: 'alias/orders',
        KeySpec: 'AES_256',
        EncryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::orders/2026/04/02.csv' },
      },
      as: 'app',
      via: 's3',
    },
    { operation: 'DescribeKey', input: { KeyId: 'alias/orders' }, as: 'auditor' },
    { operation: 'DisableKey', input: { KeyId: '$reports.KeyMetadata.KeyId' }, as: 'keyadmin' },
    { advance: 'PT3H' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$report.CiphertextBlob' }, as: 'app' },
    { operation: 'GenerateDataKey', input: { KeyId: 'alias/orders', KeySpec: 'AES_256' }, as: 'app' },
    { advance: 'P1D' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$report.CiphertextBlob' }, as: 'app' },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: '$backup.KeyMetadata.KeyId', PendingWindowInDays: 30 },
      as: 'keyadmin',
    },
    {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: '$orders.KeyMetadata.KeyId', PendingWindowInDays: 7 },
      as: 'batch',
    },
    { advance: 'PT8H' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$archive.CiphertextBlob' }, as: 'app' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$archive.CiphertextBlob' }, as: 'batch' },
    {
      operation: 'Encrypt',
      input: { KeyId: '$partner.KeyMetadata.KeyId', Plaintext: { $utf8: 'offer' } },
      as: 'app',
    },
    { operation: 'DescribeKey', input: { KeyId: 'alias/order' }, as: 'app' },
    { advance: 'P1D' },
    { operation: 'ListAliases', as: 'auditor' },
    { operation: 'GenerateDataKey', input: { KeyId: 'alias/orders', KeySpec: 'AES_256' }, as: 'app' },
    { operation: 'Decrypt', input: { CiphertextBlob: '$archive.CiphertextBlob' }, as: 'app' },
    { advance: 'PT1H' },
  ],
});
