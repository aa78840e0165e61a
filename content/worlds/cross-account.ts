import { defineWorld } from '../../src/learn/start-world.ts';

/** Account A has opened its key to account B. B has done nothing yet. */
export default defineWorld({
  id: 'cross-account',
  steps: [
    { operation: 'CreateKey', input: { Description: 'shared' }, save: 'shared' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/shared', TargetKeyId: '$shared.KeyMetadata.KeyId' } },
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$shared.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            {
              Sid: 'OwnAccount',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'root' } },
              Action: 'kms:*',
              Resource: '*',
            },
            {
              Sid: 'PartnerAccount',
              Effect: 'Allow',
              Principal: { AWS: { $principal: 'B:root' } },
              Action: ['kms:Decrypt', 'kms:DescribeKey'],
              Resource: '*',
            },
          ],
        },
      },
    },
    {
      operation: 'Encrypt',
      input: { KeyId: '$shared.KeyMetadata.KeyId', Plaintext: { $utf8: '共同調査の報告書' } },
      as: 'app',
      save: 'report',
    },
    {
      operation: 'Decrypt',
      input: { KeyId: '$shared.KeyMetadata.Arn', CiphertextBlob: '$report.CiphertextBlob' },
      as: 'B:bi',
    },
  ],
  labels: { report: { ja: '共同調査の報告書', en: 'Report of the joint survey' } },
});
