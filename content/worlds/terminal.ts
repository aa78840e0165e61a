import { defineWorld } from '../../src/learn/start-world.ts';

/** A key in use under alias/payroll, and one on its way out: enough to list, use, refuse and wait for. */
export default defineWorld({
  id: 'terminal',
  steps: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'payroll' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/payroll', TargetKeyId: '$payroll.KeyMetadata.KeyId' } },
    { operation: 'CreateKey', input: { Description: 'archive-2019' }, save: 'archive' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/archive', TargetKeyId: '$archive.KeyMetadata.KeyId' } },
    { operation: 'ScheduleKeyDeletion', input: { KeyId: '$archive.KeyMetadata.KeyId', PendingWindowInDays: 7 } },
  ],
});
