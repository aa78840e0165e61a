import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p04-asleep',
  question: {
    ja: '90日周期のキーを無効化し、200日後に有効化しました。直後に作るデータキーは、無効化の前と同じマテリアルで包まれるでしょうか。',
    en: 'A key that rotates every 90 days is disabled, and enabled again 200 days later. Is a data key made right then wrapped by the same material as before?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'EnableKeyRotation', input: { KeyId: '$k1.KeyMetadata.KeyId', RotationPeriodInDays: 90 } },
    {
      operation: 'GenerateDataKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', KeySpec: 'AES_256' },
      save: 'before',
    },
    { operation: 'DisableKey', input: { KeyId: '$k1.KeyMetadata.KeyId' } },
    { advance: 'P200D' },
  ],
  run: [
    { operation: 'EnableKey', input: { KeyId: '$k1.KeyMetadata.KeyId' } },
    {
      operation: 'GenerateDataKey',
      input: { KeyId: '$k1.KeyMetadata.KeyId', KeySpec: 'AES_256' },
      save: 'after',
    },
  ],
  observe: { compare: ['$before.KeyMaterialId', '$after.KeyMaterialId'] },
  options: [
    { outcome: 'same', text: { ja: '同じ。次に替わるのは90日後', en: 'The same; the next rotation is 90 days off' } },
    {
      outcome: 'different',
      text: { ja: '違う。有効化したとたんに替わる', en: 'Another; it rotates the moment it is enabled' },
    },
  ],
});
