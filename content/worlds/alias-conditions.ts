import { defineWorld } from '../../src/learn/start-world.ts';

/** Two keys, two name tags, and `batch`, whose IAM policy the chapter tries in four spellings. */
export default defineWorld({
  id: 'alias-conditions',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders' }, save: 'orders' },
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'payroll' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$orders.KeyMetadata.KeyId' } },
    { operation: 'CreateAlias', input: { AliasName: 'alias/hr', TargetKeyId: '$payroll.KeyMetadata.KeyId' } },
  ],
});
