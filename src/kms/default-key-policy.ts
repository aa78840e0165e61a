import type { PolicyText } from './world.ts';

/**
 * The key policy of a key that is created without one, as recorded on AWS: the account may delegate by IAM.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const defaultKeyPolicy = (AccountId: string): PolicyText =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${AccountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
