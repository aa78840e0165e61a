import { defineWorld } from '../../src/learn/start-world.ts';

/** A key with two users, each let in under one condition. */
export default defineWorld({
  id: 'key-policy-conditions',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders' }, as: 'keyadmin', save: 'orders' },
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$orders.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            {
              Sid: 'Administrators',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'keyadmin' } },
              Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:Put*'],
              Resource: '*',
            },
            {
              Sid: 'OnlyThroughS3',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'app' } },
              Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
              Resource: '*',
              Condition: { StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' } },
            },
            {
              Sid: 'OnlySales',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'batch' } },
              Action: ['kms:Decrypt', 'kms:Encrypt'],
              Resource: '*',
              Condition: { StringEquals: { 'kms:EncryptionContext:dept': 'Sales' } },
            },
          ],
        },
      },
      as: 'keyadmin',
    },
  ],
});
