import { defineWorld } from '../../src/learn/start-world.ts';

const KeyId = '$orders.KeyMetadata.KeyId';

/** A multi-Region key that has not left Tokyo yet, a single-Region key beside it, and a paper under each. */
export default defineWorld({
  id: 'regions',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders', MultiRegion: true }, save: 'orders' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: KeyId } },
    { operation: 'CreateKey', input: { Description: 'legacy' }, save: 'legacy' },
    { advance: 'PT1H' },
    {
      operation: 'Encrypt',
      input: { KeyId, Plaintext: { $utf8: 'order 1' } },
      as: 'app',
      save: 'order',
    },
    {
      operation: 'Encrypt',
      input: { KeyId: '$legacy.KeyMetadata.KeyId', Plaintext: { $utf8: 'contract' } },
      as: 'app',
      save: 'contract',
    },
  ],
  labels: {
    order: { ja: '注文の記録', en: 'Order record' },
    contract: { ja: '古い契約書', en: 'Old contract' },
  },
});
