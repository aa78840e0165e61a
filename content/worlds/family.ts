import { defineWorld } from '../../src/learn/start-world.ts';

const KeyId = '$orders.KeyMetadata.KeyId';

/** A primary in Tokyo, with a name, a tag and a description, and the replica that Osaka got of it. */
export default defineWorld({
  id: 'family',
  steps: [
    { operation: 'CreateKey', input: { Description: 'orders', MultiRegion: true }, save: 'orders' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: KeyId } },
    { operation: 'ReplicateKey', input: { KeyId, ReplicaRegion: 'ap-northeast-3' } },
    { advance: 'PT1H' },
  ],
});
