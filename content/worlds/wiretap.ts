import { defineWorld } from '../../src/learn/start-world.ts';

/** A key for S3 and for the client; app may use both services, batch only S3. */
export default defineWorld({
  id: 'wiretap',
  steps: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'payroll' },
    {
      iam: 'batch',
      statements: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }],
    },
  ],
});
