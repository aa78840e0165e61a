import { defineWorld } from '../../src/learn/start-world.ts';

/** One alias name in two Regions, and a different key behind each. */
export default defineWorld({
  id: 'alias-regions',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders-tokyo' }, save: 'tokyo' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$tokyo.KeyMetadata.KeyId' } },
    {
      operation: 'CreateKey',
      input: { Description: 'orders-osaka' },
      region: 'ap-northeast-3',
      save: 'osaka',
    },
    {
      operation: 'CreateAlias',
      input: { AliasName: 'alias/app', TargetKeyId: '$osaka.KeyMetadata.KeyId' },
      region: 'ap-northeast-3',
    },
  ],
});
