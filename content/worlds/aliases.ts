import { defineWorld } from '../../src/learn/start-world.ts';

const order = (text: string) =>
  ({
    operation: 'Encrypt',
    input: { KeyId: 'alias/app', Plaintext: { $utf8: text } },
    as: 'app',
  }) as const;

/** An application that knows its key by alias/app alone, the key that is to follow, and one of quite another kind. */
export default defineWorld({
  id: 'aliases',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders-2025' }, save: 'old' },
    { operation: 'CreateKey', input: { Description: 'orders-2026' }, save: 'new' },
    {
      operation: 'CreateKey',
      input: { Description: 'orders-mac', KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
      save: 'mac',
    },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$old.KeyMetadata.KeyId' } },
    order('order 1'),
    order('order 2'),
    order('order 3'),
  ],
});
