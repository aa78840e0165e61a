import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p05-disable-by-alias',
  question: {
    ja: '管理者が、KeyIdにalias/appを書いてDisableKeyを呼びます。どうなるでしょう。',
    en: 'An administrator calls DisableKey with alias/app as KeyId. What happens?',
  },
  world: [
    { operation: 'CreateKey', save: 'k1' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
  ],
  run: [{ operation: 'DisableKey', input: { KeyId: 'alias/app' } }],
  observe: 'answer',
  options: [
    { outcome: 'ok', text: { ja: '指しているキーが無効になる', en: 'The key it points to is disabled' } },
    {
      outcome: 'InvalidArnException',
      text: { ja: 'エイリアスでは指定できないと断られる', en: 'It is refused: no aliases here' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: 'エイリアスへの権限がないと断られる', en: 'It is refused for want of permission on the alias' },
    },
  ],
});
