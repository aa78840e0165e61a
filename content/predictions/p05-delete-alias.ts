import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p05-delete-alias',
  question: {
    ja: 'alias/appをDeleteAliasで削除しました。指していたキーの状態は、何になるでしょう。',
    en: 'alias/app is deleted with DeleteAlias. What state is the key in that it pointed to?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
  ],
  run: [{ operation: 'DeleteAlias', input: { AliasName: 'alias/app' } }],
  observe: { stateOf: '$k1.KeyMetadata.Arn' },
  options: [
    { outcome: 'Enabled', text: { ja: 'Enabled(何も変わらない)', en: 'Enabled: nothing changes' } },
    { outcome: 'Disabled', text: { ja: 'Disabled(無効になる)', en: 'Disabled' } },
    { outcome: 'Deleted', text: { ja: 'キーも一緒に消える', en: 'The key goes as well' } },
  ],
});
